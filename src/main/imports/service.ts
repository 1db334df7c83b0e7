import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { importsContract } from '../../shared/contract/imports.ts'
import { dataFolderPaths } from '../app/data-folder.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { CallOptions, Store } from '../store/store.ts'
import { openStagedFiles, type StagedFile } from './staged-files.ts'

type Inputs = InferContractRouterInputs<typeof importsContract>
type Outputs = InferContractRouterOutputs<typeof importsContract>

export interface ImportService {
  beginFile(input: Inputs['beginFile']): Promise<Outputs['beginFile']>
  /** @throws Refused `file_not_found`, `file_offset`, `file_too_long`, `disk_full` */
  appendFile(input: Inputs['appendFile']): Promise<Outputs['appendFile']>
  discardFile(input: Inputs['discardFile']): Promise<Outputs['discardFile']>
  /** @throws Refused `file_not_found`, `file_incomplete`, `file_empty`, `file_no_rows`, `file_not_text`, `file_unterminated_quote`, `file_row_too_long`, `import_cancelled` */
  preview(input: Inputs['preview'], signal?: AbortSignal): Promise<Outputs['preview']>
  /** @throws Refused as `preview`, and `import_running` while the same file is being imported */
  commit(input: Inputs['commit'], signal?: AbortSignal): Promise<Outputs['commit']>
  cancel(input: Inputs['cancel']): Promise<Outputs['cancel']>
  list(): Promise<Outputs['list']>
  /** @throws Refused `import_not_found` */
  rejects(input: Inputs['rejects']): Promise<Outputs['rejects']>
  /** @throws Refused `import_not_found`, `import_already_undone` */
  undo(input: Inputs['undo']): Promise<Outputs['undo']>
  /**
   * Work of another feature on a staged file, which `cancel`, `discardFile` and `close` end as they end an import.
   * @param options.discards forgets the file once the work is done
   * @throws Refused `file_not_found`, `file_incomplete`, `import_running`, `import_cancelled`
   */
  withFile<Result>(
    fileId: string,
    options: { discards: boolean },
    work: (file: StagedFile, call: CallOptions) => Promise<Result>,
  ): Promise<Result>
  /** Cancels what runs, waits for it, and removes staged files. */
  close(): Promise<void>
}

export interface ImportServiceDependencies {
  store: Pick<Store, 'imports'>
  settings: Pick<SettingsService, 'get'>
  events: EventHub
  /** Absolute path. */
  dataFolder: string
  now: () => number
}

interface Run {
  fileId: string
  kind: 'preview' | 'commit'
  controller: AbortController
  ended: Promise<void>
}

export function createImportService({ store, settings, events, dataFolder, now }: ImportServiceDependencies): ImportService {
  const files = openStagedFiles(dataFolderPaths(dataFolder).staging)
  const runs = new Set<Run>()

  /** Work on a file that `cancel`, `close` and the caller's own signal can end. */
  async function run<Result>(
    fileId: string,
    kind: Run['kind'],
    signal: AbortSignal | undefined,
    work: (options: CallOptions) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController()
    const ended = Promise.withResolvers<void>()
    const entry: Run = { fileId, kind, controller, ended: ended.promise }
    runs.add(entry)
    const combined = signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal])
    try {
      return await work({
        signal: combined,
        onProgress: (rows, total) => events.publish({ kind: 'importProgress', fileId, rows, total }),
      })
    } catch (error) {
      if (!combined.aborted || error instanceof Refused) throw error
      throw new Refused('import_cancelled', 'The import was cancelled. Nothing was changed.', { cause: error })
    } finally {
      runs.delete(entry)
      ended.resolve()
    }
  }

  async function stop(some: Run[]): Promise<void> {
    for (const one of some) one.controller.abort()
    await Promise.all(some.map((one) => one.ended))
  }

  function peopleChanged(): void {
    events.changed({ topic: 'imports' }, { topic: 'contacts' }, { topic: 'conversations' }, { topic: 'desk' })
  }

  return {
    async beginFile(input) {
      return { fileId: await files.begin(input) }
    },
    async appendFile({ fileId, offset, data }) {
      return { received: await files.append(fileId, offset, Buffer.from(data, 'base64')) }
    },
    async discardFile({ fileId }) {
      await stop([...runs].filter((one) => one.fileId === fileId))
      return { discarded: await files.discard(fileId) }
    },
    async preview({ fileId, options }, signal) {
      const file = files.whole(fileId)
      const { defaultCountry } = await settings.get()
      const preview = await run(fileId, 'preview', signal, (call) =>
        store.imports.preview({ path: file.path, options, defaultCountry }, call),
      )
      return { fileName: file.name, ...preview }
    },
    async commit({ fileId, options }, signal) {
      const file = files.whole(fileId)
      if ([...runs].some((one) => one.fileId === fileId && one.kind === 'commit')) {
        throw alreadyRunning()
      }
      const committed = await run(fileId, 'commit', signal, async (call) => {
        const { defaultCountry } = await settings.get()
        return store.imports.commit({ path: file.path, fileName: file.name, options, defaultCountry, now: now() }, call)
      })
      peopleChanged()
      await files.discard(fileId)
      return committed
    },
    async withFile(fileId, { discards }, work) {
      const file = files.whole(fileId)
      const kind = discards ? 'commit' : 'preview'
      if (discards && [...runs].some((one) => one.fileId === fileId && one.kind === 'commit')) throw alreadyRunning()
      const result = await run(fileId, kind, undefined, (call) => work(file, call))
      if (discards) await files.discard(fileId)
      return result
    },
    async cancel({ fileId }) {
      const running = [...runs].filter((one) => one.fileId === fileId)
      await stop(running)
      return { cancelled: running.length > 0 }
    },
    list: () => store.imports.list(),
    async rejects(input) {
      const rejects = await store.imports.rejects(input)
      if (rejects === null) throw notFound()
      return { rejects }
    },
    async undo({ importId }) {
      const undone = await store.imports.undo({ importId, now: now() })
      if (undone.kind === 'not_found') throw notFound()
      if (undone.kind === 'already_undone') throw new Refused('import_already_undone', 'This import was taken back before.')
      peopleChanged()
      return { removed: undone.removed, restored: undone.restored, leftAlone: undone.leftAlone }
    },
    async close() {
      await stop([...runs])
      await files.close()
    },
  }
}

function alreadyRunning(): Refused {
  return new Refused('import_running', 'This file is being imported already. Wait until it is done, or cancel it.')
}

function notFound(): Refused {
  return new Refused('import_not_found', 'This import is not known here.')
}

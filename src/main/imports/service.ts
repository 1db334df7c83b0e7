import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { importsContract } from '../../shared/contract/imports.ts'
import { dataFolderPaths } from '../app/data-folder.ts'
import type { EventHub } from '../app/events.ts'
import { tellPeopleChanged } from '../contacts/tell-people.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { CallOptions, Store } from '../store/store.ts'
import { storeTrouble } from '../store/trouble.ts'
import type { CommitInput, Committed } from './commit.ts'
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
  /** @throws Refused as `preview`, `import_running` while another import is under way, and what the disk did to it */
  commit(input: Inputs['commit'], signal?: AbortSignal): Promise<Outputs['commit']>
  cancel(input: Inputs['cancel']): Promise<Outputs['cancel']>
  list(): Promise<Outputs['list']>
  /** @throws Refused `import_not_found` */
  rejects(input: Inputs['rejects']): Promise<Outputs['rejects']>
  /** @throws Refused `import_not_found` */
  exportRejects(input: Inputs['exportRejects']): Promise<Outputs['exportRejects']>
  /** @throws Refused `import_not_found`, `import_already_undone`, `import_running` while another import is under way */
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
  /**
   * Takes back what an import wrote that was cut off when the desk last ran, and finishes what was being taken back. Who
   * imports meanwhile waits for it.
   */
  recover(): Promise<void>
  /** Cancels what runs, waits for it, and removes staged files. What an import wrote is taken back at the next start. */
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
  /** Of the file; or of the import that is taken back. */
  fileId: string
  kind: 'preview' | 'commit' | 'undo' | 'other'
  controller: AbortController
  ended: Promise<void>
}

export function createImportService({ store, settings, events, dataFolder, now }: ImportServiceDependencies): ImportService {
  const files = openStagedFiles(dataFolderPaths(dataFolder).staging)
  const runs = new Set<Run>()
  const closing = new AbortController()
  let recovery: Promise<void> | null = null

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
      if (error instanceof Refused) throw error
      if (kind === 'undo') throw combined.aborted ? interruptedUndo('The desk was closed.') : stoppedUndo(error)
      if (!combined.aborted) throw kind === 'commit' ? stoppedImport(error) : error
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
    events.changed({ topic: 'imports' })
    tellPeopleChanged(events)
  }

  function refuseWhileRunning(): void {
    if ([...runs].every(({ kind }) => kind === 'preview')) return
    throw new Refused('import_running', 'Another import is under way. Wait until it is finished, or cancel it.')
  }

  async function takeBackNow(options: CallOptions): Promise<void> {
    try {
      const imports = await store.imports.takeBackUnfinished({ now: now() }, options)
      if (imports > 0) peopleChanged()
    } finally {
      recovery = null
    }
  }

  /** One at a time: whoever asks meanwhile waits for the same. */
  function takeBackUnfinished(onProgress?: CallOptions['onProgress']): Promise<void> {
    recovery ??= takeBackNow({ signal: closing.signal, ...(onProgress === undefined ? {} : { onProgress }) })
    return recovery
  }

  /** Nothing stays of an import that did not come to its end; should that fail too, the next start or import sees to it. */
  async function commitWhole(fileId: string, input: CommitInput, call: CallOptions): Promise<Committed> {
    await takeBackUnfinished()
    try {
      return await store.imports.commit(input, call)
    } catch (error) {
      if (!closing.signal.aborted) {
        await takeBackUnfinished((people, total) => {
          // Backwards, as what was written goes.
          events.publish({ kind: 'importProgress', fileId, rows: Math.max(0, (total ?? 0) - people), total })
        }).catch(() => undefined)
      }
      throw error
    }
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
      refuseWhileRunning()
      const committed = await run(fileId, 'commit', signal, async (call) => {
        const { defaultCountry } = await settings.get()
        return commitWhole(fileId, { path: file.path, fileName: file.name, options, defaultCountry, now: now() }, call)
      })
      peopleChanged()
      await files.discard(fileId)
      return committed
    },
    async withFile(fileId, { discards }, work) {
      const file = files.whole(fileId)
      const kind = discards ? 'other' : 'preview'
      if (discards && [...runs].some((one) => one.fileId === fileId && one.kind !== 'preview')) throw alreadyRunning()
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
    async exportRejects({ importId, afterRow = 0 }) {
      const piece = await store.imports.exportRejects({ importId, afterRow })
      if (piece === null) throw notFound()
      return piece
    },
    async undo({ importId }) {
      refuseWhileRunning()
      const undone = await run(importId, 'undo', undefined, async (call) => {
        await takeBackUnfinished()
        // Only closing the desk interrupts it: half taken back helps nobody.
        return store.imports.undo({ importId, now: now() }, call)
      })
      if (undone.kind === 'not_found') throw notFound()
      if (undone.kind === 'already_undone') throw new Refused('import_already_undone', 'This import was taken back before.')
      peopleChanged()
      const { removed, restored, leftAlone, left } = undone
      return { removed, restored, leftAlone, left }
    },
    recover: () => takeBackUnfinished(),
    async close() {
      closing.abort()
      await stop([...runs])
      await recovery?.catch(() => undefined)
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

function stoppedImport(error: unknown): unknown {
  const trouble = storeTrouble(error)
  if (trouble === null) return error
  return new Refused(
    trouble.code,
    `${TROUBLE[trouble.code] ?? 'The data could not be written.'} The import was stopped, and what it wrote is taken back: at the latest when SMS Desk starts again. Nobody is imported twice when you try again.`,
    { retryable: true, cause: error },
  )
}

function stoppedUndo(error: unknown): unknown {
  const trouble = storeTrouble(error)
  return trouble === null ? error : interruptedUndo(TROUBLE[trouble.code] ?? trouble.message, error)
}

function interruptedUndo(why: string, cause?: unknown): Refused {
  return new Refused('import_undo_interrupted', `${why} What is left of the import is taken back when SMS Desk starts again.`, {
    retryable: true,
    cause,
  })
}

/** What happened, by the codes of `storeTrouble`. */
const TROUBLE: Readonly<Record<string, string>> = {
  disk_full: 'The disk of this computer is full.',
  database_busy: 'Another program is holding the desk’s data, a backup or a virus scan perhaps.',
  disk_trouble: 'The disk of this computer did not take it.',
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ImportCounts, ImportOptions, ImportReject } from '../../shared/contract/imports.ts'
import type { Host } from '../host/host.ts'
import { refusalOf } from '../host/problems.ts'
import { createPace, type Pace } from './pace.ts'
import { refusalBeforeSending, sendFile, type FileProblem, type FileToSend } from './upload.ts'

/** Why nothing is imported: what this side finds itself, or a call that failed. */
export type ImportProblem = FileProblem | { kind: 'failed'; error: unknown }

/** Where an import stands. It outlives the screen, so that a look at another screen loses nothing. */
export type ImportPhase =
  /** No file yet. `problem` says why the last one could not be taken. */
  | { step: 'choose'; problem: ImportProblem | null }
  | { step: 'sending'; fileName: string; sent: number; size: number; stop: AbortController }
  | { step: 'preview'; fileId: string; fileName: string; options: ImportOptions; problem: ImportProblem | null }
  | { step: 'importing'; fileId: string; fileName: string; rows: number; total: number | null; pace: Pace | null; cancelling: boolean }
  | { step: 'done'; fileName: string; importId: string; counts: ImportCounts; rejects: readonly ImportReject[] }

type ImportHost = Pick<Host, 'client' | 'onEvent'>

/** The import of one window: where it stands, and what can be done about it. */
export interface ImportSession {
  phase: StoreApi<ImportPhase>
  /** Sends a file to the host. A file already there is forgotten. */
  begin(file: FileToSend): Promise<void>
  /** Changes how the file is read or what is done with it; the preview asks again. */
  setOptions(options: ImportOptions): void
  /** Imports the file as the preview shows it. */
  commit(): Promise<void>
  /** Stops whatever runs. Of an import under way nothing stays. */
  cancel(): void
  /** Forgets the file. `problem` is shown beside the choice of another. */
  startOver(problem?: ImportProblem | null): void
  /** The person goes to another screen: an import that is done is done with, anything else waits for them. */
  leave(): void
}

/** An import that has not begun. */
export function createImportSession({ client, onEvent }: ImportHost): ImportSession {
  const phase = createStore<ImportPhase>()(() => ({ step: 'choose', problem: null }))

  function become(next: ImportPhase): void {
    phase.setState(next, true)
  }

  function forgetFile(): void {
    const now = phase.getState()
    if (now.step === 'preview') client.imports.discardFile({ fileId: now.fileId }).catch(() => undefined)
  }

  return {
    phase,

    async begin(file) {
      const refused = refusalBeforeSending(file)
      if (refused !== null) return become({ step: 'choose', problem: refused })
      forgetFile()
      const stop = new AbortController()
      become({ step: 'sending', fileName: file.name, sent: 0, size: file.size, stop })
      const isCurrent = () => {
        const now = phase.getState()
        return now.step === 'sending' && now.stop === stop
      }
      try {
        const fileId = await sendFile(client.imports, file, {
          signal: stop.signal,
          onSent(sent) {
            if (isCurrent()) become({ step: 'sending', fileName: file.name, sent, size: file.size, stop })
          },
        })
        if (isCurrent()) become({ step: 'preview', fileId, fileName: file.name, options: {}, problem: null })
      } catch (error) {
        if (isCurrent()) become({ step: 'choose', problem: problemOfFile(error) })
      }
    },

    setOptions(options) {
      const now = phase.getState()
      if (now.step === 'preview') become({ ...now, options, problem: null })
    },

    async commit() {
      const now = phase.getState()
      if (now.step !== 'preview') return
      const { fileId, fileName, options } = now
      become({ step: 'importing', fileId, fileName, rows: 0, total: null, pace: null, cancelling: false })
      const paceOf = createPace(() => performance.now())
      const stopListening = onEvent((event) => {
        const running = phase.getState()
        if (event.kind !== 'importProgress' || event.fileId !== fileId || running.step !== 'importing') return
        const pace = event.total === null || running.cancelling ? null : paceOf(event.rows, event.total)
        become({ ...running, rows: event.rows, total: event.total, pace })
      })
      try {
        const { importId, counts, rejects } = await client.imports.commit({ fileId, options })
        become({ step: 'done', fileName, importId, counts, rejects })
      } catch (error) {
        const running = phase.getState()
        const cancelled = running.step === 'importing' && running.cancelling
        become({ step: 'preview', fileId, fileName, options, problem: cancelled ? null : { kind: 'failed', error } })
      } finally {
        stopListening()
      }
    },

    cancel() {
      const now = phase.getState()
      if (now.step === 'sending') {
        now.stop.abort()
        become({ step: 'choose', problem: null })
      } else if (now.step === 'importing') {
        become({ ...now, cancelling: true })
        client.imports.cancel({ fileId: now.fileId }).catch(() => {
          const running = phase.getState()
          if (running.step === 'importing') become({ ...running, cancelling: false })
        })
      }
    },

    leave() {
      if (phase.getState().step === 'done') become({ step: 'choose', problem: null })
    },

    startOver(problem = null) {
      forgetFile()
      become({ step: 'choose', problem })
    },
  }
}

/** Reading the file on this side can fail too: it was moved, or the drive is gone. */
function problemOfFile(error: unknown): ImportProblem {
  return refusalOf(error) === null && error instanceof DOMException ? { kind: 'unreadable' } : { kind: 'failed', error }
}

const sessions = new WeakMap<Host, ImportSession>()

/** The import of the window that talks to this host. */
export function importSessionOf(host: Host): ImportSession {
  const found = sessions.get(host) ?? createImportSession(host)
  sessions.set(host, found)
  return found
}

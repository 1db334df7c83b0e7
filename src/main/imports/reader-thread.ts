import { Worker } from 'node:worker_threads'
import { unpackError } from '../store/worker-protocol.ts'
import { type ImportRow, type OpenReader, readPeople } from './read-people.ts'
import type { FromReader, ToReader } from './reader-protocol.ts'

/** Most memory of the reader in MiB: a file that needs more fails its import, and not the desk. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }

/**
 * Where the reader's code is: the built file beside the data thread's, or the source when run from source (Node strips
 * the types).
 */
export function readerWorkerUrl(here: string = import.meta.url): URL {
  if (here.endsWith('.ts')) return new URL('reader-worker.ts', here)
  const folder = new URL('.', here)
  const entries = folder.pathname.endsWith('/chunks/') ? new URL('..', folder) : folder
  return new URL('import-reader.js', entries)
}

/**
 * Reads files in a thread of its own, a few chunks ahead of who takes them. Where such a thread cannot be started, reads in
 * this one.
 */
export function createThreadReader(workerUrl: URL): OpenReader {
  return async function* (input) {
    const worker = new Worker(workerUrl, { workerData: input, name: 'sms-desk-import', resourceLimits: LIMITS })
    const inbox = createInbox(worker)
    let isStarted = false
    try {
      for (;;) {
        const message = await inbox.next()
        if (message.kind === 'failed') throw unpackError(message.error)
        if (message.kind === 'end') return
        if (message.kind === 'ended') {
          if (isStarted) throw message.error
          break
        }
        isStarted = true
        if (message.kind === 'started') continue
        worker.postMessage('next' satisfies ToReader)
        yield JSON.parse(message.json) as ImportRow[]
      }
    } finally {
      await worker.terminate()
    }
    yield* readPeople(input)
  }
}

type Received = FromReader | { kind: 'ended'; error: Error }

/** What a worker says, one after the other; its end is the last. */
function createInbox(worker: Worker): { next(): Promise<Received> } {
  const received: Received[] = []
  let wake: (() => void) | null = null
  const put = (message: Received): void => {
    received.push(message)
    wake?.()
  }
  let cause: unknown
  worker.on('message', put)
  worker.on('error', (error) => {
    cause = error
  })
  worker.on('exit', (code) =>
    put({ kind: 'ended', error: new Error(`the reader of an import ended by itself (exit code ${code})`, { cause }) }),
  )
  return {
    async next() {
      for (;;) {
        const message = received.shift()
        if (message !== undefined) return message
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}

import { Worker } from 'node:worker_threads'
import type { Log } from '../log/log.ts'
import type { CallOptions, OpenStore, Store } from './store.ts'
import { type FromWorker, type ToWorker, unpackError, type WorkerStart } from './worker-protocol.ts'

/**
 * What the thread may hold, in MiB. It holds a tenth of it; the limits are there for V8 to clear away sooner what is thrown
 * away (measured: an import of a million rows takes 60 MiB less). What SQLite holds does not count.
 */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

interface PendingCall {
  resolve(output: unknown): void
  reject(error: unknown): void
  onProgress: CallOptions['onProgress'] | undefined
}

type Call = (input?: unknown, options?: CallOptions) => Promise<unknown>

/**
 * The store in a thread of its own, so that the host's event loop never waits for the disk.
 * @param workerUrl the built `store-worker.js`, or `worker.ts` where Node strips the types
 */
export function createWorkerOpenStore(workerUrl: URL): OpenStore {
  return async ({ dataFolder, log, now, shell = 'test', onLost }) => {
    const start: WorkerStart = { dataFolder, shell, now: now() }
    const worker = new Worker(workerUrl, { workerData: start, name: 'sms-desk-data', resourceLimits: LIMITS })
    const ended = new Promise<void>((resolve) => void worker.once('exit', () => resolve()))
    const calls = createCalls(worker)
    let closing: Promise<void> | null = null
    let isOpen = false

    const operations = await new Promise<Record<string, string[]>>((resolve, reject) => {
      let failure: Error | null = null
      let cause: unknown
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'opened') {
          isOpen = true
          resolve(message.operations)
        } else if (message.kind === 'failed') {
          // Told on exit: only once the thread is gone is the folder free for the next try.
          failure = unpackError(message.error)
        } else if (message.kind === 'log') writeLine(log, message)
        else calls.settle(message)
      })
      worker.on('messageerror', (error) => log.error('store.message_unreadable', error))
      worker.on('error', (error) => {
        cause = error
      })
      worker.on('exit', (exitCode) => {
        const error = new Error(`the data thread ended by itself (exit code ${exitCode})`, { cause })
        calls.rejectAll(error)
        reject(failure ?? error)
        if (!isOpen || closing !== null) return
        log.error('store.lost', error, { exitCode })
        onLost?.(error)
      })
    })

    async function close(): Promise<void> {
      calls.refuseFurther()
      worker.postMessage({ kind: 'close' } satisfies ToWorker)
      await ended
    }

    const groups = Object.entries(operations).map(([group, names]) => [
      group,
      Object.fromEntries(names.map((name): [string, Call] => [name, (input, options) => calls.call(group, name, input, options)])),
    ])
    return {
      ...Object.fromEntries(groups),
      close: () => (closing ??= close()),
    } as Store
  }
}

/** Calls under way, by number. */
function createCalls(worker: Worker) {
  const pending = new Map<number, PendingCall>()
  let lastId = 0
  let refusal: Error | null = null

  return {
    async call(group: string, name: string, input: unknown, { onProgress, signal }: CallOptions = {}): Promise<unknown> {
      signal?.throwIfAborted()
      if (refusal !== null) throw refusal
      lastId += 1
      const id = lastId
      const onAbort = (): void => worker.postMessage({ kind: 'abort', id } satisfies ToWorker)
      try {
        return await new Promise((resolve, reject) => {
          worker.postMessage({ kind: 'call', id, group, name, input, wantsProgress: onProgress !== undefined } satisfies ToWorker)
          pending.set(id, { resolve, reject, onProgress })
          signal?.addEventListener('abort', onAbort, { once: true })
        })
      } finally {
        signal?.removeEventListener('abort', onAbort)
      }
    },

    settle(message: Extract<FromWorker, { id: number }>): void {
      const call = pending.get(message.id)
      if (call === undefined) return
      if (message.kind === 'progress') {
        call.onProgress?.(message.rows, message.total)
        return
      }
      pending.delete(message.id)
      if (message.kind === 'result') call.resolve(message.output)
      else call.reject(unpackError(message.error))
    },

    refuseFurther(): void {
      refusal ??= new Error('the store is closed')
    },

    rejectAll(error: Error): void {
      refusal ??= error
      for (const call of pending.values()) call.reject(error)
      pending.clear()
    },
  }
}

function writeLine(log: Log, line: FromWorker & { kind: 'log' }): void {
  if (line.level === 'error') log.error(line.event, unpackError(line.error), line.fields)
  else log[line.level](line.event, line.fields)
}

import type { MessagePort } from 'node:worker_threads'
import type { Log } from '../log/log.ts'
import { createDataThread, type DataThread, type OperationGroups } from './data-thread.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { type FromWorker, packError, type ToWorker, type WorkerStart } from './worker-protocol.ts'

/** A desk that is being started anew waits this long for the one that is just closing. */
const LOCK_WAIT_MS = 1_000

/**
 * The worker's side of the store: opens the database, answers calls on the port until it is told to close, and then
 * leaves nothing behind that keeps the thread alive.
 */
export async function serveStore(port: MessagePort, start: WorkerStart, groups: OperationGroups): Promise<void> {
  const send = (message: FromWorker): void => port.postMessage(message)
  const log = createPortLog(send)
  let opened: OpenDatabase
  try {
    opened = await openDatabase({ ...start, log, lockWaitMs: LOCK_WAIT_MS })
  } catch (error) {
    send({ kind: 'failed', error: packError(error) })
    return
  }
  // However the thread ends: a connection that is still open when its thread is torn down can take the whole process with it.
  process.once('exit', () => opened.close())
  const thread = createDataThread(opened.db, groups, log)
  const aborted = new Map<number, { cancelled: boolean }>()
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'call') void answer(message)
    else if (message.kind === 'abort') {
      const call = aborted.get(message.id)
      if (call !== undefined) call.cancelled = true
    } else void end(port, thread, opened)
  })
  send({ kind: 'opened', operations: thread.operations })

  async function answer({ id, group, name, input, wantsProgress }: ToWorker & { kind: 'call' }): Promise<void> {
    const state = { cancelled: false }
    aborted.set(id, state)
    try {
      const output = await thread.run(group, name, input, {
        onProgress: (rows, total) => {
          if (wantsProgress) send({ kind: 'progress', id, rows, total })
        },
        isCancelled: () => state.cancelled,
      })
      send({ kind: 'result', id, output })
    } catch (error) {
      send({ kind: 'error', id, error: packError(error) })
    } finally {
      aborted.delete(id)
    }
  }
}

async function end(port: MessagePort, thread: DataThread, opened: OpenDatabase): Promise<void> {
  await thread.idle()
  // Answers of the last operations leave in the turn after they ended.
  await new Promise<void>((resolve) => setImmediate(resolve))
  opened.close()
  port.close()
}

/** Lines go to the host, which has the one log file. */
function createPortLog(send: (message: FromWorker) => void): Log {
  return {
    info: (event, fields = {}) => send({ kind: 'log', level: 'info', event, fields }),
    warn: (event, fields = {}) => send({ kind: 'log', level: 'warn', event, fields }),
    error: (event, error, fields = {}) => send({ kind: 'log', level: 'error', event, fields, error: packError(error) }),
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { packError } from '../store/worker-protocol.ts'
import { readPeople, type ReadInput } from './read-people.ts'
import { CHUNKS_AHEAD, type FromReader, type ToReader } from './reader-protocol.ts'

// Entry of the thread that reads a file for an import: built as `out/main/import-reader.js`, and started from this file as
// it is in tests. Reading and checking a row takes longer than writing it does, so both go on at the same time.

if (parentPort !== null) {
  const port = parentPort
  const send = (message: FromReader): void => port.postMessage(message)
  const taken = { chunks: 0, wake: (): void => undefined }
  port.on('message', (_message: ToReader) => {
    taken.chunks += 1
    taken.wake()
  })
  const nextTaken = (): Promise<void> => new Promise((resolve) => (taken.wake = resolve))
  let sent = 0
  send({ kind: 'started' })
  try {
    for await (const chunk of readPeople(workerData as ReadInput)) {
      send({ kind: 'chunk', json: JSON.stringify(chunk) })
      sent += 1
      while (sent - taken.chunks >= CHUNKS_AHEAD) await nextTaken()
    }
    send({ kind: 'end' })
  } catch (error) {
    send({ kind: 'failed', error: packError(error) })
  }
  port.close()
}

import { parentPort, workerData } from 'node:worker_threads'
import { packError } from '../store/worker-protocol.ts'
import { readPeople, type ReadInput } from './read-people.ts'
import { CHUNKS_AHEAD, type FromReader, type ToReader } from './reader-protocol.ts'

// Entry of the thread that reads a file for an import: built as `out/main/import-reader.js`, and started from this file as
// it is in tests. Reading and checking a row takes longer than writing it does, so both go on at the same time.

if (parentPort !== null) {
  const port = parentPort
  const send = (message: FromReader): void => port.postMessage(message)
  let ahead = 0
  let resume: (() => void) | null = null
  port.on('message', (_message: ToReader) => {
    ahead -= 1
    resume?.()
  })
  send({ kind: 'started' })
  try {
    for await (const chunk of readPeople(workerData as ReadInput)) {
      send({ kind: 'chunk', json: JSON.stringify(chunk) })
      ahead += 1
      while (ahead >= CHUNKS_AHEAD) await new Promise<void>((resolve) => (resume = resolve))
    }
    send({ kind: 'end' })
  } catch (error) {
    send({ kind: 'failed', error: packError(error) })
  }
  port.close()
}

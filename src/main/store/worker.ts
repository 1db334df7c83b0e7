import { parentPort, workerData } from 'node:worker_threads'
import { committing } from '../imports/operations.ts'
import { createThreadReader, readerWorkerUrl } from '../imports/reader-thread.ts'
import { operationGroups } from './groups.ts'
import { serveStore } from './serve-store.ts'
import type { WorkerStart } from './worker-protocol.ts'

// Entry of the data thread: built as `out/main/store-worker.js`, and started from this file as it is in tests.
if (parentPort !== null) {
  const imports = { ...operationGroups.imports, commit: committing(createThreadReader(readerWorkerUrl())) }
  await serveStore(parentPort, workerData as WorkerStart, { ...operationGroups, imports })
}

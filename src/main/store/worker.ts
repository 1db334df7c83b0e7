import { parentPort, workerData } from 'node:worker_threads'
import { operationGroups } from './groups.ts'
import { serveStore } from './serve-store.ts'
import type { WorkerStart } from './worker-protocol.ts'

// Entry of the data thread: built as `out/main/store-worker.js`, and started from this file as it is in tests.
if (parentPort !== null) await serveStore(parentPort, workerData as WorkerStart, operationGroups)

import { parentPort, workerData } from 'node:worker_threads'
import { operationGroups } from '../../src/main/store/groups.ts'
import { serveStore } from '../../src/main/store/serve-store.ts'
import type { WorkerStart } from '../../src/main/store/worker-protocol.ts'
import { probeOperations } from './probe-operations.ts'

// The real worker with operations added that fail, wait and die on request.
if (parentPort !== null) await serveStore(parentPort, workerData as WorkerStart, { ...operationGroups, probe: probeOperations })

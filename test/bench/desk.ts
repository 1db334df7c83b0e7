import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../src/main/app/createApp.ts'
import { createApp } from '../../src/main/app/createApp.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'

/** A desk as it ships: real worker, real files, the computer's clock. */
export interface BenchDesk {
  app: App
  desk: DeskClient
}

/** Runs `task` with a desk on a new data folder, which is gone afterwards. */
export async function withBenchDesk<Result>(task: (bench: BenchDesk) => Promise<Result>): Promise<Result> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sms-desk-bench-'))
  const app = await createApp(createNodePorts({ shell: 'test', dataFolder, secretsKind: 'memory', listenerPort: 0, dispatch: true }))
  try {
    return await task({ app, desk: createInProcessClient({ app, router: createRouter() }) })
  } finally {
    await app.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../src/main/app/createApp.ts'
import { createApp } from '../../src/main/app/createApp.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'

/** The data thread as it ships: run from source, it would hold the compiler too. */
const STORE_WORKER = new URL('../../out/main/store-worker.js', import.meta.url)

/** A desk as it ships: real worker, real files, the computer's clock. */
export interface BenchDesk {
  app: App
  desk: DeskClient
  /** Absolute path. */
  dataFolder: string
}

/** Runs `task` with a desk on a data folder; left out, on a new one, which is gone afterwards. */
export async function withBenchDesk<Result>(task: (bench: BenchDesk) => Promise<Result>, given?: string): Promise<Result> {
  const dataFolder = given ?? (await mkdtemp(join(tmpdir(), 'sms-desk-bench-')))
  const ports = createNodePorts({ shell: 'test', dataFolder, secretsKind: 'memory', listenerPort: 0, dispatch: true })
  const app = await createApp({ ...ports, openStore: createWorkerOpenStore(STORE_WORKER) })
  try {
    return await task({ app, dataFolder, desk: createInProcessClient({ app, router: createRouter() }) })
  } finally {
    await app.stop()
    if (given === undefined) await rm(dataFolder, { recursive: true, force: true })
  }
}

/** An account at a provider on loopback; answers its id. */
export async function addBenchAccount(desk: DeskClient, port: number): Promise<string> {
  const { id } = await desk.accounts.add({
    provider: 'connectel',
    name: 'Bench',
    config: { baseUrl: `http://127.0.0.1:${port}/api/v2/`, sender: 'Desk' },
    secrets: { token: 't' },
  })
  return id
}

/** Queues `count` texts as bulk, to as many numbers; `alike` ones have the same text. */
export async function queueBulk(app: App, accountId: string, count: number, alike: boolean): Promise<void> {
  const { store } = app.services()
  for (let start = 0; start < count; start += 1_000) {
    const items = Array.from({ length: Math.min(1_000, count - start) }, (_, index) => ({
      to: `+4670${String(1_000_000 + start + index)}`,
      text: alike ? 'Your car is ready.' : `Your car is ready, number ${start + index}.`,
      parts: 1,
      requestKey: `bench ${start + index}`,
    }))
    await store.messages.enqueue({ accountId, sender: 'Desk', items, priority: 'bulk', scheduledAt: null, now: Date.now() })
  }
}

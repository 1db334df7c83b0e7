import { onTestFinished } from 'vitest'
import type { App } from '../../src/main/app/createApp.ts'
import { createApp } from '../../src/main/app/createApp.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import type { Ports } from '../../src/main/app/ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import type { OpenSecrets } from '../../src/main/secrets/types.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { createFakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import type { MemoryLog } from './memory-log.ts'
import { memoryLog } from './memory-log.ts'
import { givenNewDatabase } from './new-database.ts'
import { temporaryFolder } from './temp-folder.ts'

/** A whole desk in the test's own process: real files, real HTTP, a clock the test turns. */
export interface TestDesk {
  app: App
  /** The contract, called in process as the command line does. */
  desk: DeskClient
  clock: FakeClock
  log: MemoryLog
  dataFolder: string
  /** Stops the desk and opens it again on the same folder. */
  restart(change?: Partial<Ports>): Promise<TestDesk>
}

/** Starts a desk that dispatches, with a listener on a free port. Stopped after the test. */
export async function startTestDesk(change: Partial<Ports> = {}): Promise<TestDesk> {
  return open(change.dataFolder ?? temporaryFolder(), createFakeClock(), memoryLog(), keptSecrets(), change)
}

async function open(
  dataFolder: string,
  clock: FakeClock,
  log: MemoryLog,
  openSecrets: OpenSecrets,
  change: Partial<Ports>,
): Promise<TestDesk> {
  givenNewDatabase(dataFolder)
  const app = await createApp({
    ...createNodePorts({ shell: 'test', dataFolder, listenerPort: 0, dispatch: true, log }),
    openStore: openInlineStore,
    openSecrets,
    clock,
    random: () => 0.5,
    ...change,
  })
  onTestFinished(() => app.stop())
  const problem = app.startupProblem()
  if (problem !== null) throw new Error(`the test desk did not start: ${problem.message}`)
  return {
    app,
    desk: createInProcessClient({ app, router: createRouter() }),
    clock,
    log,
    dataFolder,
    async restart(next = {}) {
      await app.stop()
      return open(dataFolder, clock, log, openSecrets, { ...change, ...next })
    },
  }
}

/** Secrets that outlive a restart of the desk within a test, as a keychain's do. */
function keptSecrets(): OpenSecrets {
  const values = new Map<string, string>()
  const place = (accountId: string, key: string) => `${accountId}/${key}`
  return () =>
    Promise.resolve({
      kind: 'keychain' as const,
      reason: null,
      get: (accountId, key) => Promise.resolve(values.get(place(accountId, key)) ?? null),
      set: (accountId, key, value) => Promise.resolve(void values.set(place(accountId, key), value)),
      remove: (accountId, keys) => Promise.resolve(keys.forEach((key) => values.delete(place(accountId, key)))),
    })
}

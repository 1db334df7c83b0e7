import { onTestFinished } from 'vitest'
import { createAccountService } from '../../src/main/accounts/service.ts'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createListener } from '../../src/main/listener/service.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import type { SandboxService } from '../../src/main/sandbox/service.ts'
import { createSandboxService } from '../../src/main/sandbox/service.ts'
import type { Settings } from '../../src/shared/contract/desk.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { createTestSecrets } from '../support/memory-secrets.ts'
import { openTestDesk } from '../support/open-store.ts'

/** Accounts, listener and sandbox on a real store, joined as the app joins them. */
export async function openSandboxDesk({ listening = true } = {}) {
  const clock = createFakeClock()
  const now = () => clock.now()
  const { store, db } = await openTestDesk({ now })
  const log = memoryLog()
  const events = createEventHub(clock)
  const http = createHttpClient()
  onTestFinished(() => http.close())
  let sandbox: SandboxService | null = null
  const providers = createProviders({ sandboxAddress: () => sandbox?.address ?? null })
  const adapterContext = { http, now }
  const accounts = createAccountService({
    store,
    secrets: createTestSecrets(),
    providers,
    events,
    now,
    wakeOutbox: () => undefined,
    defaultCountry: () => Promise.resolve('SE'),
    adapterContext,
  })
  const settings = {
    get: (): Promise<Settings> =>
      Promise.resolve({
        defaultCountry: 'SE',
        theme: 'system',
        language: 'system',
        defaultAccountId: null,
        welcomed: true,
        undoSeconds: 0,
        duplicateMinutes: 0,
        quietHours: null,
        failoverOrder: [],
        reportOverdueHours: 24,
        replies: DEFAULT_REPLY_RULES,
        hookRetentionDays: 30,
      }),
  }
  const listener = await createListener({
    port: listening ? 0 : null,
    store,
    accounts,
    settings,
    events,
    log,
    now,
    setTimer: clock.setTimer,
  })
  onTestFinished(() => listener.stop())
  const service = createSandboxService({ accounts, store, listener, events, clock, log })
  sandbox = service
  onTestFinished(() => service.stop())
  return { clock, db, accounts, sandbox: service, adapterContext, log }
}

export type SandboxDesk = Awaited<ReturnType<typeof openSandboxDesk>>

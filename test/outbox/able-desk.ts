import { onTestFinished } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { NewMessage, Enqueue } from '../../src/main/messages/enqueue.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import type { Outbox } from '../../src/main/outbox/service.ts'
import type { OutgoingBatch, OutgoingMessage, OutgoingVoiceCode, ProviderAdapter, SendOutcome } from '../../src/main/providers/types.ts'
import type { QuietHours } from '../../src/shared/contract/desk.ts'
import type { ProviderCapabilities } from '../../src/shared/providers/descriptor.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { createTestProvider } from '../support/test-provider.ts'

export const MAJA = '+46701740605'
export const KARL = '+46701740606'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export const exchange = { request: 'POST', response: null }
export const accepted: SendOutcome = { class: 'accepted', refs: ['ACK1'], receipt: null, exchange }

/** A provider that can do everything any of them can, with what it was handed. */
export function createAbleProvider(given: Partial<ProviderAdapter>, able: Partial<ProviderCapabilities> = {}) {
  const handed: { texts: OutgoingMessage[]; batches: OutgoingBatch[]; codes: OutgoingVoiceCode[] } = { texts: [], batches: [], codes: [] }
  const plain = createTestProvider()
  const capabilities: ProviderCapabilities = {
    ...plain.descriptor.capabilities,
    batchSize: 10,
    providerSchedule: { minAheadMinutes: 15, maxAheadDays: 90 },
    voiceCode: { minDigits: 4, maxDigits: 8 },
    ...able,
  }
  const adapter: ProviderAdapter = {
    ...plain,
    descriptor: { ...plain.descriptor, capabilities },
    send: (_account, message) => {
      handed.texts.push(message)
      return Promise.resolve(accepted)
    },
    sendBatch: (_account, batch) => {
      handed.batches.push(batch)
      return Promise.resolve(batch.recipients.map(() => accepted))
    },
    callWithCode: (_account, call) => {
      handed.codes.push(call)
      return Promise.resolve(accepted)
    },
    checkVoiceCode: () => null,
    ...given,
  }
  return { adapter, handed }
}

export async function startAbleDesk(adapter: ProviderAdapter, quietHours: QuietHours | null = null) {
  const clock = createFakeClock()
  const log = memoryLog()
  const store = await openTestStore({ now: () => clock.now() })
  const account = { id: 'garage', config: {}, secrets: {} }
  await store.accounts.insert({ id: account.id, name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
  const http = createHttpClient()
  onTestFinished(() => http.close())
  let outbox = start()

  function start(): Outbox {
    const started = createOutbox({
      store,
      accounts: {
        open: () => Promise.resolve({ account, adapter, name: 'Garage' }),
        describe: () => Promise.resolve({ adapter, config: {}, name: 'Garage' }),
      },
      settings: { get: () => Promise.resolve({ ...TEST_SETTINGS, quietHours }) },
      adapterContext: { http, now: () => clock.now() },
      events: createEventHub(clock),
      clock,
      log,
      random: () => 0.5,
    })
    onTestFinished(() => started.stop())
    return started
  }

  let wishes = 0
  return {
    clock,
    store,
    /** Waits until nothing moves. */
    async settle(): Promise<void> {
      outbox.wake()
      await outbox.idle()
    },
    /** Stops the dispatcher and starts another on the same store. */
    async restart(): Promise<void> {
      await outbox.stop()
      outbox = start()
      await outbox.idle()
    },
    /** Queues, and waits until nothing moves; answers the ids. */
    async queue(texts: Array<Pick<NewMessage, 'to' | 'text'>>, more: Partial<Enqueue> = {}): Promise<string[]> {
      wishes += 1
      const items = texts.map(({ to, text }, index) => ({ to, text, parts: 1, requestKey: `wish ${wishes} ${index}` }))
      const at = { accountId: account.id, sender: 'Garage', scheduledAt: null, now: clock.now() }
      const messages = await store.messages.enqueue({ ...at, items, ...more })
      outbox.wake()
      await outbox.idle()
      return messages.map(({ id }) => id)
    },
    look: (id: string) => store.messages.get({ id }),
  }
}

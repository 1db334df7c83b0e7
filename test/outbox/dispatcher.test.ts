import { onTestFinished, describe, expect, it, vi } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { OutboxDependencies } from '../../src/main/outbox/service.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import type { OutgoingMessage, SendOutcome } from '../../src/main/providers/types.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { createTestProvider } from '../support/test-provider.ts'

const exchange = { request: 'POST', response: null }
const offline: SendOutcome = { class: 'offline', code: 'offline', message: 'No network.', exchange }
const accepted: SendOutcome = { class: 'accepted', refs: [], receipt: null, exchange }
const account = { id: 'garage', config: {}, secrets: {} }

/** A dispatcher on a real store, with a provider whose outcomes the test chooses: such as no test machine can bring about. */
async function startDispatcher(texts: number, send: (message: OutgoingMessage) => Promise<SendOutcome>, more: Partial<OutboxDependencies> = {}) {
  const clock = createFakeClock()
  const log = memoryLog()
  const store = await openTestStore({ now: () => clock.now() })
  await store.accounts.insert({ id: account.id, name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
  const items = Array.from({ length: texts }, (_, index) => ({ to: `+467017406${String(index + 5).padStart(2, '0')}`, text: `text ${index}`, parts: 1, requestKey: `key ${index}` }))
  const messages = await store.messages.enqueue({ accountId: account.id, sender: 'Garage', items, scheduledAt: null, now: clock.now() })
  const adapter = createTestProvider({ send: (_account, message) => send(message) })
  const http = createHttpClient()
  const outbox = createOutbox({
    store,
    accounts: { open: () => Promise.resolve({ account, adapter, name: 'Garage' }) },
    adapterContext: { http, now: () => clock.now() },
    events: createEventHub(clock),
    clock,
    log,
    random: () => 0.5,
    ...more,
  })
  onTestFinished(async () => {
    await outbox.stop()
    await http.close()
  })
  const statuses = async () => Promise.all(messages.map(async ({ id }) => (await store.messages.get({ id })).status))
  return { clock, log, store, outbox, messages, statuses }
}

describe('the dispatcher', () => {
  it('counts texts that meet no network together as one look, and looks again soon', async () => {
    let calls = 0
    let online = false
    const { clock, outbox, statuses } = await startDispatcher(8, () => {
      calls += 1
      return Promise.resolve(online ? accepted : offline)
    })
    await outbox.idle()
    expect(calls).toBe(8)
    expect(outbox.network()).toBe('offline')
    online = true
    await clock.advance(3_001)
    await vi.waitFor(async () => expect(new Set(await statuses())).toEqual(new Set(['sent'])))
  })

  it('sends one scout while it is not known whether the network is back', async () => {
    let calls = 0
    const { clock, outbox } = await startDispatcher(8, () => {
      calls += 1
      return Promise.resolve(offline)
    })
    await outbox.idle()
    await clock.advance(3_001)
    await outbox.idle()
    expect(calls).toBe(9)
  })

  it('looks for the network again when the clock is set back', async () => {
    const fake = createFakeClock()
    let offset = 0
    let online = false
    const clock = { ...fake, pendingTimers: 0, now: () => fake.now() + offset }
    const { outbox, statuses } = await startDispatcher(1, () => Promise.resolve(online ? accepted : offline), { clock })
    await outbox.idle()
    online = true
    offset = -3_600_000
    await fake.advance(60_000)
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']))
  })

  it('is not told that the network is back by an account that could not be opened', async () => {
    const { outbox } = await startDispatcher(1, () => Promise.resolve(offline))
    await outbox.idle()
    expect(outbox.network()).toBe('offline')
    const unopened = await startDispatcher(1, () => Promise.resolve(offline), {
      accounts: { open: () => Promise.reject(new Error('the keychain is locked')) },
      network: { isOnline: () => true, onChange: () => () => undefined },
    })
    await unopened.outbox.idle()
    expect(await unopened.statuses()).toEqual(['queued'])
  })

  it('keeps a text whose adapter breaks its promise as one whose fate nobody knows, and goes on', async () => {
    const { outbox, log, statuses } = await startDispatcher(2, ({ text }) =>
      text === 'text 0' ? Promise.resolve(undefined as unknown as SendOutcome) : Promise.resolve(accepted),
    )
    await outbox.idle()
    expect(await statuses()).toEqual(['unconfirmed', 'sent'])
    expect(log.events()).toContain('outbox.adapter_threw')
  })

  it('looks again although the queue could not be read', async () => {
    let refusals = 1
    const { clock, statuses } = await startDispatcher(1, () => Promise.resolve(accepted), {})
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']))
    const store = await openTestStore({ now: () => clock.now() })
    const claim: typeof store.outbox.claim = (input) => {
      refusals -= 1
      return refusals >= 0 ? Promise.reject(new Error('database or disk is full')) : store.outbox.claim(input)
    }
    const second = await startDispatcher(1, () => Promise.resolve(accepted), { store: { outbox: { ...store.outbox, claim } } })
    await vi.waitFor(() => expect(second.log.events()).toContain('outbox.look_failed'))
    await second.clock.advance(1_001)
    await second.outbox.idle()
    expect(refusals).toBeLessThan(0)
  })
})

import { onTestFinished, describe, expect, it, vi } from 'vitest'
import type { Settings } from '../../src/shared/contract/desk.ts'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { OutboxDependencies } from '../../src/main/outbox/service.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import type { OutgoingMessage, SendOutcome } from '../../src/main/providers/types.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { createTestProvider } from '../support/test-provider.ts'

const exchange = { request: 'POST', response: null }
const offline: SendOutcome = { class: 'offline', code: 'offline', message: 'No network.', exchange }
const accepted: SendOutcome = { class: 'accepted', refs: [], receipt: null, exchange }
const account = { id: 'garage', config: {}, secrets: {} }

/** Accounts that are opened in the test's own way. */
function accountsOf(open: OutboxDependencies['accounts']['open'], adapter = createTestProvider()): OutboxDependencies['accounts'] {
  return { open, describe: () => Promise.resolve({ adapter, config: {}, name: 'Garage' }) }
}

/** A dispatcher on a real store, with a provider whose outcomes the test chooses: such as no test machine can bring about. */
async function startDispatcher(
  texts: number,
  send: (message: OutgoingMessage) => Promise<SendOutcome>,
  more: Partial<OutboxDependencies> = {},
  givenStore?: Store,
) {
  const clock = createFakeClock()
  const log = memoryLog()
  const store = givenStore ?? (await openTestStore({ now: () => clock.now() }))
  await store.accounts.insert({ id: account.id, name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
  const items = Array.from({ length: texts }, (_, index) => ({
    to: `+467017406${String(index + 5).padStart(2, '0')}`,
    text: `text ${index}`,
    parts: 1,
    requestKey: `key ${index}`,
  }))
  const messages = await store.messages.enqueue({ accountId: account.id, sender: 'Garage', items, scheduledAt: null, now: clock.now() })
  const adapter = createTestProvider({ send: (_account, message) => send(message) })
  const http = createHttpClient()
  const outbox = createOutbox({
    store,
    accounts: accountsOf(() => Promise.resolve({ account, adapter, name: 'Garage' })),
    settings: { get: () => Promise.resolve(TEST_SETTINGS) },
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

  it('does not let an account whose provider has no name server hold up the others', async () => {
    const clock = createFakeClock()
    const store = await openTestStore({ now: () => clock.now() })
    await store.accounts.insert({ id: 'shop', name: 'Shop', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
    const adapterOf = (id: string) => createTestProvider({ send: () => Promise.resolve(id === 'shop' ? accepted : offline) })
    const open = (id: string) => Promise.resolve({ account: { ...account, id }, adapter: adapterOf(id), name: id })
    const { outbox, statuses } = await startDispatcher(8, () => Promise.resolve(offline), { accounts: accountsOf(open), clock }, store)
    await outbox.idle()
    const items = [40, 41, 42].map((number) => ({ to: `+467017406${number}`, text: 'Hello', parts: 1, requestKey: `shop ${number}` }))
    const others = await store.messages.enqueue({ accountId: 'shop', sender: 'Shop', items, scheduledAt: null, now: clock.now() })
    outbox.wake()
    await outbox.idle()
    for (const { id } of others) expect((await store.messages.get({ id })).status).toBe('sent')
    expect(outbox.network()).toBe('online')
    expect(new Set(await statuses())).toEqual(new Set(['queued']))
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
    const clock = createFakeClock()
    const store = await openTestStore({ now: () => clock.now() })
    await store.accounts.insert({ id: 'shop', name: 'Shop', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
    const adapter = createTestProvider({ send: () => Promise.resolve(offline) })
    const open = (id: string) =>
      id === 'shop' ? Promise.reject(new Error('the keychain is locked')) : Promise.resolve({ account, adapter, name: 'Garage' })
    const { outbox } = await startDispatcher(1, () => Promise.resolve(offline), { accounts: accountsOf(open), clock }, store)
    await outbox.idle()
    const items = [{ to: '+46701740640', text: 'Hello', parts: 1, requestKey: 'shop' }]
    await store.messages.enqueue({ accountId: 'shop', sender: 'Shop', items, scheduledAt: null, now: clock.now() })
    outbox.wake()
    await outbox.idle()
    expect((await store.accounts.get({ id: 'shop' }))?.status).toBe('paused')
    expect(outbox.network()).toBe('offline')
  })

  it('goes on looking for the network although the queue could not be read meanwhile', async () => {
    const clock = createFakeClock()
    const store = await openTestStore({ now: () => clock.now() })
    let refuses = false
    let online = false
    const turn: typeof store.outbox.turn = (input) =>
      refuses ? Promise.reject(new Error('database or disk is full')) : store.outbox.turn(input)
    const send = () => Promise.resolve(online ? accepted : offline)
    const { outbox, statuses } = await startDispatcher(1, send, { clock, store: { outbox: { ...store.outbox, turn } } }, store)
    await outbox.idle()
    refuses = true
    await clock.advance(3_001)
    refuses = false
    online = true
    await clock.advance(2_000)
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']))
  })

  it('keeps a text whose adapter breaks its promise as one whose fate nobody knows, and goes on', async () => {
    const { outbox, log, statuses } = await startDispatcher(2, ({ text }) =>
      text === 'text 0' ? Promise.resolve(undefined as unknown as SendOutcome) : Promise.resolve(accepted),
    )
    await outbox.idle()
    expect(await statuses()).toEqual(['unconfirmed', 'sent'])
    expect(log.events()).toContain('outbox.adapter_threw')
  })

  it('has not stopped before a look that was under way has put back what it claimed', async () => {
    const clock = createFakeClock()
    const store = await openTestStore({ now: () => clock.now() })
    const claimed = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const turn: typeof store.outbox.turn = async (input) => {
      const done = await store.outbox.turn(input)
      if (done.calls.length > 0) claimed.resolve()
      await goOn.promise
      return done
    }
    let calls = 0
    const send = () => {
      calls += 1
      return Promise.resolve(accepted)
    }
    const { outbox, statuses } = await startDispatcher(1, send, { clock, store: { outbox: { ...store.outbox, turn } } }, store)
    await claimed.promise
    let hasStopped = false
    const stopped = outbox.stop().then(() => (hasStopped = true))
    await clock.advance(1)
    expect(hasStopped).toBe(false)
    goOn.resolve()
    await stopped
    expect(await statuses()).toEqual(['queued'])
    expect(calls).toBe(0)
  })

  it('writes an outcome once although the answer of the first writing was lost', async () => {
    const clock = createFakeClock()
    const busy: SendOutcome = { class: 'not_accepted_transient', code: 'provider_busy', message: 'Busy.', retryAfterMs: null, exchange }
    const store = await openTestStore({ now: () => clock.now() })
    let writings = 0
    const turn: typeof store.outbox.turn = async (input) => {
      const done = await store.outbox.turn(input)
      writings += input.records.length
      if (input.records.length > 0 && writings === 1) throw new Error('the answer was lost')
      return done
    }
    const { outbox, messages } = await startDispatcher(
      1,
      () => Promise.resolve(busy),
      { clock, store: { outbox: { ...store.outbox, turn } } },
      store,
    )
    await vi.waitFor(() => expect(writings).toBe(1))
    await clock.advance(1_000)
    await outbox.idle()
    const message = await store.messages.get({ id: messages[0]?.id ?? '' })
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'claimed', 'retry_scheduled'])
    expect(message.attempts).toHaveLength(1)
  })

  it('looks again although the queue could not be read', async () => {
    let refusals = 1
    const store = await openTestStore()
    const turn: typeof store.outbox.turn = (input) => {
      refusals -= 1
      return refusals >= 0 ? Promise.reject(new Error('database or disk is full')) : store.outbox.turn(input)
    }
    const { clock, log, statuses } = await startDispatcher(
      1,
      () => Promise.resolve(accepted),
      { store: { outbox: { ...store.outbox, turn } } },
      store,
    )
    await vi.waitFor(() => expect(log.events()).toContain('outbox.turn_failed'))
    await clock.advance(1_001)
    await vi.waitFor(async () => expect(await statuses()).toEqual(['sent']))
  })

  it('keeps bulk back while the provider sends none, lets replies pass, and sends it when the hours are over', async () => {
    const clock = createFakeClock()
    const opens = clock.now() + 3_600_000
    const adapter = createTestProvider({
      send: () => Promise.resolve(accepted),
      blockedUntil: (_config, priority, now) => (priority === 'bulk' && now < opens ? opens : null),
    })
    const accounts = accountsOf(() => Promise.resolve({ account, adapter, name: 'Garage' }), adapter)
    const { outbox, store, statuses } = await startDispatcher(1, () => Promise.resolve(accepted), { accounts, clock })
    await outbox.idle()
    expect(await statuses()).toEqual(['sent'])
    const items = [40, 41].map((number) => ({ to: `+467017406${number}`, text: 'Offer', parts: 1, requestKey: `bulk ${number}` }))
    const bulk = await store.messages.enqueue({
      accountId: account.id,
      sender: 'Garage',
      items,
      priority: 'bulk',
      scheduledAt: null,
      now: clock.now(),
    })
    const look = async () => Promise.all(bulk.map(({ id }) => store.messages.get({ id })))
    outbox.wake()
    await outbox.idle()
    for (const message of await look()) {
      expect(message).toMatchObject({ status: 'queued', hold: { reason: 'blockout', until: opens }, attempts: [] })
      expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'held'])
    }
    await clock.advance(3_600_000)
    await outbox.idle()
    for (const message of await look()) expect(message).toMatchObject({ status: 'sent', hold: null })
  })

  it('lets a text through a blockout for which a person gave a reason', async () => {
    const clock = createFakeClock()
    const opens = clock.now() + 3_600_000
    const adapter = createTestProvider({ send: () => Promise.resolve(accepted), blockedUntil: () => opens })
    const accounts = accountsOf(() => Promise.resolve({ account, adapter, name: 'Garage' }), adapter)
    const { outbox, store, messages, statuses } = await startDispatcher(1, () => Promise.resolve(accepted), { accounts, clock })
    await outbox.idle()
    expect(await statuses()).toEqual(['queued'])
    await store.outboxLists.sendNow({ ids: messages.map(({ id }) => id), reason: 'She asked for it', now: clock.now() })
    outbox.wake()
    await outbox.idle()
    expect(await statuses()).toEqual(['sent'])
  })

  it('lets go what quiet hours kept back when they end by a change, however the change is noticed first', async () => {
    const clock = createFakeClock()
    let quietHours: Settings['quietHours'] = { from: '00:00', until: '23:59', days: [], exemptReplies: false }
    const settings = { get: () => Promise.resolve({ ...TEST_SETTINGS, quietHours }) }
    const { outbox, store, messages, statuses } = await startDispatcher(1, () => Promise.resolve(accepted), { settings, clock })
    await outbox.idle()
    expect((await store.messages.get({ id: messages[0]?.id ?? '' })).hold).toMatchObject({ reason: 'quiet_hours' })
    quietHours = null
    // Something was queued, say: the word that settings changed comes a moment later.
    outbox.wake()
    await outbox.idle()
    expect(await statuses()).toEqual(['sent'])
  })
})

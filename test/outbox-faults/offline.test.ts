import { describe, expect, it, onTestFinished } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import type { SendOutcome } from '../../src/main/providers/types.ts'
import type { Settings } from '../../src/shared/contract/desk.ts'
import type { SendingRate } from '../../src/shared/providers/descriptor.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { createTestProvider } from '../support/test-provider.ts'
import { createSettableClock, DAY, HOUR, MINUTE, numbers, SECOND, until } from './desk.ts'

const SETTINGS: Settings = { ...TEST_SETTINGS, undoSeconds: 0, duplicateMinutes: 0 }

const exchange = { request: 'POST', response: null }
const offline: SendOutcome = { class: 'offline', code: 'offline', message: 'No network.', exchange }
const accepted: SendOutcome = { class: 'accepted', refs: [], receipt: null, exchange }

/** A dispatcher whose adapter meets no network, which no machine that runs tests can bring about, until the test says so. */
async function startOfflineDispatcher(texts: number, rate: SendingRate | null) {
  const clock = createSettableClock()
  const store = await openTestStore({ now: () => clock.now() })
  await store.accounts.insert({ id: 'garage', name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
  await store.accounts.setRate({ id: 'garage', rate, at: clock.now() })
  const items = numbers(texts).map((to) => ({ to, text: 'Ready', parts: 1, requestKey: to }))
  const messages = await store.messages.enqueue({ accountId: 'garage', sender: 'Garage', items, scheduledAt: null, now: clock.now() })
  const net = { isThere: false, looks: 0, sent: 0 }
  const adapter = createTestProvider({
    send: () => {
      net.looks += 1
      if (net.isThere) net.sent += 1
      return Promise.resolve(net.isThere ? accepted : offline)
    },
  })
  const http = createHttpClient()
  const outbox = createOutbox({
    store,
    accounts: {
      open: () => Promise.resolve({ account: { id: 'garage', config: {}, secrets: {} }, adapter, name: 'Garage' }),
      describe: () => Promise.resolve({ adapter, config: {}, name: 'Garage' }),
    },
    settings: { get: () => Promise.resolve(SETTINGS) },
    adapterContext: { http, now: () => clock.now() },
    events: createEventHub(clock),
    clock,
    log: memoryLog(),
    random: () => 0.5,
  })
  onTestFinished(async () => {
    await outbox.stop()
    await http.close()
  })
  const untilSent = (count: number) =>
    until(async () => {
      const found = await Promise.all(messages.map(({ id }) => store.messages.get({ id })))
      expect(found.filter(({ status }) => status === 'sent')).toHaveLength(count)
      return found
    })
  return { clock, outbox, net, untilSent }
}

describe('a desk without a network', () => {
  it('uses up neither tries nor the rate of an account by looking for it', async () => {
    const { clock, outbox, net, untilSent } = await startOfflineDispatcher(2, { count: 2, per: 'day' })
    await outbox.idle()
    await clock.advance(2 * MINUTE)
    net.isThere = true
    await clock.advance(MINUTE + SECOND)
    for (const { tries } of (await untilSent(2)).map(({ attempts }) => ({ tries: attempts.length }))) expect(tries).toBe(1)
  })

  it('goes on looking for a night, at most once a minute, and sends each text once when it is back', async () => {
    const { clock, outbox, net, untilSent } = await startOfflineDispatcher(3, null)
    await outbox.idle()
    await clock.advance(HOUR)
    expect(net.looks).toBeGreaterThan(55)
    expect(net.looks).toBeLessThan(75)
    expect(outbox.network()).toBe('offline')
    net.isThere = true
    await clock.advance(MINUTE)
    await untilSent(3)
    expect(net.sent).toBe(3)
    expect(outbox.network()).toBe('online')
  })

  it.each([
    ['back by an hour', -HOUR],
    ['forward by a day', DAY],
  ])('finds the network again when its clock is set %s', async (_how, ms) => {
    const { clock, outbox, net, untilSent } = await startOfflineDispatcher(2, null)
    await outbox.idle()
    await clock.advance(10 * MINUTE)
    net.isThere = true
    clock.set(ms)
    await clock.advance(31 * SECOND)
    await untilSent(2)
    expect(net.sent).toBe(2)
  })
})

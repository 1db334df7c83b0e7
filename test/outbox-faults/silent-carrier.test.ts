import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { Settings } from '../../src/shared/contract/desk.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import type { CarrierCall } from './carrier.ts'
import { startCarrier } from './carrier.ts'
import { createSettableClock, HOUR, KARL, MAJA, MINUTE, numbers, SECOND, sendOne, startFaultDesk, untilCalls, untilStatus } from './desk.ts'

const SETTINGS: Settings = { ...TEST_SETTINGS, undoSeconds: 0, duplicateMinutes: 0 }

/** Time a call may take, in ms of the computer's clock: short, since it really passes. */
const PATIENCE_MS = 150

/** A dispatcher with the real adapter and real calls that give up soon. */
async function startImpatientDispatcher() {
  const clock = createSettableClock()
  const carrier = await startCarrier()
  const store = await openTestStore({ now: () => clock.now() })
  const config = { baseUrl: carrier.baseUrl, sender: 'Garage' }
  await store.accounts.insert({ id: 'garage', name: 'Garage', provider: 'connectel', config, hookKey: 'k', at: clock.now() })
  const http = createHttpClient({ exchangeTimeoutMs: PATIENCE_MS })
  const account = { id: 'garage', config, secrets: { token: 'tok-example' } }
  const outbox = createOutbox({
    store,
    accounts: {
      open: () => Promise.resolve({ account, adapter: connectelAdapter, name: 'Garage' }),
      describe: () => Promise.resolve({ adapter: connectelAdapter, config, name: 'Garage' }),
    },
    settings: { get: () => Promise.resolve(SETTINGS) },
    adapterContext: { http, now: () => clock.now() },
    events: createEventHub(clock),
    clock,
    log: memoryLog(),
    random: () => 0.5,
  })
  onTestFinished(async () => {
    carrier.hangUp()
    await outbox.stop()
    await http.close()
  })
  let wishes = 0
  async function queue(to: readonly string[], text: string): Promise<string[]> {
    wishes += 1
    const items = to.map((number) => ({ to: number, text, parts: 1, requestKey: `${wishes} ${number}` }))
    const priority = to.length > 1 ? 'bulk' : 'reply'
    const messages = await store.messages.enqueue({
      accountId: 'garage',
      sender: 'Garage',
      items,
      priority,
      scheduledAt: null,
      now: clock.now(),
    })
    outbox.wake()
    return messages.map(({ id }) => id)
  }
  const statuses = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await store.messages.get({ id })).status))
  const until = (ids: readonly string[], status: string) =>
    vi.waitFor(async () => expect(new Set(await statuses(ids))).toEqual(new Set([status])), { timeout: 5_000 })
  return { clock, carrier, store, outbox, queue, until, statuses }
}

describe('a carrier that takes the connection and never answers', () => {
  it('leaves each text one whose fate nobody knows, and a late answer changes nothing', async () => {
    const { clock, carrier, store, queue, until } = await startImpatientDispatcher()
    const open: CarrierCall[] = []
    carrier.onCall = (call) => void open.push(call)
    const [id = ''] = await queue([MAJA], 'Hello?')
    await until([id], 'unconfirmed')
    for (const call of open) call.accept()
    await clock.advance(HOUR)
    const message = await store.messages.get({ id })
    expect(message).toMatchObject({ status: 'unconfirmed', error: { code: 'timeout' } })
    expect(message.attempts.map(({ outcome, code }) => [outcome, code])).toEqual([['unknown', 'timeout']])
    expect(carrier.calls).toHaveLength(1)
  })

  it('is asked once with a batch, and each of its texts is unconfirmed', async () => {
    const { clock, carrier, queue, until } = await startImpatientDispatcher()
    carrier.onCall = () => undefined
    await until(await queue(numbers(5), 'Offer'), 'unconfirmed')
    await clock.advance(HOUR)
    expect(carrier.calls).toHaveLength(1)
  })

  it('is sent one text at a time after three calls without an answer, and bulk rests for a minute after each', async () => {
    const { clock, carrier, outbox, queue, until, statuses } = await startImpatientDispatcher()
    carrier.onCall = () => undefined
    for (const to of numbers(3)) await until(await queue([to], 'Hello?'), 'unconfirmed')
    expect([...outbox.rests().values()]).toMatchObject([{ reason: 'unclear_answers' }])

    const bulk = await queue(numbers(6).slice(3), 'Offer')
    await outbox.idle()
    expect(carrier.calls).toHaveLength(3)
    await clock.advance(59 * SECOND)
    expect(carrier.calls).toHaveLength(3)
    await clock.advance(2 * SECOND)
    await untilCalls(carrier, 4)
    expect(carrier.calls[3]?.numbers).toHaveLength(1)
    await vi.waitFor(async () => expect((await statuses(bulk)).filter((status) => status === 'unconfirmed')).toHaveLength(1), {
      timeout: 5_000,
    })
    await clock.advance(50 * SECOND)
    expect(carrier.calls).toHaveLength(4)

    carrier.onCall = (call) => call.accept()
    await until(await queue([KARL], 'A reply does not rest'), 'sent')
    await vi.waitFor(async () => expect((await statuses(bulk)).toSorted()).toEqual(['sent', 'sent', 'unconfirmed']), { timeout: 5_000 })
    expect(outbox.rests().size).toBe(0)
    expect(new Set(carrier.arrivals()).size).toBe(carrier.arrivals().length)
  })

  it('has only one call of a cautious account open at a time', async () => {
    const { carrier, queue, until, statuses } = await startImpatientDispatcher()
    carrier.onCall = () => undefined
    for (const to of numbers(3)) await until(await queue([to], 'Hello?'), 'unconfirmed')
    const replies: string[] = []
    for (const to of numbers(6)) replies.push(...(await queue([to], 'Another')))
    const sending: number[] = []
    await vi.waitFor(
      async () => {
        const found = await statuses(replies)
        sending.push(found.filter((status) => status === 'sending').length)
        expect(new Set(found)).toEqual(new Set(['unconfirmed']))
      },
      { timeout: 10_000, interval: 20 },
    )
    expect(Math.max(...sending)).toBe(1)
    expect(carrier.calls).toHaveLength(9)
  })
})

describe('a desk that stops while a carrier does not answer', () => {
  it('is closed after its grace, and every text says that nobody knows', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = () => undefined
    const ids = await Promise.all(numbers(5).map((to) => sendOne(test, to, 'Hello?')))
    await untilCalls(test.carrier, 5)
    let hasStopped = false
    const stopped = test.app.stop().then(() => (hasStopped = true))
    await test.clock.advance(9 * SECOND)
    expect(hasStopped).toBe(false)
    await test.clock.advance(2 * SECOND)
    await stopped
    test.carrier.onCall = (call) => call.accept()
    const again = await test.restart()
    for (const id of ids) {
      const message = await untilStatus(again, id, 'unconfirmed')
      expect(message.attempts.map(({ outcome }) => outcome)).toEqual(['unknown'])
    }
    await again.clock.advance(MINUTE)
    expect(test.carrier.calls).toHaveLength(5)
  })
})

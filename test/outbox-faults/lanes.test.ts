import { describe, expect, it } from 'vitest'
import { BULK_CALLS, REPLY_CALLS } from '../../src/main/outbox/lane.ts'
import type { CarrierCall } from './carrier.ts'
import { startCarrier } from './carrier.ts'
import {
  addAccount,
  ANNA,
  HOUR,
  KARL,
  MAJA,
  MINUTE,
  numbers,
  SECOND,
  send,
  sendOne,
  startFaultDesk,
  until,
  untilCalls,
  untilStatus,
} from './desk.ts'

const tooMany =
  (seconds: number) =>
  (call: CarrierCall): void =>
    call.answer(429, { error: 'Slow down' }, { 'retry-after': String(seconds) })

describe('a provider that says “too many”', () => {
  it('is left in peace for as long as it says, and other accounts go on', async () => {
    const test = await startFaultDesk()
    const other = await startCarrier()
    const shop = { ...test, accountId: await addAccount(test, other, 'Shop') }
    test.carrier.onCall = tooMany(30)
    const limited = await sendOne(test, MAJA, 'Limited')
    await until(async () => expect((await test.desk.messages.get({ id: limited })).notBefore).toBe(test.clock.now() + 30 * SECOND))
    test.carrier.onCall = (call) => call.accept()
    const waiting = await sendOne(test, KARL, 'Waits with it')
    await untilStatus(test, await sendOne(shop, ANNA, 'Passes'), 'sent')
    await test.clock.advance(29 * SECOND)
    expect(test.carrier.calls).toHaveLength(1)
    const { lanes } = await test.desk.outbox.overview()
    expect(lanes.map(({ accountName, rest }) => [accountName, rest?.reason ?? null])).toEqual(
      expect.arrayContaining([
        ['Garage', 'provider_limit'],
        ['Shop', null],
      ]),
    )
    await test.clock.advance(SECOND)
    await untilStatus(test, waiting, 'sent')
    const message = await untilStatus(test, limited, 'sent')
    expect(message.attempts.map(({ outcome }) => outcome)).toEqual(['not_accepted_transient', 'accepted'])
  })

  it('uses up no try, however often it says so', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = tooMany(2)
    const id = await sendOne(test, MAJA, 'Patient')
    for (let time = 1; time <= 8; time += 1) {
      await untilCalls(test.carrier, time)
      await until(async () => expect((await test.desk.messages.get({ id })).notBefore).toBe(test.clock.now() + 2 * SECOND))
      await test.clock.advance(2 * SECOND)
    }
    test.carrier.onCall = (call) => call.accept()
    await test.clock.advance(4 * SECOND)
    await untilStatus(test, id, 'sent')
  })

  it('is obeyed at its longest wish when it answers several texts at once', async () => {
    const test = await startFaultDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    await sendOne(test, MAJA, 'One')
    await sendOne(test, KARL, 'Two')
    await untilCalls(test.carrier, 2)
    test.carrier.onCall = (call) => call.accept()
    const [one, two] = open
    if (one !== undefined) tooMany(600)(one)
    await until(async () => expect((await test.desk.messages.list({ limit: 10, status: 'queued' })).messages).toHaveLength(1))
    if (two !== undefined) tooMany(1)(two)
    await until(async () => expect((await test.desk.messages.list({ limit: 10, status: 'queued' })).messages).toHaveLength(2))
    await sendOne(test, ANNA, 'Three')
    await test.clock.advance(599 * SECOND)
    expect(test.carrier.calls).toHaveLength(2)
    await test.clock.advance(2 * SECOND)
    await untilCalls(test.carrier, 5)
  })
})

describe('an account with a rate of its own', () => {
  it('keeps it in every span, and sends all there is', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 2, per: 'second' } })
    const arrivals: number[] = []
    test.carrier.onCall = (call) => {
      arrivals.push(test.clock.now())
      call.accept()
    }
    const messages = await Promise.all(numbers(7).map((to, index) => sendOne(test, to, `text ${index}`)))
    for (let step = 0; step < 45; step += 1) {
      await until(async () => expect((await test.desk.desk.status()).counts.waiting).toBe(7 - arrivals.length))
      await test.clock.advance(100)
    }
    for (const id of messages) await untilStatus(test, id, 'sent')
    expect(arrivals).toHaveLength(7)
    for (const from of arrivals) expect(arrivals.filter((at) => at >= from && at < from + SECOND).length).toBeLessThanOrEqual(2)
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeLessThan(4 * SECOND)
  })

  it('keeps it over a restart', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 3, per: 'minute' } })
    await Promise.all(numbers(5).map((to, index) => sendOne(test, to, `text ${index}`)))
    await untilCalls(test.carrier, 3)
    await test.clock.advance(20 * SECOND)
    const again = await test.restart()
    await again.clock.advance(39 * SECOND)
    expect(test.carrier.calls).toHaveLength(3)
    expect((await again.desk.outbox.overview()).lanes.find(({ accountName }) => accountName === 'Garage')?.rest).toMatchObject({
      reason: 'rate',
    })
    await again.clock.advance(2 * SECOND)
    await untilCalls(test.carrier, 5)
  })

  it('counts each number of a call that takes several', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 4, per: 'minute' } })
    await send(test, numbers(10), 'Offer')
    await untilCalls(test.carrier, 1)
    expect(test.carrier.calls[0]?.numbers).toHaveLength(4)
    await test.clock.advance(MINUTE)
    await untilCalls(test.carrier, 2)
    await test.clock.advance(MINUTE)
    await untilCalls(test.carrier, 3)
    expect(test.carrier.calls.map((call) => call.numbers.length)).toEqual([4, 4, 2])
    expect(new Set(test.carrier.arrivals()).size).toBe(10)
  })

  it('is not slower for an hour because its clock was set back by one', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 4, per: 'minute' } })
    for (const to of numbers(4)) {
      await untilStatus(test, await sendOne(test, to, 'before'), 'sent')
      await test.clock.advance(5 * SECOND)
    }
    test.clock.set(-HOUR)
    await Promise.all(numbers(4).map((to) => sendOne(test, to, 'after')))
    await test.clock.advance(2 * MINUTE)
    await untilCalls(test.carrier, 8)
    expect(new Set(test.carrier.arrivals()).size).toBe(8)
  })

  it('sends replies before the bulk that waited longer', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.pause({ id: test.accountId })
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 1, per: 'second' } })
    await send(test, numbers(3), 'Offer')
    await test.clock.advance(MINUTE)
    await sendOne(test, MAJA, 'Your car is ready')
    await test.desk.accounts.resume({ id: test.accountId })
    for (let calls = 1; calls <= 4; calls += 1) {
      await untilCalls(test.carrier, calls)
      await test.clock.advance(SECOND)
    }
    expect(test.carrier.calls.map(({ text }) => text)).toEqual(['Your car is ready', 'Offer', 'Offer', 'Offer'])
  })
})

describe('a slow bulk', () => {
  it('leaves calls free for replies, and no more calls are made than there are', async () => {
    const test = await startFaultDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const everyone = numbers(2 * (BULK_CALLS + 3))
    for (let index = 0; index < everyone.length; index += 2) await send(test, everyone.slice(index, index + 2), `offer ${index}`)
    await untilCalls(test.carrier, BULK_CALLS)
    const replies = numbers(80).slice(-(REPLY_CALLS + 1))
    for (const to of replies) await sendOne(test, to, 'An answer')
    await untilCalls(test.carrier, BULK_CALLS + REPLY_CALLS)
    expect(test.carrier.calls.filter(({ text }) => text === 'An answer')).toHaveLength(REPLY_CALLS)
    await test.clock.advance(MINUTE)
    expect(test.carrier.calls).toHaveLength(BULK_CALLS + REPLY_CALLS)
    test.carrier.onCall = (call) => call.accept()
    open.find(({ text }) => text !== 'An answer')?.accept()
    await until(() => expect(test.carrier.calls.filter(({ text }) => text === 'An answer')).toHaveLength(REPLY_CALLS + 1))
    for (const call of open) call.accept()
    await until(async () =>
      expect((await test.desk.messages.list({ limit: 500, status: 'sent' })).messages).toHaveLength(everyone.length + replies.length),
    )
    expect(new Set(test.carrier.arrivals()).size).toBe(test.carrier.arrivals().length)
  })

  it('lets an answer to one of its own recipients go first', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.pause({ id: test.accountId })
    await send(test, [MAJA, KARL], 'Offer')
    await sendOne(test, MAJA, 'Your car is ready')
    await test.desk.accounts.resume({ id: test.accountId })
    await until(() => expect(test.carrier.arrivals()).toHaveLength(3))
    expect(test.carrier.arrivals().indexOf(`${MAJA} Your car is ready`)).toBeLessThan(test.carrier.arrivals().indexOf(`${MAJA} Offer`))
  })
})

describe('what is wrong with one', () => {
  it('account does not hold up another', async () => {
    const test = await startFaultDesk()
    const other = await startCarrier()
    const shop = { ...test, accountId: await addAccount(test, other, 'Shop') }
    test.carrier.onCall = (call) => call.answer(401, { error: 'Unauthorized' })
    const kept = await send(test, numbers(5), 'Kept')
    await until(async () => expect((await test.desk.accounts.get({ id: test.accountId })).status).toBe('paused'))
    await send(shop, numbers(5), 'Passes')
    await until(() => expect(other.arrivals()).toHaveLength(5))
    expect((await test.desk.accounts.get({ id: test.accountId })).waiting).toBe(5)
    await test.clock.advance(HOUR)
    expect(test.carrier.calls).toHaveLength(1)
    test.carrier.onCall = (call) => call.accept()
    await test.desk.accounts.resume({ id: test.accountId })
    for (const { id } of kept) await untilStatus(test, id, 'sent')
  })

  it('number in a batch does not hold up the others, and only it fails', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.accept([KARL])
    const messages = await send(test, [MAJA, KARL, ANNA], 'Offer')
    const [maja = '', karl = '', anna = ''] = messages.map(({ id }) => id)
    await untilStatus(test, maja, 'sent')
    await untilStatus(test, anna, 'sent')
    const failed = await untilStatus(test, karl, 'failed')
    expect(failed.error?.message).toContain('number')
    await test.clock.advance(HOUR)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('number does not hold up the queue', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => (call.numbers.includes(MAJA) ? call.answer(400, { error: 'Invalid recipient' }) : call.accept())
    const bad = await sendOne(test, MAJA, 'No')
    const good = await sendOne(test, KARL, 'Yes')
    await untilStatus(test, bad, 'failed')
    await untilStatus(test, good, 'sent')
    expect(test.carrier.arrivals()).toHaveLength(2)
  })

  it('batch whose fate nobody knows makes each of its texts unconfirmed, and none goes again', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.hangUp()
    const messages = await send(test, [MAJA, KARL, ANNA], 'Offer')
    for (const { id } of messages) await untilStatus(test, id, 'unconfirmed')
    test.carrier.onCall = (call) => call.accept()
    await test.clock.advance(HOUR)
    await (await test.restart()).clock.advance(HOUR)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('account that takes no lists gets the texts one by one, and no try is used up', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => (call.isList ? call.answer(400, { error: 'bulk is not supported' }) : call.accept())
    const messages = await send(test, [MAJA, KARL, ANNA], 'Offer')
    for (const { id } of messages) {
      const { attempts } = await untilStatus(test, id, 'sent')
      expect(attempts.map(({ outcome, code }) => [outcome, code])).toEqual([
        ['not_accepted_transient', 'batch_unsupported'],
        ['accepted', null],
      ])
    }
    expect(test.carrier.calls.map(({ isList }) => isList)).toEqual([true, false, false, false])
    await send(test, numbers(3), 'Another offer')
    await untilCalls(test.carrier, 7)
    expect(test.carrier.calls.slice(4).map(({ isList }) => isList)).toEqual([false, false, false])
  })

  it('answer lost after the texts of a batch were taken makes none of them go again', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(200, 'gibberish')
    const messages = await send(test, [MAJA, KARL], 'Offer')
    for (const { id } of messages) await untilStatus(test, id, 'unconfirmed')
    await test.clock.advance(HOUR)
    expect(test.carrier.calls).toHaveLength(1)
  })
})

describe('one conversation', () => {
  it('never has the same number twice in a batch', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.pause({ id: test.accountId })
    await send(test, [MAJA, KARL], 'Offer')
    await send(test, [MAJA, KARL], 'Offer')
    await test.desk.accounts.resume({ id: test.accountId })
    await until(() => expect(test.carrier.arrivals()).toHaveLength(4))
    expect(test.carrier.calls.map((call) => call.numbers)).toEqual([
      [MAJA, KARL],
      [MAJA, KARL],
    ])
  })
})

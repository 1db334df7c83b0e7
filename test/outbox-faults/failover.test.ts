import { describe, expect, it } from 'vitest'
import type { Carrier, CarrierCall } from './carrier.ts'
import { startCarrier } from './carrier.ts'
import type { FaultDesk } from './desk.ts'
import { addAccount, HOUR, MAJA, MINUTE, numbers, SECOND, send, sendOne, startFaultDesk, until, untilCalls, untilStatus } from './desk.ts'

interface TwoAccounts extends FaultDesk {
  /** The carrier of the account that stands in. */
  shop: Carrier
  shopId: string
}

/** “Garage” sends, “Shop” stands in. */
async function withStandIn(): Promise<TwoAccounts> {
  const test = await startFaultDesk()
  const shop = await startCarrier()
  const shopId = await addAccount(test, shop, 'Shop')
  await test.desk.settings.set({ failoverOrder: [test.accountId, shopId] })
  return { ...test, shop, shopId }
}

const wrongToken = (call: CarrierCall): void => call.answer(401, { error: 'Unauthorized' })
const refuse = (call: CarrierCall): void => call.answer(400, { error: 'Invalid recipient' })
const busy = (call: CarrierCall): void => call.answer(503, { error: 'Busy' })

const kinds = (message: { events: readonly { kind: string }[] }): string[] => message.events.map(({ kind }) => kind)

describe('another account stands in', () => {
  it('for one that refused the text, with its own sender, and says so', async () => {
    const test = await withStandIn()
    test.carrier.onCall = refuse
    const message = await untilStatus(test, await sendOne(test, MAJA, 'Moved'), 'sent')
    expect(message).toMatchObject({ accountId: test.shopId, accountName: 'Shop', from: 'Shop', failedOverFrom: 'Garage', error: null })
    expect(kinds(message).slice(0, 5)).toEqual(['queued', 'claimed', 'failed_over', 'claimed', 'accepted'])
    expect(message.events.find(({ kind }) => kind === 'failed_over')?.description).toMatch(/Garage.*Shop/s)
    expect(message.attempts.map(({ accountName, outcome }) => [accountName, outcome])).toEqual([
      ['Garage', 'not_accepted_permanent'],
      ['Shop', 'accepted'],
    ])
    expect(test.shop.calls.map(({ sender }) => sender)).toEqual(['Shop'])
  })

  it('for one with a problem of its own, which pauses and keeps the rest of its queue', async () => {
    const test = await withStandIn()
    await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 1, per: 'hour' } })
    test.carrier.onCall = wrongToken
    const [first = '', second = ''] = [await sendOne(test, numbers(1)[0] ?? '', 'One'), await sendOne(test, MAJA, 'Two')]
    expect((await untilStatus(test, first, 'sent')).failedOverFrom).toBe('Garage')
    expect((await test.desk.accounts.get({ id: test.accountId })).status).toBe('paused')
    await test.clock.advance(2 * HOUR)
    expect(await test.desk.messages.get({ id: second })).toMatchObject({
      status: 'queued',
      accountId: test.accountId,
      failedOverFrom: null,
    })
  })

  it('for one that cannot take the text, at the second try and not before', async () => {
    const test = await withStandIn()
    test.carrier.onCall = busy
    const id = await sendOne(test, MAJA, 'Twice')
    await until(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
    expect(test.shop.calls).toHaveLength(0)
    await test.clock.advance(3 * SECOND)
    const message = await untilStatus(test, id, 'sent')
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([2, 1])
    expect(message.failedOverFrom).toBe('Garage')
  })

  it('for one that has given a text up', async () => {
    const test = await withStandIn()
    await test.desk.settings.set({ failoverOrder: [] })
    test.carrier.onCall = busy
    const id = await sendOne(test, MAJA, 'At last')
    for (let tries = 1; tries <= 4; tries += 1) {
      await until(async () =>
        expect((await test.desk.messages.get({ id })).attempts.filter(({ outcome }) => outcome !== null)).toHaveLength(tries),
      )
      if (tries === 4) await test.desk.settings.set({ failoverOrder: [test.shopId] })
      const { notBefore } = await test.desk.messages.get({ id })
      await test.clock.advance((notBefore ?? 0) - test.clock.now())
    }
    const message = await untilStatus(test, id, 'sent')
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([5, 1])
    expect(message).toMatchObject({ accountName: 'Shop', failedOverFrom: 'Garage' })
  })

  it('for each text of a batch that was refused', async () => {
    const test = await withStandIn()
    const [bad = '', ...good] = numbers(4)
    test.carrier.onCall = (call) => call.accept([bad])
    const messages = await send(test, [bad, ...good], 'Offer')
    for (const { id, to } of messages) {
      expect((await untilStatus(test, id, 'sent')).accountName).toBe(to === bad ? 'Shop' : 'Garage')
    }
    expect(test.shop.arrivals()).toEqual([`${bad} Offer`])
  })
})

describe('no account stands in', () => {
  it.each<[string, (call: CarrierCall) => void]>([
    ['the connection broke', (call) => call.hangUp()],
    ['the provider had a fault of its own', (call) => call.answer(500, { error: 'Oops' })],
    ['nobody understands the answer', (call) => call.answer(200, 'Welcome')],
  ])('where the text may be on its way: %s', async (_what, onCall) => {
    const test = await withStandIn()
    test.carrier.onCall = onCall
    const message = await untilStatus(test, await sendOne(test, MAJA, 'Perhaps'), 'unconfirmed')
    await test.clock.advance(HOUR)
    expect(test.shop.calls).toHaveLength(0)
    expect(message).toMatchObject({ accountId: test.accountId, failedOverFrom: null })
  })

  it('where a batch may be on its way', async () => {
    const test = await withStandIn()
    test.carrier.onCall = (call) => call.hangUp()
    for (const { id } of await send(test, numbers(3), 'Offer')) await untilStatus(test, id, 'unconfirmed')
    await test.clock.advance(HOUR)
    expect(test.shop.calls).toHaveLength(0)
  })

  it('for a provider that only asks for a slower pace', async () => {
    const test = await withStandIn()
    test.carrier.onCall = (call) => call.answer(429, {}, { 'retry-after': '2' })
    const id = await sendOne(test, MAJA, 'Patient')
    for (let time = 1; time <= 4; time += 1) {
      await untilCalls(test.carrier, time)
      await until(async () => expect((await test.desk.messages.get({ id })).notBefore).toBe(test.clock.now() + 2 * SECOND))
      await test.clock.advance(2 * SECOND)
    }
    expect(test.shop.calls).toHaveLength(0)
  })

  it('when the order is empty', async () => {
    const test = await withStandIn()
    await test.desk.settings.set({ failoverOrder: [] })
    test.carrier.onCall = refuse
    await untilStatus(test, await sendOne(test, MAJA, 'No'), 'failed')
    expect(test.shop.calls).toHaveLength(0)
  })

  it('that is paused or was removed', async () => {
    const test = await withStandIn()
    const gone = await startCarrier()
    const goneId = await addAccount(test, gone, 'Gone')
    await test.desk.settings.set({ failoverOrder: [goneId, test.shopId] })
    await test.desk.accounts.remove({ id: goneId })
    await test.desk.accounts.pause({ id: test.shopId })
    test.carrier.onCall = refuse
    const message = await untilStatus(test, await sendOne(test, MAJA, 'No'), 'failed')
    expect(message).toMatchObject({ accountName: 'Garage', failedOverFrom: null })
    expect(gone.calls).toHaveLength(0)
  })
})

describe('a text that two accounts will not take', () => {
  it('fails at the second, and does not go back to the first', async () => {
    const test = await withStandIn()
    test.carrier.onCall = refuse
    test.shop.onCall = refuse
    const message = await untilStatus(test, await sendOne(test, MAJA, 'No'), 'failed')
    await test.clock.advance(HOUR)
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([1, 1])
    expect(message).toMatchObject({ accountName: 'Shop', failedOverFrom: 'Garage' })
  })

  it('waits at the second when that has a problem too', async () => {
    const test = await withStandIn()
    test.carrier.onCall = wrongToken
    test.shop.onCall = wrongToken
    const id = await sendOne(test, MAJA, 'Waits')
    await until(async () => expect((await test.desk.accounts.get({ id: test.shopId })).status).toBe('paused'))
    await test.clock.advance(HOUR)
    expect(await test.desk.messages.get({ id })).toMatchObject({ status: 'queued', accountName: 'Shop' })
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([1, 1])
    test.shop.onCall = (call) => call.accept()
    await test.desk.accounts.resume({ id: test.shopId })
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('gets its tries anew at the second, and gives up there', async () => {
    const test = await withStandIn()
    test.carrier.onCall = busy
    test.shop.onCall = busy
    const id = await sendOne(test, MAJA, 'Nobody')
    for (let look = 0; look < 40 && (await test.desk.messages.get({ id })).status !== 'failed'; look += 1) {
      await until(async () => expect((await test.desk.messages.get({ id })).status).not.toBe('sending'))
      await test.clock.advance(30 * SECOND)
    }
    await untilStatus(test, id, 'failed')
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([2, 5])
  })

  it('may go to the first again once a person has asked for it', async () => {
    const test = await withStandIn()
    test.carrier.onCall = refuse
    test.shop.onCall = refuse
    const id = await sendOne(test, MAJA, 'Once more')
    await untilStatus(test, id, 'failed')
    await test.clock.advance(MINUTE)
    test.carrier.onCall = (call) => call.accept()
    await test.desk.messages.retry({ id })
    const message = await untilStatus(test, id, 'sent')
    expect([test.carrier.calls.length, test.shop.calls.length]).toEqual([2, 2])
    expect(message.accountName).toBe('Garage')
  })
})

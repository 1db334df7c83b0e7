import { describe, expect, it } from 'vitest'
import { ANNA, DAY, HOUR, KARL, MAJA, MINUTE, until } from '../outbox-faults/desk.ts'
import { addOkRoute, startReplyDesk, TEXTS, untilSent, type Said } from './desk.ts'

/** Monday, 20:00 in Stockholm. */
const EVENING = Date.UTC(2026, 2, 2, 19, 0, 0)
const OFFICE = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', until: '17:00' }))

describe('an away message', () => {
  it('answers outside the hours, once to each number within its time, and not within the hours', async () => {
    const test = await startReplyDesk(EVENING)
    await test.away({ hours: OFFICE })
    await test.says('Are you open?')
    await test.says('Hello?')
    await test.says('Hej', { from: KARL })
    await untilSent(test)
    expect(test.automatic().map(({ to, status }) => [to, status])).toEqual([
      [MAJA, 'sent'],
      [KARL, 'sent'],
    ])
    await test.clock.advance(13 * HOUR)
    await test.says('Good morning')
    expect(test.automatic()).toHaveLength(2)
    await test.clock.advance(12 * HOUR)
    await test.says('And tonight?')
    expect(test.automatic()).toHaveLength(3)
    const { messages } = await test.desk.messages.list({ to: MAJA, limit: 1 })
    expect(messages).toMatchObject([{ automatic: 'away', from: 'Garage', text: 'We are closed.', priority: 'reply' }])
  })

  it('is no answer: the conversation stays unread and unanswered', async () => {
    const test = await startReplyDesk()
    await test.away()
    await test.says('Are you open?')
    await untilSent(test)
    const { conversations } = await test.desk.conversations.list({ filter: 'unanswered', limit: 10 })
    expect(conversations).toMatchObject([{ peer: MAJA, unread: 1, lastMessage: { automatic: 'away', text: 'We are closed.' } }])
  })

  it('keeps to its time over a restart', async () => {
    const test = await startReplyDesk(EVENING)
    await test.away({ everyHours: 2 })
    await test.says('One')
    await untilSent(test)
    const again = await test.restart()
    await test.clock.advance(2 * HOUR - MINUTE)
    await again.says('Two')
    expect(again.automatic()).toHaveLength(1)
    await test.clock.advance(2 * MINUTE)
    await again.says('Three')
    expect(again.automatic()).toHaveLength(2)
  })

  it('is of the account that the text came in on, and of no other', async () => {
    const test = await startReplyDesk()
    const shopId = await addOkRoute(test)
    const shop: Said = { accountId: shopId, protocol: 'okroute' }
    await test.away()
    await test.says('Hello', shop)
    expect(test.automatic()).toEqual([])
    await test.says('Hello')
    await untilSent(test)
    expect(test.carrier.arrivals()).toEqual([`${MAJA} We are closed.`])
    // Told by one account, not told by another.
    await test.away({ accountId: shopId, text: 'The shop is closed.' })
    await test.says('Hello again', shop)
    expect(test.automatic()).toHaveLength(1)
  })

  it('never goes through an account that stands in, and waits for a paused one, an hour at most', async () => {
    const test = await startReplyDesk()
    const shopId = await addOkRoute(test)
    await test.desk.settings.set({ failoverOrder: [test.accountId, shopId] })
    await test.away()
    test.carrier.onCall = (call) => call.answer(401, { error: 'Unauthorized' })
    await test.says('Hello')
    await until(async () => expect((await test.desk.accounts.get({ id: test.accountId })).status).toBe('paused'))
    await test.says('Hello', { from: KARL })
    expect(test.automatic().map(({ status }) => status)).toEqual(['queued', 'queued'])
    await test.clock.advance(HOUR - MINUTE)
    await test.says('Hello', { from: ANNA })
    await test.clock.advance(2 * MINUTE)
    test.carrier.onCall = (call) => call.accept()
    await test.desk.accounts.resume({ id: test.accountId })
    await untilSent(test)
    expect(test.automatic().map(({ to, status }) => [to, status])).toEqual([
      [MAJA, 'expired'],
      [KARL, 'expired'],
      [ANNA, 'sent'],
    ])
  })

  it('is not sent once it is off, to who is opted out, or in answer to a word', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: { ...TEXTS, optOut: null, optIn: null } })
    await test.away()
    await test.desk.optOuts.add({ numbers: [KARL], reason: 'Called' })
    await test.says('Hello', { from: KARL })
    await test.says('START', { from: ANNA })
    await test.says('STOP')
    await test.away({ on: false })
    await test.says('Hello', { from: '+46701740608' })
    expect(test.automatic()).toEqual([])
  })

  it('goes in quiet hours within an hour of the customer’s text, where answers do', async () => {
    const test = await startReplyDesk(EVENING)
    await test.desk.settings.set({ quietHours: { from: '18:00', until: '08:00', days: [], exemptReplies: true } })
    await test.away()
    await test.says('Hello')
    await untilSent(test)
    expect(test.automatic().map(({ status }) => status)).toEqual(['sent'])
  })

  it('is refused without words, too long for its provider, in no zone, and for no account', async () => {
    const { away, desk, accountId } = await startReplyDesk()
    const refused = async (change: Parameters<typeof away>[0], code: string) =>
      expect(away(change)).rejects.toMatchObject({ data: { code } })
    await refused({ text: '  ' }, 'text_empty')
    await refused({ text: 'x'.repeat(5_000) }, 'text_too_long')
    await refused({ zone: 'Europe/Nowhere' }, 'zone_unknown')
    await refused({ accountId: '0190a000-0000-7000-8000-000000000001' }, 'account_not_found')
    await away({ on: false, text: '' })
    expect((await desk.replies.away()).away).toMatchObject([{ accountId, on: false, text: '' }])
  })

  it('of a removed account is kept by nobody', async () => {
    const test = await startReplyDesk()
    await test.away()
    await test.clock.advance(DAY)
    await test.desk.accounts.remove({ id: test.accountId })
    expect((await test.desk.replies.away()).away).toEqual([])
  })
})

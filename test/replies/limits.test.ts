import { describe, expect, it } from 'vitest'
import { HOUR, KARL, MAJA, MINUTE, until } from '../outbox-faults/desk.ts'
import { OWN, startReplyDesk, TEXTS, untilSent } from './desk.ts'

describe('automatic texts', () => {
  it('go to one number three times an hour at most, of whatever kind, over a restart as well', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.away()
    await test.says('Hello')
    await test.says('HELP')
    await untilSent(test)
    const again = await test.restart()
    await again.says('help')
    await again.says('info')
    await again.says('STOP')
    await again.says('HELP', { from: KARL })
    await untilSent(again)
    expect(again.automatic().map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      `away ${MAJA}`,
      `help ${MAJA}`,
      `help ${MAJA}`,
      `help ${KARL}`,
    ])
    // The word counts, though nothing confirms it.
    expect((await again.desk.optOuts.ofNumbers({ numbers: [MAJA] })).optOuts).toHaveLength(1)
    await test.clock.advance(HOUR + MINUTE)
    await again.says('HELP')
    expect(again.automatic()).toHaveLength(5)
  })

  it('share that number with texts that answer missed calls', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.says('Hello')
    const insert = test.db.prepare(
      `INSERT INTO messages (id, automatic, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
       SELECT ?, 'missed_call', id, ?, 'outbound', ?, 'Garage', 'We ring you back.', 1, 'sent', @now, @now FROM conversations`,
    )
    for (const id of ['a', 'b', 'c']) insert.run(id, test.accountId, MAJA, { now: test.clock.now() })
    await test.says('HELP')
    expect(test.automatic()).toHaveLength(3)
  })

  it.each([
    ['a short code', '72456'],
    ['a name', 'Bank'],
  ])('never go to %s', async (_what, from) => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.away()
    for (const text of ['Hello', 'HELP', 'START', 'STOP']) await test.says(text, { from })
    expect(test.automatic()).toEqual([])
    expect((await test.desk.optOuts.list({ limit: 10 })).total).toBe(0)
    await test.says('HELP')
    expect(test.automatic()).toHaveLength(1)
  })

  it('never go to a number that the desk itself sends from', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.desk.accounts.add({
      provider: 'connectel',
      name: 'Shop',
      config: { baseUrl: test.carrier.baseUrl, sender: '46701740688' },
      secrets: { token: 'tok-example' },
    })
    // The list of accounts is known to have changed a moment later.
    await test.clock.advance(1_000)
    await test.says('HELP', { from: '+46701740688' })
    expect(test.automatic()).toEqual([])
    await test.says('HELP', { from: '+46701740689' })
    expect(test.automatic()).toHaveLength(1)
  })

  it('of two desks that answer each other come to an end after three', async () => {
    const desks = await Promise.all([startReplyDesk(), startReplyDesk()])
    const [one, other] = desks
    const numbers = [`+${OWN}`, '+46701740699']
    for (const [index, desk] of desks.entries()) {
      await desk.rules({ texts: { ...TEXTS, help: 'HELP' } })
      const peer = desks[1 - index] ?? desk
      desk.carrier.onCall = (call) => {
        call.accept()
        void peer.says(call.text, { from: numbers[index] ?? '', to: numbers[1 - index] ?? '' })
      }
    }
    await one.says('HELP', { from: numbers[1] ?? '' })
    const inbound = (desk: typeof one) => desk.db.prepare(`SELECT count(*) FROM messages WHERE direction = 'inbound'`).pluck().get()
    await until(() => expect([inbound(one), inbound(other)]).toEqual([4, 3]))
    await Promise.all(desks.map(untilSent))
    expect([one.automatic().length, other.automatic().length]).toEqual([3, 3])
  })
})

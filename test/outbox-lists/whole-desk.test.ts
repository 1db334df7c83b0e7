import { describe, expect, test, vi } from 'vitest'
import type { Change } from '../../src/shared/contract/desk.ts'
import type { OutboxDesk } from '../support/outbox-desk.ts'
import { addAccount, sendText, startOutboxDesk, untilStatus } from '../support/outbox-desk.ts'
import { answers } from '../support/scripted-provider.ts'

const CAR = '+46701740605'
const TABLE = '+46701740606'
const HOUR = 3_600_000

async function schedule(test: OutboxDesk, to: string, inMs: number): Promise<string> {
  const { messages } = await test.desk.messages.send({
    requestId: crypto.randomUUID(),
    accountId: test.accountId,
    to: [to],
    text: 'Your car is ready',
    at: test.clock.now() + inMs,
  })
  return messages[0]?.id ?? ''
}

const statusOf = async (test: OutboxDesk, id: string) => (await test.desk.messages.get({ id })).status

const laneOf = async (test: OutboxDesk, accountId = test.accountId) =>
  (await test.desk.outbox.overview()).lanes.find((lane) => lane.accountId === accountId)

describe('the Outbox of a whole desk', () => {
  test('what is being sent is too late to take back; what waits behind it is not', async () => {
    const desk = await startOutboxDesk()
    let answerNow = () => {}
    desk.provider.answer = (...call) => {
      answerNow = () => answers.accept(...call)
    }
    const first = await sendText(desk, CAR, 'One')
    const second = await sendText(desk, CAR, 'Two')
    await vi.waitFor(() => expect(desk.provider.received).toHaveLength(1))
    const { messages } = await desk.desk.outbox.list({ view: 'waiting', limit: 10 })
    expect(messages.map(({ id, status }) => [id, status])).toEqual([
      [first.id, 'sending'],
      [second.id, 'queued'],
    ])
    expect(await laneOf(desk)).toMatchObject({ waiting: 1, sending: 1 })
    expect(await desk.desk.outbox.cancel({ ids: [first.id, second.id] })).toEqual({ cancelled: 1, tooLate: 1 })
    expect([await statusOf(desk, first.id), await statusOf(desk, second.id)]).toEqual(['sending', 'cancelled'])
    answerNow()
    await untilStatus(desk, first.id, 'sent')
    expect(desk.provider.received.map(({ message }) => message)).toEqual(['One'])
  })

  test('a scheduled text that is sent now goes out at once, and not again at its time', async () => {
    const desk = await startOutboxDesk()
    const id = await schedule(desk, CAR, HOUR)
    const later = await schedule(desk, TABLE, HOUR)
    const { counts } = await desk.desk.outbox.overview()
    expect(counts).toMatchObject({ waiting: 0, scheduled: 2 })
    expect(await desk.desk.outbox.sendNow({ ids: [id] })).toEqual({ queued: 1, left: 0 })
    await untilStatus(desk, id, 'sent')
    expect(desk.provider.received).toHaveLength(1)
    await desk.clock.advance(HOUR)
    await untilStatus(desk, later, 'sent')
    expect(desk.provider.received.map(({ recipient }) => recipient).toSorted()).toEqual([CAR, TABLE].map((to) => to.slice(1)))
  })

  test('what waits for a paused account goes out once, through the account it is moved to', async () => {
    const desk = await startOutboxDesk()
    desk.provider.answer = answers.wrongToken
    const ids = [(await sendText(desk, CAR, 'One')).id, (await sendText(desk, CAR, 'Two')).id]
    await vi.waitFor(async () => expect(await laneOf(desk)).toMatchObject({ status: 'paused', waiting: 2, sending: 0, rest: null }))
    const refused = desk.provider.received.length
    desk.provider.answer = answers.accept
    const toAccountId = await addAccount(desk, desk.provider, 'Shop')
    expect(await desk.desk.outbox.moveWaiting({ fromAccountId: desk.accountId, toAccountId })).toEqual({ moved: 2, left: 0 })
    for (const id of ids) expect(await untilStatus(desk, id, 'sent')).toMatchObject({ accountId: toAccountId, failedOverFrom: 'Garage' })
    expect(desk.provider.received.slice(refused).map(({ message }) => message)).toEqual(['One', 'Two'])
    // Nothing holds the first account any more: it can be removed.
    await desk.desk.accounts.remove({ id: desk.accountId })
    expect((await desk.desk.outbox.overview()).lanes.map(({ accountName }) => accountName)).not.toContain('Garage')
  })

  test('all failures of a kind go out again', async () => {
    const desk = await startOutboxDesk()
    desk.provider.answer = answers.refuse
    const ids = [(await sendText(desk, CAR, 'One')).id, (await sendText(desk, TABLE, 'Two')).id]
    for (const id of ids) await untilStatus(desk, id, 'failed')
    const { failures, failuresSince, counts } = await desk.desk.outbox.overview()
    expect(counts.failed).toBe(2)
    expect(failures).toMatchObject([{ count: 2, retryable: 2 }])
    desk.provider.answer = answers.accept
    expect(await desk.desk.outbox.retryFailed({ code: failures[0]?.code ?? '', since: failuresSince })).toEqual({ queued: 2 })
    for (const id of ids) await untilStatus(desk, id, 'sent')
    expect((await desk.desk.outbox.overview()).failures).toEqual([])
  })

  test('several unconfirmed texts are settled alike, and sent again once each', async () => {
    const desk = await startOutboxDesk()
    desk.provider.answer = answers.hangUp
    const ids = [(await sendText(desk, CAR, 'One')).id, (await sendText(desk, TABLE, 'Two')).id]
    for (const id of ids) await untilStatus(desk, id, 'unconfirmed')
    expect((await desk.desk.outbox.list({ view: 'unconfirmed', limit: 10 })).messages).toHaveLength(2)
    desk.provider.answer = answers.accept
    const settle = () => desk.desk.outbox.settle({ ids, decision: 'send_again' })
    const [one, other] = await Promise.all([settle(), settle()])
    expect([one.settled + other.settled, one.left + other.left]).toEqual([2, 2])
    for (const id of ids) await untilStatus(desk, id, 'sent')
    expect(desk.provider.received).toHaveLength(4)
  })

  test('a lane that the provider told to wait says so, and until when', async () => {
    const desk = await startOutboxDesk()
    desk.provider.answer = answers.tooMany
    await sendText(desk, CAR, 'One')
    await vi.waitFor(async () =>
      expect(await laneOf(desk)).toMatchObject({ status: 'active', rest: { reason: 'provider_limit', until: desk.clock.now() + 30_000 } }),
    )
  })

  test('screens are told of what is done to many', async () => {
    const desk = await startOutboxDesk()
    const changes: Change[] = []
    desk.app.events.subscribe((event) => void (event.kind === 'changed' && changes.push(...event.changes)))
    await schedule(desk, CAR, HOUR)
    await desk.clock.advance(100)
    changes.length = 0
    expect(await desk.desk.outbox.cancelAll({ view: 'scheduled', accountId: desk.accountId })).toEqual({ cancelled: 1, tooLate: 0 })
    await desk.clock.advance(100)
    expect(changes).toContainEqual({ topic: 'outbox' })
    expect(changes).toContainEqual({ topic: 'desk' })
    expect(changes.filter(({ topic }) => topic === 'messages')).toMatchObject([{ conversationId: expect.any(String) }])
  })

  test('an empty Outbox answers, too', async () => {
    const { desk } = await startOutboxDesk()
    expect(await desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 0, settled: 0, cannotBeAsked: 0 })
    expect(await desk.outbox.retryFailed({ code: 'none', since: 0 })).toEqual({ queued: 0 })
    for (const view of ['waiting', 'scheduled', 'held', 'missed'] as const) {
      expect(await desk.outbox.list({ view, limit: 1 })).toEqual({ messages: [], next: null })
      expect(await desk.outbox.cancelAll({ view })).toEqual({ cancelled: 0, tooLate: 0 })
    }
  })
})

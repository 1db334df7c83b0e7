import { describe, expect, test } from 'vitest'
import type { NewHook } from '../../src/main/listener/operations.ts'
import { createCallTaker } from '../../src/main/listener/take-calls.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import { postJson, postText, startListenerDesk } from '../support/listener-desk.ts'
import { createTestProvider } from '../support/test-provider.ts'

const CALLER = '46701740605'
const OWN = '46701740600'
const REPLY = 'Thanks for calling, we will call back.'

/** A provider that takes the text for the caller from the answer to its hook. */
const answerHook: NonNullable<ProviderAdapter['answerHook']> = (_reading, reply) => ({
  contentType: 'application/json',
  body: JSON.stringify(reply === null ? {} : { say: reply }),
})

/** A stored hook that tells of the call 7. */
function hookOf(accountId: string): NewHook & { verdict: 'pending' } {
  const reading = { receipts: [], inbound: [], missedCalls: [{ key: '7', from: CALLER, to: OWN, at: null }] }
  const request = { method: 'POST', contentType: '', query: '', body: '' }
  return { id: 'h', accountId, receivedAt: 5, ...request, reading, verdict: 'pending', detail: null }
}

async function openDesk(reply: string | null = REPLY) {
  const desk = await startListenerDesk({}, { answerHook })
  if (reply !== null) await desk.store.callReplies.set({ accountId: desk.accountId, number: `+${OWN}`, text: reply, at: 1 })
  return {
    ...desk,
    async call(key: string, change: { from?: string; to?: string } = {}): Promise<unknown> {
      const answer = await postJson(desk.url, { call: key, from: CALLER, to: OWN, ...change })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
      return answer.json()
    },
    messages: () =>
      desk.db
        .prepare<[], { kind: string; direction: string; recipient: string; sender: string; text: string; status: string }>(
          'SELECT kind, direction, recipient, sender, text, status FROM messages ORDER BY created_at, id',
        )
        .all(),
    statuses: () => desk.db.prepare<[], string>(`SELECT status FROM messages WHERE direction = 'outbound' ORDER BY id`).pluck().all(),
  }
}

describe('a missed call', () => {
  test('is shown in the caller’s conversation, unread, and once', async () => {
    const desk = await openDesk(null)
    expect(await desk.call('90211')).toEqual({})
    expect(await desk.call('90211')).toEqual({})
    expect(desk.messages()).toEqual([
      { kind: 'missed_call', direction: 'inbound', recipient: `+${OWN}`, sender: `+${CALLER}`, text: '', status: 'received' },
    ])
    expect(desk.db.prepare('SELECT peer, unread FROM conversations').all()).toEqual([{ peer: `+${CALLER}`, unread: 1 }])
    expect(desk.verdicts().sort()).toEqual(['applied', 'duplicate'])
    expect(desk.events.filter(({ kind }) => kind === 'inbound')).toHaveLength(1)
  })

  test('is answered with the text set for the number that was called, in the answer to the hook itself', async () => {
    const desk = await openDesk()
    expect(await desk.call('90211')).toEqual({ say: REPLY })
    await expect.poll(desk.statuses).toEqual(['sent'])
    expect(desk.messages()[1]).toMatchObject({ kind: 'text', recipient: `+${CALLER}`, sender: `+${OWN}`, text: REPLY })
    expect(desk.db.prepare('SELECT outcome FROM attempts').pluck().all()).toEqual(['accepted'])
  })

  test('that the provider tells of again is not answered again', async () => {
    const desk = await openDesk()
    expect(await desk.call('90211')).toEqual({ say: REPLY })
    expect(await desk.call('90211')).toEqual({})
    expect(desk.messages()).toHaveLength(2)
  })

  test('to a number without a text is not answered', async () => {
    const desk = await openDesk()
    expect(await desk.call('1', { to: '46701740601' })).toEqual({})
  })

  test.each([
    ['a short code', '72456'],
    ['a name', 'Operator'],
  ])('from %s is shown and not answered', async (_who, from) => {
    const desk = await openDesk()
    expect(await desk.call('1', { from })).toEqual({})
    expect(desk.messages()).toHaveLength(1)
  })

  test('is not answered while the account is paused', async () => {
    const desk = await openDesk()
    await desk.store.accounts.pause({ id: desk.accountId, code: 'test', message: 'Paused.', at: 1 })
    expect(await desk.call('1')).toEqual({})
  })

  test('is answered three times an hour at most, so that two machines do not talk for ever', async () => {
    const desk = await openDesk()
    const answers = []
    for (const key of ['1', '2', '3', '4', '5']) answers.push(await desk.call(key))
    expect(answers).toEqual([{ say: REPLY }, { say: REPLY }, { say: REPLY }, {}, {}])
    expect(await desk.call('6', { from: '46701740606' })).toEqual({ say: REPLY })
    desk.clock.at += 3_600_001
    expect(await desk.call('7')).toEqual({ say: REPLY })
  })

  test('the provider’s word about the answer finds it by the id of the call', async () => {
    const desk = await openDesk()
    await desk.call('90211')
    await expect.poll(desk.statuses).toEqual(['sent'])
    await postJson(desk.url, { report: '90211', status: 'rejected' })
    await desk.settled()
    expect(desk.statuses()).toEqual(['undelivered'])
  })

  test('whose answer did not leave whole leaves the text unconfirmed, and it is not sent again', async () => {
    const desk = await openDesk()
    const calls = createCallTaker({
      store: desk.store,
      defaultCountry: () => Promise.resolve('SE'),
      senders: () => Promise.resolve({}),
      announce: () => undefined,
      log: desk.log,
      now: () => desk.clock.at,
      setTimer: () => ({ cancel: () => undefined }),
      wakeOutbox: () => undefined,
    })
    const { answer, onAnswered } = await calls.take(hookOf(desk.accountId), createTestProvider({ answerHook }))
    expect(answer?.body).toBe(JSON.stringify({ say: REPLY }))
    onAnswered?.(false)
    await calls.idle()
    expect(desk.statuses()).toEqual(['unconfirmed'])
    expect(await desk.call('7')).toEqual({})
    expect(desk.statuses()).toEqual(['unconfirmed'])
  })

  test('whose outcome the disk refuses at first is written when it takes it, so that the conversation is free again', async () => {
    const desk = await openDesk()
    let refusals = 2
    let woken = 0
    const calls = createCallTaker({
      store: {
        hooks: {
          ...desk.store.hooks,
          settleReply(input) {
            refusals -= 1
            return refusals >= 0 ? Promise.reject(new Error('the disk is full')) : desk.store.hooks.settleReply(input)
          },
        },
      },
      defaultCountry: () => Promise.resolve('SE'),
      senders: () => Promise.resolve({}),
      announce: () => undefined,
      log: desk.log,
      now: () => desk.clock.at,
      setTimer(_ms, task) {
        queueMicrotask(task)
        return { cancel: () => undefined }
      },
      wakeOutbox: () => void (woken += 1),
    })
    const { onAnswered } = await calls.take(hookOf(desk.accountId), createTestProvider({ answerHook }))
    onAnswered?.(true)
    await calls.idle()
    expect([desk.statuses(), woken, desk.log.events()]).toEqual([['sent'], 1, ['hook.reply_not_recorded']])
  })

  test('told of again is not answered again, and its text is not certain any more until the provider says so', async () => {
    const desk = await openDesk()
    await desk.call('90211')
    await expect.poll(desk.statuses).toEqual(['sent'])
    await desk.call('90211')
    expect(desk.statuses()).toEqual(['unconfirmed'])
    await postJson(desk.url, { report: '90211', status: 'sent' })
    await desk.settled()
    await desk.call('90211')
    expect(desk.statuses()).toEqual(['sent'])
  })

  test('beside a text from a customer is one thing, and the text another: neither is lost when the call is told of again', async () => {
    const desk = await openDesk()
    await desk.call('7')
    const body = JSON.stringify({ call: '7', from: CALLER, to: OWN })
    expect((await postText(desk.url, body, 'application/json')).status).toBe(200)
    expect((await postJson(desk.url, { from: CALLER, to: OWN, text: 'Are you there?' })).status).toBe(200)
    await desk.settled()
    expect(desk.messages().map(({ text }) => text)).toContain('Are you there?')
  })

  test('the answer that was claimed when the desk died is unconfirmed at the next start', async () => {
    const desk = await openDesk()
    const { reply } = await desk.store.hooks.takeCalls({ hook: hookOf(desk.accountId), defaultCountry: 'SE', senders: {}, at: 5 })
    expect(reply?.text).toBe(REPLY)
    expect(desk.statuses()).toEqual(['sending'])
    await desk.store.outbox.recoverOrphans({ now: 6 })
    expect(desk.statuses()).toEqual(['unconfirmed'])
  })
})

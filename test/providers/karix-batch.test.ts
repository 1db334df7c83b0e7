import { describe, expect, test } from 'vitest'
import { ACCEPTED, ACKID, json, karixAdapter, KEY, lastBody, NUMBERS, openKarixDesk, refusal, sendBatch, TEXT } from './karix-desk.ts'

const all = (expected: object) => NUMBERS.map(() => expected)

test('a text to several numbers is one request with one message object', async () => {
  const desk = await openKarixDesk()
  await desk.sendBatch(json(ACCEPTED))
  expect(desk.server.seen).toHaveLength(1)
  const dest = ['919000000001', '919000000002', '919000000003']
  const message = { dest, text: TEXT, send: 'BISTRO', type: 'PLAIN', dlr_req: '1', urltrack: '0' }
  expect(desk.server.seen[0]?.body).toBe(JSON.stringify({ ver: '1.0', key: KEY, encrpt: '0', messages: [message] }))
})

test('the one id of the answer is kept with every text, for a report that says whose it is', async () => {
  const desk = await openKarixDesk()
  const outcomes = await desk.sendBatch(json(ACCEPTED))
  expect(outcomes).toMatchObject(
    NUMBERS.map((to) => ({
      class: 'accepted',
      refs: [ACKID],
      receipt: { ref: ACKID, status: 'sent', rawStatus: 'Request Accepted', to, shared: true },
    })),
  )
})

test('a list for later has its time by Indian clocks, and is on its way once taken', async () => {
  const desk = await openKarixDesk()
  desk.server.answer(json(ACCEPTED))
  const recipients = NUMBERS.map((to, index) => ({ id: `m${index}`, to }))
  const sendAt = Date.UTC(2026, 2, 3, 9, 0, 0)
  const outcomes = await sendBatch(desk.account, { recipients, text: TEXT, sendAt }, desk.context)
  expect(JSON.parse(desk.server.seen[0]?.body ?? '{}')).toMatchObject({ sch_at: '2026-03-03 14:30:00' })
  expect(outcomes).toMatchObject(NUMBERS.map(() => ({ class: 'accepted', receipt: { status: 'queued' } })))
})

test('a list for a time that Karix does not keep is refused for each of it, without a call', async () => {
  const desk = await openKarixDesk()
  const recipients = NUMBERS.map((to, index) => ({ id: `m${index}`, to }))
  const outcomes = await sendBatch(desk.account, { recipients, text: TEXT, sendAt: desk.context.now() + 60_000 }, desk.context)
  expect(outcomes).toMatchObject(NUMBERS.map(() => ({ class: 'not_accepted_permanent', code: 'provider_schedule_time' })))
  expect(desk.server.seen).toEqual([])
})

test('each text keeps its own number and the count of the others, and no number of theirs', async () => {
  const desk = await openKarixDesk()
  const outcomes = await desk.sendBatch(json(ACCEPTED))
  for (const [index, { exchange }] of outcomes.entries()) {
    expect(exchange.request).toContain('"dest":"[list of 3]"')
    for (const [other, number] of NUMBERS.entries()) expect(exchange.request.includes(number.slice(1))).toBe(other === index)
    expect(exchange.response).toContain(ACKID)
  }
})

test('a list takes up to a hundred numbers, a list of one is a plain text, an empty one is no call', async () => {
  const desk = await openKarixDesk()
  const recipients = Array.from({ length: karixAdapter.descriptor.capabilities.batchSize }, (_, index) => ({
    id: `m${index}`,
    to: `+9190000${10_000 + index}`,
  }))
  desk.server.answer(json(ACCEPTED))
  expect(await sendBatch(desk.account, { recipients, text: TEXT }, desk.context)).toHaveLength(100)
  expect(lastBody(desk).messages).toHaveLength(1)
  expect(lastBody(desk).messages[0]?.['dest']).toEqual(recipients.map(({ to }) => to.slice(1)))

  desk.server.answer(json(refusal('-112', 'Invalid mobile number')))
  const one = { recipients: recipients.slice(0, 1), text: TEXT }
  expect(await sendBatch(desk.account, one, desk.context)).toMatchObject([{ class: 'not_accepted_permanent', code: 'recipient_invalid' }])
  expect(lastBody(desk).messages[0]?.['dest']).toEqual(['919000010000'])

  expect(await sendBatch(desk.account, { recipients: [], text: TEXT }, desk.context)).toEqual([])
  expect(desk.server.seen).toHaveLength(2)
})

describe('of a list', () => {
  test.each([
    ['-112', 'Invalid mobile number'],
    ['-113', 'Empty message'],
    ['-112', ''],
    ['-140', 'Qwertz'],
  ])('a refusal for good (%s %s) lets the texts go out one by one', async (code, desc) => {
    const desk = await openKarixDesk()
    expect(await desk.sendBatch(json(refusal(code, desc)))).toMatchObject(
      all({
        class: 'not_accepted_transient',
        code: 'batch_unsupported',
        retryAfterMs: null,
        message: expect.stringContaining('one by one'),
      }),
    )
  })

  test.each([400, 413, 422])('HTTP %i lets the texts go out one by one', async (status) => {
    const desk = await openKarixDesk()
    expect(await desk.sendBatch({ status })).toMatchObject(all({ class: 'not_accepted_transient', code: 'batch_unsupported' }))
  })

  test.each([
    ['an account problem', json(refusal('-106', 'Invalid credentials')), { class: 'account_problem', code: 'account_credentials' }],
    ['a wrong address', { status: 404 }, { class: 'account_problem', code: 'account_address' }],
    [
      'a limit',
      { status: 429, headers: { 'retry-after': '5' } },
      { class: 'not_accepted_transient', code: 'rate_limited', retryAfterMs: 5_000 },
    ],
    ['a busy server', { status: 503 }, { class: 'not_accepted_transient', code: 'provider_busy' }],
    ['a fault', json(refusal('-999', 'Internal error')), { class: 'unknown', code: 'provider_error' }],
    ['a broken proxy', { status: 502 }, { class: 'unknown', code: 'provider_error' }],
    ['a page', { body: '<html></html>' }, { class: 'unknown', code: 'answer_unreadable' }],
    ['no answer', 'hang_up' as const, { class: 'unknown', code: 'reset' }],
    [
      'a refusal with an id',
      json({ ...refusal('-112', 'Invalid mobile number'), ackid: 'A1' }),
      { class: 'unknown', code: 'answer_contradictory', refs: ['A1'] },
    ],
  ])('%s is the same for all', async (_what, answer, expected) => {
    const desk = await openKarixDesk()
    expect(await desk.sendBatch(answer)).toMatchObject(all(expected))
    expect(desk.server.seen).toHaveLength(1)
  })

  test('none is sent by an account whose address cannot be used', async () => {
    const desk = await openKarixDesk({ config: { baseUrl: 'ftp://x' } })
    expect(await desk.sendBatch(json(ACCEPTED))).toMatchObject(all({ class: 'account_problem', code: 'account_address' }))
    expect(desk.server.seen).toEqual([])
  })
})

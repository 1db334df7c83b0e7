import { beforeEach, describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../src/main/providers/types.ts'
import { ACCEPTED, CURRENT_PATH, DOCUMENT_ID, json, kept, NUMBERS, openKpnDesk, sendBatchWith, TEXT, TOKEN } from './kpn-desk.ts'
import type { KpnDesk } from './kpn-desk.ts'

let desk: KpnDesk

beforeEach(async () => {
  desk = await openKpnDesk()
})

function summary(outcomes: SendOutcome[]): unknown[] {
  return outcomes.map((outcome) => ('code' in outcome ? `${outcome.class} ${outcome.code}` : outcome.class))
}

test('several numbers go out in one message of one call, with commas between them', async () => {
  await desk.sendBatch()
  expect(desk.sends).toHaveLength(1)
  expect([desk.sends[0]?.method, desk.sends[0]?.url]).toEqual(['POST', CURRENT_PATH])
  expect(desk.sends[0]?.body).toBe(
    `{"messages":[{"content":${JSON.stringify(TEXT)},"mobile_number":"+31612345678,+31612345679,+46701740605"}],"sender":"Bistro"}`,
  )
})

test('200 numbers fit into a call', async () => {
  const numbers = Array.from({ length: 200 }, (_none, index) => `+31612${String(index).padStart(6, '0')}`)
  const outcomes = await desk.sendBatch(numbers)
  expect(desk.sends).toHaveLength(1)
  expect(outcomes).toHaveLength(200)
  expect(new Set(summary(outcomes))).toEqual(new Set(['accepted']))
})

test('more than 200, or more than one with the classic product, are not tried', async () => {
  const numbers = Array.from({ length: 201 }, (_none, index) => `+31612${String(index).padStart(6, '0')}`)
  expect(new Set(summary(await desk.sendBatch(numbers)))).toEqual(new Set(['not_accepted_transient batch_unsupported']))
  const classic = await sendBatchWith(desk.adapter, desk.account, { numbers: NUMBERS, context: desk.context })
  expect(summary(classic)).toEqual(Array(3).fill('not_accepted_transient batch_unsupported'))
  expect([desk.tokens.length, desk.sends.length]).toEqual([0, 0])
})

test('a list of one is a single text, and an empty one nothing', async () => {
  desk.onSend(() => ({ status: 400 }))
  expect(summary(await desk.sendBatch(NUMBERS.slice(0, 1)))).toEqual(['not_accepted_permanent request_refused'])
  expect(await desk.sendBatch([])).toEqual([])
  expect(desk.sends).toHaveLength(1)
})

test('all recipients share the document id', async () => {
  const outcomes = await desk.sendBatch()
  expect(outcomes.map((outcome) => outcome.class === 'accepted' && outcome.refs)).toEqual([[DOCUMENT_ID], [DOCUMENT_ID], [DOCUMENT_ID]])
})

test.each([400, 409, 412, 413, 422])('%i for a list took nothing: the texts go one by one', async (status) => {
  desk.onSend(() => json({ errorResponse: { message: 'Invalid mobile number' } }, status))
  const outcomes = await desk.sendBatch()
  expect(summary(outcomes)).toEqual(Array(3).fill('not_accepted_transient batch_unsupported'))
  expect(outcomes[0]).toMatchObject({
    retryAfterMs: null,
    message: 'KPN did not take a list of 3 numbers. It says: “Invalid mobile number”. The texts go out one by one instead.',
  })
})

test.each([
  [401, 'account_problem account_credentials'],
  [402, 'account_problem account_balance'],
  [403, 'account_problem account_not_allowed'],
  [404, 'account_problem account_address'],
  [405, 'account_problem account_address'],
  [302, 'account_problem account_address'],
  [429, 'not_accepted_transient rate_limited'],
  [503, 'not_accepted_transient provider_busy'],
  [500, 'unknown provider_error'],
  [504, 'unknown provider_error'],
])('%i for a list is what it is, for all: %s', async (status, expected) => {
  desk.onSend(() => ({ status }))
  expect(summary(await desk.sendBatch())).toEqual(Array(3).fill(expected))
})

describe('nobody knows about any of them', () => {
  test('after a refusal with a document id', async () => {
    desk.onSend(() => json(ACCEPTED, 400))
    const outcomes = await desk.sendBatch()
    expect(summary(outcomes)).toEqual(Array(3).fill('unknown answer_contradictory'))
    expect(outcomes.map((outcome) => 'refs' in outcome && outcome.refs)).toEqual([[DOCUMENT_ID], [DOCUMENT_ID], [DOCUMENT_ID]])
    desk.onSend(() => ({ status: 400, body: '{"partly":[{"document_id":"d-1"}]}' }))
    expect(summary(await desk.sendBatch())).toEqual(Array(3).fill('unknown answer_contradictory'))
  })

  test('after a 2xx without one', async () => {
    desk.onSend(() => json({ status: 'OK' }))
    expect(summary(await desk.sendBatch())).toEqual(Array(3).fill('unknown answer_unreadable'))
  })

  test('after a hang-up', async () => {
    desk.onSend(() => 'hang_up')
    expect(summary(await desk.sendBatch())).toEqual(Array(3).fill('unknown reset'))
  })
})

test('a 401 gets one new token for the list, and one repetition', async () => {
  desk.onSend((index) => (index === 0 ? { status: 401 } : json(ACCEPTED)))
  expect(summary(await desk.sendBatch())).toEqual(Array(3).fill('accepted'))
  expect([desk.tokens.length, desk.sends.length]).toEqual([2, 2])
})

test('each text keeps its own number and nobody else’s', async () => {
  const [first = '', second = '', third = ''] = NUMBERS
  desk.onSend(() =>
    json({ errorResponse: { message: `Not valid: 0612345679, ${second}, 31612345679 beside ${first} and ${third} ${TOKEN}` } }, 400),
  )
  const outcomes = await desk.sendBatch()
  for (const [index, outcome] of outcomes.entries()) {
    const all = kept(outcome)
    expect(outcome.exchange.request).toContain(`"mobile_number":"[list of 3]"`)
    expect(outcome.exchange.request).toContain(`This number: ${NUMBERS[index]}`)
    for (const number of NUMBERS) expect(all.includes(number)).toBe(number === NUMBERS[index])
    expect(all.includes('0612345679')).toBe(index === 1)
    expect(all).not.toContain(TOKEN)
    expect(all).not.toContain(TEXT)
    expect(outcome.exchange.request.length).toBeLessThanOrEqual(2_000)
    expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
  }
})

test('a long answer leaves no piece of anybody else’s number', async () => {
  for (let length = 1_440; length < 1_500; length += 1) {
    desk.onSend(() => ({ status: 400, body: `${'x'.repeat(length)} ${NUMBERS[1]}` }))
    const [first] = await desk.sendBatch()
    expect(first?.exchange.response).not.toContain('31612345')
  }
})

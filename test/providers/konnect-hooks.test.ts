import { describe, expect, test } from 'vitest'
import { API_TOKEN, hookRequest, konnect, proofProblem, readHook, readJson } from './konnect-desk.ts'

const SNAPCALL = { event: 'snapcall', api_token: API_TOKEN, id: 90211, from: '12025550143', to: '12025550100', at: 1735732800123 }
const MISSED_CALL = { key: '90211', from: '12025550143', to: '12025550100', at: 1735732800123 }
const REPLY_STATUS = { event: 'send_sms_status', api_token: API_TOKEN, id: 90211, status: 'ok' }
const CAMPAIGN = {
  to_number: '12025550143',
  campaign: 'Spring offer',
  schedule: 'Wave 2',
  schedule_time: 'Mar 3, 2025 9:00:00 AM EST',
  status: 'DELIVERED',
  description: 'Handset confirmed receipt',
  event_timestamp: 'Mar 3, 2025 9:00:21 AM EST',
}

function read(parts: object): object {
  return { kind: 'read', receipts: [], inbound: [], ...parts }
}

function form(value: object): string {
  return new URLSearchParams(Object.entries(value).map(([name, one]) => [name, String(one)])).toString()
}

describe('a missed call', () => {
  test('as the fact sheet shows it', () => {
    expect(readJson(SNAPCALL)).toEqual(read({ missedCalls: [MISSED_CALL] }))
  })

  test('as a form, as a query, and without or with another content type', () => {
    const expected = read({ missedCalls: [MISSED_CALL] })
    expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: form(SNAPCALL) })).toEqual(expected)
    expect(readHook({ method: 'GET', query: form(SNAPCALL) })).toEqual(expected)
    expect(readHook({ query: form(SNAPCALL) })).toEqual(expected)
    expect(readHook({ contentType: 'text/plain', body: JSON.stringify(SNAPCALL) })).toEqual(expected)
  })

  test.each([
    [1735732800123, 1735732800123],
    ['1735732800123', 1735732800123],
    ['1735732800123.7', 1735732800123],
    [1735732800, 1735732800000],
    ['1735732800', 1735732800000],
    ['1735732800.5', 1735732800500],
    // Either side of 1e11.
    [99999999999, null],
    [9999999999, 9999999999000],
    [100000000000, 100000000000],
    [0, null],
    ['0', null],
    [-1735732800123, null],
    [1735732800123456, null],
    ['soon', null],
    ['', null],
    ['2025-01-01T12:00:00Z', null],
    [null, null],
    [undefined, null],
    [true, null],
    [[1735732800123], null],
    ['9'.repeat(400), null],
  ])('at %o is at %o', (at, ms) => {
    expect(readJson({ ...SNAPCALL, at })).toEqual(read({ missedCalls: [{ ...MISSED_CALL, at: ms }] }))
  })

  test('a time as Java writes large numbers is read', () => {
    const body = JSON.stringify(SNAPCALL).replace('1735732800123', '1.735732800123E12')
    expect(readHook({ body })).toEqual(read({ missedCalls: [MISSED_CALL] }))
  })

  test.each([
    ['90211', '90211'],
    ['"90211"', '90211'],
    ['" 90211 "', '90211'],
    ['9007199254740993', '9007199254740993'],
    ['170000000000000000015', '170000000000000000015'],
    ['"a-b"', 'a-b'],
  ])('with the id %s keeps every digit of it', (id, key) => {
    const body = JSON.stringify(SNAPCALL).replace('90211', id)
    expect(readHook({ body })).toEqual(read({ missedCalls: [{ ...MISSED_CALL, key }] }))
  })

  test.each([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['zero for an id', { id: 0 }],
    ['an object for an id', { id: { a: 1 } }],
    ['an endless id', { id: '1'.repeat(201) }],
    ['no caller', { from: undefined }],
    ['an empty caller', { from: '' }],
  ])('with %s cannot be read', (_what, change) => {
    expect(readJson({ ...SNAPCALL, ...change })).toMatchObject({ kind: 'unreadable' })
  })

  test('to a number that is not named is one all the same', () => {
    expect(readJson({ ...SNAPCALL, to: undefined })).toEqual(read({ missedCalls: [{ ...MISSED_CALL, to: '' }] }))
  })

  test('names in other spellings are the same', () => {
    const { api_token, ...rest } = SNAPCALL
    expect(readJson({ Event: 'SnapCall', apiToken: api_token, ID: rest.id, From: rest.from, To: rest.to, AT: rest.at })).toEqual(
      read({ missedCalls: [MISSED_CALL] }),
    )
  })
})

describe('the answer to a missed call', () => {
  const reply = 'Thanks for calling, “we” will\nget back to you.'

  test('is the text for the caller', () => {
    const answer = konnect.answerHook?.(readJson(SNAPCALL), reply)
    expect(answer).toEqual({ contentType: 'application/json', body: JSON.stringify({ cmd: 'send_sms', sms_text: reply }) })
  })

  test('is nothing where nobody set a text', () => {
    for (const none of [null, '', ' \n']) {
      expect(konnect.answerHook?.(readJson(SNAPCALL), none)).toEqual({ contentType: 'application/json', body: '{}' })
    }
  })

  test('never goes to anything else', () => {
    for (const reading of [
      readJson(REPLY_STATUS),
      readJson(CAMPAIGN),
      readJson([]),
      readJson({}),
      { kind: 'rejected' as const, detail: '' },
      { kind: 'read' as const, receipts: [], inbound: [] },
    ]) {
      expect(konnect.answerHook?.(reading, reply)).toEqual({ contentType: 'application/json', body: '{}' })
    }
  })
})

describe('what became of the text that answered a missed call', () => {
  test('as the fact sheet shows it', () => {
    expect(readJson(REPLY_STATUS)).toEqual(read({ receipts: [{ ref: '90211', status: 'sent', rawStatus: 'ok', detail: null }] }))
  })

  test('has the call’s own key for its reference', () => {
    const [call] = [readJson(SNAPCALL)].flatMap((reading) => (reading.kind === 'read' ? (reading.missedCalls ?? []) : []))
    expect(readJson(REPLY_STATUS)).toMatchObject({ receipts: [{ ref: call?.key }] })
  })

  test.each([
    ['OK', 'sent'],
    [' ok ', 'sent'],
    ['error', 'rejected'],
    ['ERROR', 'rejected'],
    ['Rejected', 'rejected'],
    ['failed', 'undelivered'],
    ['Not_Delivered', 'undelivered'],
    ['expired', 'expired'],
    ['DELIVERED', 'delivered'],
    // Nothing is guessed.
    ['okay', 'unknown'],
    ['nope', 'unknown'],
    ['constructor', 'unknown'],
  ])('“%s” is “%s”, with the reason', (status, expected) => {
    const rawStatus = status.trim()
    expect(readJson({ ...REPLY_STATUS, status, error_reason: 'Balance\u0007 too low' })).toEqual(
      read({ receipts: [{ ref: '90211', status: expected, rawStatus, detail: 'Balance too low' }] }),
    )
  })

  test.each([undefined, null, '', {}, ['ok'], true])('with the status %o decides nothing', (status) => {
    expect(readJson({ ...REPLY_STATUS, status })).toEqual(
      read({ receipts: [{ ref: '90211', status: 'unknown', rawStatus: '', detail: null }] }),
    )
  })

  test('without an id it cannot be read', () => {
    expect(readJson({ ...REPLY_STATUS, id: undefined })).toMatchObject({ kind: 'unreadable' })
  })
})

describe('a report of a campaign', () => {
  const ref = 'campaign:["12025550143","Spring offer","Wave 2"]'

  test('as the fact sheet shows it, with times in UTC and no recipient to be matched', () => {
    expect(readJson(CAMPAIGN)).toEqual(
      read({
        receipts: [
          {
            ref,
            status: 'delivered',
            rawStatus: 'DELIVERED',
            detail:
              'Campaign “Spring offer”, schedule “Wave 2” of 2025-03-03T14:00:00Z, reported at 2025-03-03T14:00:21Z. It says: “Handset confirmed receipt”.',
          },
        ],
      }),
    )
  })

  test('of a call, without a description', () => {
    const { description: _description, ...call } = CAMPAIGN
    expect(readJson({ ...call, status: 'Answered' })).toEqual(
      read({
        receipts: [
          {
            ref,
            status: 'delivered',
            rawStatus: 'Answered',
            detail: 'Campaign “Spring offer”, schedule “Wave 2” of 2025-03-03T14:00:00Z, reported at 2025-03-03T14:00:21Z.',
          },
        ],
      }),
    )
  })

  test('in a zone nobody can tell keeps the time as it came', () => {
    const reading = readJson({ ...CAMPAIGN, event_timestamp: 'Mar 3, 2025 9:00:21 AM IST', schedule_time: 'soon' })
    expect(reading).toMatchObject({
      receipts: [{ detail: expect.stringContaining('“Wave 2” of soon, reported at Mar 3, 2025 9:00:21 AM IST.') }],
    })
  })

  test('has the same reference every time, and another for each number, campaign and schedule', () => {
    const refOf = (change: object): unknown => {
      const reading = readJson({ ...CAMPAIGN, ...change })
      return reading.kind === 'read' ? reading.receipts[0]?.ref : reading
    }
    expect(refOf({ status: 'FAILED', event_timestamp: 'later', description: 'x' })).toBe(ref)
    expect(refOf({ to_number: 12025550143 })).toBe(ref)
    expect(refOf({ to_number: '+1 202-555-0143' })).toBe(ref)
    const others = [{ to_number: '12025550144' }, { campaign: 'Spring' }, { schedule: 'Wave 3' }, { campaign: 'a","b', schedule: '' }]
    expect(new Set([ref, ...others.map(refOf)]).size).toBe(5)
    expect(refOf({ schedule: undefined })).toBe('campaign:["12025550143","Spring offer",""]')
  })

  test.each([
    ['DELIVERED', 'delivered'],
    ['delivered', 'delivered'],
    ['Answered', 'delivered'],
    ['No Answer', 'undelivered'],
    ['NO_ANSWER', 'undelivered'],
    ['no-answer', 'undelivered'],
    ['Busy', 'undelivered'],
    ['Unreachable', 'undelivered'],
    ['Failed', 'undelivered'],
    ['Not Delivered', 'undelivered'],
    ['UNDELIVERED', 'undelivered'],
    ['Rejected', 'rejected'],
    ['Blocked', 'rejected'],
    ['Expired', 'expired'],
    ['Queued', 'queued'],
    ['Scheduled', 'queued'],
    ['Submitted', 'sent'],
    ['Sent', 'sent'],
    // Nothing is guessed.
    ['DELIVRD', 'unknown'],
    ['ok', 'unknown'],
    ['error', 'unknown'],
    ['not answered', 'unknown'],
    ['__proto__', 'unknown'],
    [1, 'unknown'],
  ])('with the status %o is “%s”', (status, expected) => {
    expect(readJson({ ...CAMPAIGN, status })).toMatchObject({ receipts: [{ ref, status: expected, rawStatus: String(status) }] })
  })

  test.each(['to_number', 'campaign', 'status'])('is none without %s', (name) => {
    expect(readJson({ ...CAMPAIGN, [name]: undefined })).toMatchObject({ kind: 'unreadable' })
  })

  test('as a form', () => {
    expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: form(CAMPAIGN) })).toEqual(readJson(CAMPAIGN))
  })
})

describe('a report of the newer interface', () => {
  test.each([
    [
      { id: 'tx-1', status: 'DELIVERED' },
      { ref: 'tx-1', status: 'delivered', rawStatus: 'DELIVERED', detail: null },
    ],
    [
      { transaction_id: 17, status: 'sent' },
      { ref: '17', status: 'sent', rawStatus: 'sent', detail: null },
    ],
    [
      { id: 'a', transaction_id: 'b', status: 'new word' },
      { ref: 'a', status: 'unknown', rawStatus: 'new word', detail: null },
    ],
    // A number must not lead to a text of the desk's.
    [
      { id: 'tx-1', status: 'Failed', to: '12025550143', error_reason: 'off' },
      { ref: 'tx-1', status: 'undelivered', rawStatus: 'Failed', detail: 'off' },
    ],
  ])('%o is read by its id', (report, receipt) => {
    expect(readJson(report)).toEqual(read({ receipts: [receipt] }))
    expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: form(report) })).toEqual(read({ receipts: [receipt] }))
  })
})

test.each([
  ['an event nobody knows', { ...SNAPCALL, event: 'other' }],
  ['an empty event', { ...SNAPCALL, event: '' }],
  ['an object for an event', { ...SNAPCALL, event: {} }],
  ['no event and no status', { ...SNAPCALL, event: undefined }],
  ['a status alone', { status: 'DELIVERED' }],
  ['an id alone', { id: 1 }],
  ['nothing', {}],
  ['a list of something else', [1, 'a', null]],
])('%s cannot be read', (_what, value) => {
  expect(readJson(value)).toMatchObject({ kind: 'unreadable', detail: expect.stringMatching(/^[A-Z].*\.$/) })
})

test.each([
  ['a word', { body: 'hello' }, 'unreadable'],
  ['half an object', { body: '{"event":"snapcall"' }, 'unreadable'],
  ['an empty POST', {}, 'unreadable'],
  ['an empty GET', { method: 'GET' as const }, 'nothing'],
  ['HEAD', { method: 'HEAD' as const, query: form(SNAPCALL) }, 'nothing'],
  ['an empty list', { body: '[]' }, 'nothing'],
])('%s is %o', (_what, request, kind) => {
  expect(readHook(request)).toMatchObject({ kind })
})

test('of a list, everything that can be read is taken', () => {
  expect(readJson([SNAPCALL, {}, REPLY_STATUS, CAMPAIGN])).toMatchObject({
    kind: 'read',
    missedCalls: [MISSED_CALL],
    receipts: [{ ref: '90211' }, { status: 'delivered' }],
  })
})

describe('the proof', () => {
  const asJson = (value: unknown): { body: string } => ({ body: JSON.stringify(value) })

  test('takes the account’s own token, from the account’s secrets', () => {
    expect(konnect.hookProof?.secretKeys).toEqual(['apiToken'])
    expect(proofProblem(asJson(SNAPCALL))).toBeNull()
    expect(proofProblem(asJson(REPLY_STATUS))).toBeNull()
    expect(proofProblem({ contentType: 'application/x-www-form-urlencoded', body: form(SNAPCALL) })).toBeNull()
    expect(proofProblem({ method: 'GET', query: form(SNAPCALL) })).toBeNull()
    expect(proofProblem(asJson({ ...SNAPCALL, api_token: 12345 }), { apiToken: '12345' })).toBeNull()
  })

  const wrong = [`${API_TOKEN}x`, API_TOKEN.slice(1), API_TOKEN.toUpperCase(), 'x', '', ' ', null, true, {}, [API_TOKEN], 0]

  test.each(wrong)('refuses an event with the token %o', (api_token) => {
    const problem = proofProblem(asJson({ ...SNAPCALL, api_token }))
    expect(problem).toMatch(/^[A-Z].*\.$/)
    expect(problem).not.toContain('9f8e7d')
  })

  test.each(wrong)('refuses any other request with the token %o, too', (api_token) => {
    for (const value of [CAMPAIGN, { id: 1, status: 'sent' }, {}]) {
      expect(proofProblem(asJson({ ...value, api_token }))).toMatch(/not that of this account/)
    }
  })

  test('refuses an event without a token, whatever the event', () => {
    for (const event of ['snapcall', 'send_sms_status', 'SNAPCALL', 'other', '', null, {}]) {
      const { api_token: _token, ...rest } = SNAPCALL
      expect(proofProblem(asJson({ ...rest, event }))).toMatch(/has no API token/)
      expect(proofProblem(asJson({ ...rest, event: undefined, EVENT: event }))).toMatch(/has no API token/)
    }
  })

  test('refuses a list with one event that is not proven', () => {
    expect(proofProblem(asJson([SNAPCALL, { ...SNAPCALL, api_token: 'x' }]))).toMatch(/not that of this account/)
    expect(proofProblem(asJson([CAMPAIGN, SNAPCALL]))).toBeNull()
  })

  test('lets reports pass that carry none, and what cannot be read', () => {
    expect(proofProblem(asJson(CAMPAIGN))).toBeNull()
    expect(proofProblem(asJson({ id: 1, status: 'sent' }))).toBeNull()
    for (const request of [{}, { body: 'hello' }, { body: '{"event":"snapcall"' }, { method: 'HEAD' as const }, { body: '[]' }]) {
      expect(proofProblem(request)).toBeNull()
    }
  })

  test('without a stored token lets no event pass', () => {
    for (const secrets of [{}, { apiToken: '' }] as Record<string, string>[]) {
      expect(proofProblem(asJson(SNAPCALL), secrets)).toMatch(/not stored on this computer/)
      expect(proofProblem(asJson({ ...SNAPCALL, api_token: '' }), secrets)).toMatch(/not stored on this computer/)
      expect(proofProblem(asJson(CAMPAIGN), secrets)).toBeNull()
    }
  })
})

test('whatever is read as an event was proven by its token', () => {
  // The same names in every place and spelling that the reader knows.
  for (const name of ['event', 'EVENT', 'e-vent', 'Event_']) {
    for (const request of [
      hookRequest({ body: JSON.stringify({ ...SNAPCALL, api_token: undefined, event: undefined, [name]: 'snapcall' }) }),
      hookRequest({ query: `${name}=snapcall`, body: JSON.stringify({ id: 1, from: '12025550143' }) }),
      hookRequest({ body: `${name}=snapcall&id=1&from=12025550143` }),
    ]) {
      expect(readHook(request)).toMatchObject({ kind: 'read', missedCalls: [{}] })
      expect(proofProblem(request)).not.toBeNull()
    }
  }
})

test('the names of secrets in hooks are known, and one address takes everything', () => {
  expect(konnect.secretFieldNames).toEqual(['api_token', 'apitoken', 'authorization'])
  expect(konnect.descriptor.hookAddresses).toEqual([
    { label: 'Missed calls and reports', suffix: '', instructions: expect.stringContaining('SnapCall') },
  ])
})

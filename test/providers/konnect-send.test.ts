import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { ACCEPTED, ACCOUNT_ID, API_TOKEN, json, konnect, NOW, NUMBER, openKonnectDesk, TEXT } from './konnect-desk.ts'
import type { KonnectDesk } from './konnect-desk.ts'

let desk: KonnectDesk

beforeEach(async () => {
  desk = await openKonnectDesk()
})

function sentFields(): Record<string, unknown> {
  return JSON.parse(desk.server.seen.at(-1)?.body ?? '') as Record<string, unknown>
}

test('a text goes out as one POST with the bare account id and exactly the documented fields', async () => {
  await desk.send(json(ACCEPTED))
  expect(desk.server.seen).toHaveLength(1)
  const [request] = desk.server.seen
  expect(request?.method).toBe('POST')
  expect(request?.url).toBe('/admin/api/sms')
  expect(request?.headers).toEqual({
    host: desk.server.address.slice('http://'.length),
    connection: 'keep-alive',
    authorization: ACCOUNT_ID,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(request?.body ?? '')),
  })
  expect(request?.body).toBe(JSON.stringify({ cmd: 'send_sms', api_token: API_TOKEN, to: '12025550143', from: '12025550100', body: TEXT }))
})

test('a sender name goes along as one more field', async () => {
  await desk.send(json(ACCEPTED), { senderMask: ' BISTRO ' })
  expect(desk.server.seen[0]?.body).toBe(
    JSON.stringify({
      cmd: 'send_sms',
      api_token: API_TOKEN,
      to: '12025550143',
      from: '12025550100',
      body: TEXT,
      sender_mask: 'BISTRO',
    }),
  )
})

test('the text goes out as given, whatever is in it', async () => {
  for (const text of ['line\nline', '"quoted" \\ back', '😀 €[]', ' spaces around ', '12345']) {
    desk.server.answer(json(ACCEPTED))
    await konnect.send(desk.account, { id: 'm', to: NUMBER, text }, desk.context)
    expect(sentFields()['body']).toBe(text)
  }
})

test.each([
  ['12025550100', '12025550100'],
  ['+1 (202) 555-0100', '12025550100'],
  ['0012025550100', '12025550100'],
  ['54321', '54321'],
  ['012', '012'],
])('the number “%s” goes out as the text “%s”', async (from, sent) => {
  await desk.send(json(ACCEPTED), { from })
  expect(sentFields()['from']).toBe(sent)
})

describe('a 2xx that says ok', () => {
  test.each([
    '{"cmd":"send_sms","status":"ok"}',
    '{"status":"OK"}',
    '{"status":" Ok \\n"}',
    '\uFEFF{"status":"ok","more":[1]}',
    '{"status":"error","status":"ok"}',
  ])('is an acceptance without a reference: %s', async (body) => {
    expect(await desk.send({ body })).toMatchObject({ class: 'accepted', refs: [], receipt: null })
    expect(await desk.send({ status: 201, body })).toMatchObject({ class: 'accepted', refs: [], receipt: null })
  })
})

test.each([
  ['nothing', ''],
  ['a page', '<html><h1>It works!</h1></html>'],
  ['a word', 'ok'],
  ['a quoted word', '"ok"'],
  ['null', 'null'],
  ['an empty list', '[]'],
  ['a list with an acceptance', '[{"status":"ok"}]'],
  ['an empty object', '{}'],
  ['an empty status', '{"status":""}'],
  ['a blank status', '{"status":"  "}'],
  ['no status', '{"status":null}'],
  ['a truth for a status', '{"status":true}'],
  ['a number for a status', '{"status":0}'],
  ['a number no computer can keep', '{"status":5e-324}'],
  ['digits for a status', '{"status":"200"}'],
  ['an object for a status', '{"status":{"status":"ok"}}'],
  ['a list for a status', '{"status":["ok"]}'],
  ['the status elsewhere', '{"answer":{"status":"ok"}}'],
  ['a status by another name', '{"Status":"ok"}'],
  ['half an object', '{"status":"ok"'],
  ['the status in the prototype', '{"__proto__":{"status":"ok"}}'],
  ['a reason without a status', '{"error_code":"3003","error_reason":"Balance is low"}'],
  ['brackets without end', '['.repeat(200_000)],
  // Neither the documented word nor a refusal.
  ['“success”', '{"status":"success"}'],
  ['“ok.”', '{"status":"ok."}'],
  ['“queued”', '{"status":"queued"}'],
  ['“accepted”', '{"status":"accepted"}'],
  ['“SENT”', '{"status":"SENT","error_reason":"none"}'],
  ['“in progress”', '{"status":"IN_PROGRESS"}'],
  ['“unknown”', '{"status":"unknown"}'],
])('a 200 with %s leaves open whether the text was taken', async (_what, body) => {
  expect(await desk.send({ body })).toMatchObject({
    class: 'unknown',
    code: 'answer_unreadable',
    message: expect.stringMatching(/^Kirusa Konnect answered, .* It may have been sent or not\./),
  })
})

const BY_CODE: ReadonlyArray<readonly [unknown, string, string]> = [
  ['invalid_api_token', 'account_problem', 'account_credentials'],
  ['invalid_app_token', 'account_problem', 'account_credentials'],
  ['1000', 'not_accepted_permanent', 'request_refused'],
  ['invalid_json', 'not_accepted_permanent', 'request_refused'],
  ['to.number.not.valid', 'not_accepted_permanent', 'recipient_invalid'],
  ['from.number.not.valid', 'account_problem', 'sender_refused'],
  ['3001', 'not_accepted_transient', 'rate_limited'],
  ['3002', 'account_problem', 'account_suspended'],
  ['3003', 'account_problem', 'account_balance'],
  ['3004', 'not_accepted_permanent', 'text_refused'],
  ['3005', 'account_problem', 'sender_refused'],
  ['3006', 'account_problem', 'sender_refused'],
  ['3007', 'account_problem', 'sender_refused'],
  ['3008', 'account_problem', 'sender_refused'],
  ['3009', 'not_accepted_permanent', 'request_refused'],
  ['3010', 'not_accepted_permanent', 'request_refused'],
  ['3011', 'not_accepted_permanent', 'recipient_invalid'],
  ['3012', 'not_accepted_permanent', 'request_refused'],
  ['3013', 'not_accepted_permanent', 'request_refused'],
  ['3014', 'not_accepted_permanent', 'recipient_invalid'],
  ['3015', 'not_accepted_permanent', 'request_refused'],
  ['3016', 'not_accepted_permanent', 'request_refused'],
  ['3017', 'account_problem', 'sender_refused'],
  // Other ways to write the same.
  [3003, 'account_problem', 'account_balance'],
  [' 3003 ', 'account_problem', 'account_balance'],
  ['3003.0', 'account_problem', 'account_balance'],
  ['INVALID_API_TOKEN', 'account_problem', 'account_credentials'],
]

describe('a refusal with HTTP 200', () => {
  test.each(BY_CODE)('and error_code %o means %s (%s)', async (error_code, outcome, code) => {
    const sentence = expect.stringMatching(/^(?=.*Kirusa Konnect)[A-Z].*\.$/)
    expect(await desk.send(json({ cmd: 'send_sms', status: 'error', error_code }))).toMatchObject({
      class: outcome,
      code,
      message: sentence,
    })
    // The code decides, whatever the words say.
    const reason = 'Overflow, Invalid Account ID, try again'
    expect(await desk.send(json({ status: 'error', error_code, error_reason: reason }))).toMatchObject({
      class: outcome,
      code,
      message: expect.stringContaining(`It says: “${reason}”.`),
    })
    // And so it does with an HTTP status that refuses.
    expect(await desk.send(json({ status: 'error', error_code }, 400))).toMatchObject({ class: outcome, code })
  })

  test.each([
    ['Invalid API Token', 'account_problem', 'account_credentials'],
    ['Invalid API token', 'account_problem', 'account_credentials'],
    ['INVALID ACCOUNT ID', 'account_problem', 'account_credentials'],
    ['To number is not valid', 'not_accepted_permanent', 'recipient_invalid'],
    ['From number is not valid, use a purchased OBD/2-way number', 'account_problem', 'sender_refused'],
    ['From number invalid', 'account_problem', 'sender_refused'],
    ['Message overflow', 'not_accepted_transient', 'rate_limited'],
    ['Account suspended', 'account_problem', 'account_suspended'],
    ['Your account has been suspended', 'account_problem', 'account_suspended'],
    ['Balance too low', 'account_problem', 'account_balance'],
    ['Insufficient balance', 'account_problem', 'account_balance'],
    ['insufficient account credit', 'account_problem', 'account_balance'],
    ['Message length is zero or too long', 'not_accepted_permanent', 'text_refused'],
    ['Sender number is invalid', 'account_problem', 'sender_refused'],
    ['Invalid sender mask', 'account_problem', 'sender_refused'],
    ['Caller id is not valid', 'account_problem', 'sender_refused'],
    ['IVR number is invalid', 'account_problem', 'sender_refused'],
    ['Transaction id already used, try again', 'not_accepted_permanent', 'request_refused'],
    ['Missing required field <to>', 'not_accepted_permanent', 'request_refused'],
    ['Field <body> is required', 'not_accepted_permanent', 'request_refused'],
    ['Recipient list is empty', 'not_accepted_permanent', 'recipient_invalid'],
    ['Recipient list is invalid', 'not_accepted_permanent', 'recipient_invalid'],
    ['Number not owned by user', 'account_problem', 'sender_refused'],
    // Words no table has: they pass only where they say so.
    ['Queue overflow', 'not_accepted_transient', 'rate_limited'],
    ['Submission rate exceeded', 'not_accepted_transient', 'rate_limited'],
    ['rate_limit_exceeded', 'not_accepted_transient', 'rate_limited'],
    ['Please try again later', 'not_accepted_transient', 'provider_busy'],
    ['Timeout', 'not_accepted_transient', 'provider_busy'],
    ['Request timed out', 'not_accepted_transient', 'provider_busy'],
    ['Corporate accounts only', 'not_accepted_permanent', 'request_refused'],
    ['No', 'not_accepted_permanent', 'request_refused'],
  ])('and no code but the reason “%s” means %s (%s)', async (error_reason, outcome, code) => {
    for (const error_code of [undefined, null, '', 'something_new', 9999, {}, 'constructor', '__proto__']) {
      expect(await desk.send(json({ status: 'error', error_code, error_reason }))).toMatchObject({
        class: outcome,
        code,
        message: expect.stringContaining(`It says: “${error_reason}”.`),
      })
    }
  })

  test.each(['error', 'ERROR', 'failed', 'fail', 'rejected', 'nok', 'no', 'not ok', 'expired', 'whatever'])(
    'and nothing but the status “%s” is for good',
    async (status) => {
      for (const more of [{}, { error_reason: null }, { error_reason: ['overflow'] }, { error_reason: '' }]) {
        expect(await desk.send(json({ cmd: 'send_sms', status, ...more }))).toMatchObject({
          class: 'not_accepted_permanent',
          code: 'request_refused',
          message: 'Kirusa Konnect refused this text.',
        })
      }
    },
  )

  test('says what to do', async () => {
    expect(await desk.send(json({ status: 'error', error_code: 'invalid_api_token', error_reason: 'Invalid API Token' }))).toMatchObject({
      message: 'Kirusa Konnect did not accept the API token. Check the token in Settings › Accounts. It says: “Invalid API Token”.',
    })
    expect(await desk.send(json({ status: 'error', error_code: '3003' }))).toMatchObject({
      message: 'There is not enough credit left at Kirusa Konnect. Top up there, then let the account send again.',
    })
  })

  test('for its pace gives the provider’s wish', async () => {
    expect(await desk.send(json({ status: 'error', error_code: '3001' }, 200, { 'retry-after': '7' }))).toMatchObject({
      retryAfterMs: 7_000,
    })
    expect(await desk.send(json({ status: 'error', error_code: '3001' }))).toMatchObject({ retryAfterMs: null })
  })
})

describe('an HTTP error', () => {
  test.each([
    [400, 'not_accepted_permanent', 'request_refused'],
    [413, 'not_accepted_permanent', 'request_refused'],
    [418, 'not_accepted_permanent', 'request_refused'],
    [422, 'not_accepted_permanent', 'request_refused'],
    [401, 'account_problem', 'account_credentials'],
    [402, 'account_problem', 'account_balance'],
    [403, 'account_problem', 'account_not_allowed'],
    [404, 'account_problem', 'account_address'],
    [405, 'account_problem', 'account_address'],
    [410, 'account_problem', 'account_address'],
    [301, 'account_problem', 'account_address'],
    [302, 'account_problem', 'account_address'],
    [307, 'account_problem', 'account_address'],
    [308, 'account_problem', 'account_address'],
    [408, 'not_accepted_transient', 'provider_busy'],
    [425, 'not_accepted_transient', 'provider_busy'],
    [429, 'not_accepted_transient', 'rate_limited'],
    [503, 'not_accepted_transient', 'provider_busy'],
    [500, 'unknown', 'provider_error'],
    [501, 'unknown', 'provider_error'],
    [502, 'unknown', 'provider_error'],
    [504, 'unknown', 'provider_error'],
    [599, 'unknown', 'provider_error'],
  ])('%i means %s (%s), in a sentence that names the provider', async (status, outcome, code) => {
    for (const body of ['', '<html></html>', '{"status":"error","error_reason":"because"}', '{"status":"queued"}']) {
      const result = await desk.send({ status, body, headers: { location: `${desk.server.address}/elsewhere` } })
      expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*Kirusa Konnect)[A-Z].*\.$/) })
      expect('message' in result && result.message.includes('because')).toBe(body.includes('because'))
    }
    expect(desk.server.seen.every((request) => request.url === '/admin/api/sms')).toBe(true)
  })

  test.each([301, 400, 401, 403, 404, 408, 425, 429, 500, 503])('%i that says ok leaves the fate open', async (status) => {
    expect(await desk.send(json(ACCEPTED, status))).toMatchObject({ class: 'unknown', code: 'answer_contradictory' })
  })

  test.each([500, 502, 504])('%i leaves the fate open even where its words name a refusal', async (status) => {
    expect(await desk.send(json({ status: 'error', error_code: '3001' }, status))).toMatchObject({
      class: 'unknown',
      code: 'provider_error',
    })
  })

  test.each([
    ['7', 7_000],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    ['soon', null],
    ['', null],
  ])('429 and 503 with Retry-After “%s” wait %s ms', async (header, retryAfterMs) => {
    expect(await desk.send({ status: 429, headers: { 'retry-after': header } })).toMatchObject({ retryAfterMs })
    expect(await desk.send({ status: 503, headers: { 'retry-after': header } })).toMatchObject({ retryAfterMs })
  })
})

describe('without an answer', () => {
  test('a refused connection is certainly not accepted and may be tried again', async () => {
    expect(await desk.send({}, { baseUrl: 'http://127.0.0.1:1/' })).toMatchObject({
      class: 'not_accepted_transient',
      code: 'refused',
      retryAfterMs: null,
      exchange: { response: null },
    })
  })

  test('a connection that ends after the request leaves the fate open, and nothing is repeated', async () => {
    expect(await desk.send('hang_up')).toMatchObject({ class: 'unknown', code: 'reset', exchange: { response: null } })
    expect(desk.server.seen).toHaveLength(1)
  })

  test('silence leaves the fate open, and nothing is repeated', async () => {
    const impatient = await openKonnectDesk({ timeoutMs: 60 })
    expect(await impatient.send('silence')).toMatchObject({ class: 'unknown', code: 'timeout' })
    expect(impatient.server.seen).toHaveLength(1)
  })

  test('a computer without network has not tried', async () => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const offline = {
      ...http,
      request: () => Promise.resolve({ kind: 'failure', written: false, offline: true, code: 'offline', message: 'No network.' } as const),
    }
    expect(await konnect.send(desk.account, { id: 'm', to: NUMBER, text: TEXT }, { ...desk.context, http: offline })).toMatchObject({
      class: 'offline',
    })
  })
})

test.each([
  ['address', { config: { baseUrl: 'http://sms.example.com/' } }, 'account_address'],
  ['number', { config: { from: 'Bistro' } }, 'sender_refused'],
  ['account id', { secrets: { accountId: '' } }, 'account_credentials'],
  ['account id with a line break inside', { secrets: { accountId: 'a\r\nX-More: b' } }, 'account_credentials'],
  ['account id in another alphabet', { secrets: { accountId: 'счёт' } }, 'account_credentials'],
  ['token', { secrets: { apiToken: ' ' } }, 'account_credentials'],
])('an account whose %s cannot be used is an account problem, and nothing is sent', async (_what, change, code) => {
  const account = {
    id: 'account',
    config: { ...desk.account.config, ...('config' in change ? change.config : {}) },
    secrets: { ...desk.account.secrets, ...('secrets' in change ? change.secrets : {}) },
  }
  expect(await konnect.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)).toMatchObject({
    class: 'account_problem',
    code,
    exchange: { request: '', response: null },
    message: expect.stringMatching(/^[A-Z].*Settings › Accounts\.$/),
  })
  expect(desk.server.seen).toEqual([])
})

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import {
  ACCEPTED,
  CLASSIC_PATH,
  CLIENT_ID,
  CLIENT_SECRET,
  CURRENT_PATH,
  DOCUMENT_ID,
  json,
  kept,
  NOW,
  NUMBER,
  openKpnDesk,
  TEXT,
  TOKEN,
} from './kpn-desk.ts'
import type { KpnDesk } from './kpn-desk.ts'

let desk: KpnDesk

beforeEach(async () => {
  desk = await openKpnDesk()
})

function withConfig(config: Record<string, string>) {
  return { account: { ...desk.account, config: { ...desk.account.config, ...config } } }
}

test('a text goes out as one POST with the token in its header and exactly the documented fields', async () => {
  await desk.send()
  expect(desk.sends).toHaveLength(1)
  const [request] = desk.sends
  expect([request?.method, request?.url]).toEqual(['POST', CLASSIC_PATH])
  expect(request?.headers).toEqual({
    host: desk.address.slice('http://'.length),
    connection: 'keep-alive',
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Bearer ${TOKEN}`,
    'content-length': String(Buffer.byteLength(request?.body ?? '')),
  })
  expect(request?.body).toBe(`{"messages":[{"content":${JSON.stringify(TEXT)},"mobile_number":"+31612345678"}],"sender":"Bistro"}`)
})

test('the text goes out as given, whatever is in it', async () => {
  for (const text of ['line\nline', '"quoted" \\ back', '😀 €[]', ' spaces around ', 'a,b;c']) {
    await desk.send({ text })
    const body = JSON.parse(desk.sends.at(-1)?.body ?? '') as { messages: { content: string }[] }
    expect(body.messages.map(({ content }) => content)).toEqual([text])
  }
})

test.each([
  ['Bistro', 'Bistro'],
  [' Demo App ', 'Demo App'],
  ['', 'KPN'],
  ['  ', 'KPN'],
])('the sender “%s” goes out as “%s”', async (sender, sent) => {
  await desk.send(withConfig({ sender }))
  expect((JSON.parse(desk.sends[0]?.body ?? '') as { sender: string }).sender).toBe(sent)
  expect(desk.adapter.senderOf({ sender })).toBe(sent)
})

test.each([
  ['classic', '', CLASSIC_PATH],
  ['classic', '/', CLASSIC_PATH],
  ['classic', CLASSIC_PATH, CLASSIC_PATH],
  ['classic', `${CLASSIC_PATH}/`, CLASSIC_PATH],
  ['classic', '/messaging/sms-kpn/v1', CLASSIC_PATH],
  ['classic', CURRENT_PATH, CURRENT_PATH],
  ['current', '', CURRENT_PATH],
  ['current', '/communication/kpn/sms/', CURRENT_PATH],
  ['current', '/proxy/sms/', '/proxy/sms/'],
  ['', '', CLASSIC_PATH],
])('with the product “%s”, an address that ends in “%s” is sent to at %s', async (product, path, sentTo) => {
  await desk.send(withConfig({ product, baseUrl: ` ${desk.address}${path} ` }))
  expect(desk.sends.map(({ url }) => url)).toEqual([sentTo])
})

describe('a 2xx', () => {
  test.each([200, 201, 202])('%i with a document id and OK is an acceptance', async (status) => {
    desk.onSend(() => json(ACCEPTED, status))
    expect(await desk.send()).toMatchObject({ class: 'accepted', refs: [DOCUMENT_ID], receipt: null })
  })

  test.each(['OK', 'ok', ' Ok ', undefined, null, ''])('with a document id and status %o is an acceptance', async (status) => {
    desk.onSend(() => json({ document_id: 'd-1', status }))
    expect(await desk.send()).toMatchObject({ class: 'accepted', refs: ['d-1'] })
  })

  test.each([
    ['{"document_id": 9007199254740993, "status": "OK"}', '9007199254740993'],
    ['{"document_id": " d-1 ", "status": "OK"}', 'd-1'],
    ['\uFEFF{"document_id": "d-1", "status": "OK"}', 'd-1'],
  ])('written as %s keeps its id', async (body, ref) => {
    desk.onSend(() => ({ body }))
    expect(await desk.send()).toMatchObject({ class: 'accepted', refs: [ref] })
  })

  test.each<[string, unknown]>([
    ['a failure for a status', { status: 'FAILED' }],
    ['a number for a status', { status: 200 }],
    ['an object for a status', { status: { code: 'OK' } }],
    ['a list for a status', { status: ['OK'] }],
    ['false for a status', { status: false }],
    ['an error beside it', { errorResponse: { code: '40001', message: 'no' } }],
    ['a fault beside it', { fault: { faultstring: 'no' } }],
    ['an OAuth error beside it', { error: 'invalid_client' }],
  ])('with a document id and %s contradicts itself: open, with the id kept', async (_what, change) => {
    desk.onSend(() => json({ ...ACCEPTED, ...(change as object) }))
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'answer_contradictory', refs: [DOCUMENT_ID] })
  })

  test.each([
    ['nothing', ''],
    ['a page', '<html></html>'],
    ['a word', 'OK'],
    ['null', 'null'],
    ['a list with an acceptance', JSON.stringify([ACCEPTED])],
    ['an acceptance inside', JSON.stringify({ result: ACCEPTED })],
    ['OK without an id', '{"status":"OK"}'],
    ['an empty id', '{"document_id":"","status":"OK"}'],
    ['a blank id', '{"document_id":"  ","status":"OK"}'],
    ['zero for an id', '{"document_id":0,"status":"OK"}'],
    ['true for an id', '{"document_id":true,"status":"OK"}'],
    ['an object for an id', '{"document_id":{"id":"d"},"status":"OK"}'],
    ['an endless id', JSON.stringify({ document_id: 'x'.repeat(201), status: 'OK' })],
    ['an id in the prototype', '{"__proto__":{"document_id":"d-1"},"status":"OK"}'],
    ['half an object', '{"document_id":"d-1","status":"OK"'],
    ['an error', '{"errorResponse":{"message":"Invalid mobile number"}}'],
    ['brackets without end', '['.repeat(200_000)],
  ])('with %s leaves open whether the text was taken', async (_what, body) => {
    desk.onSend(() => ({ body }))
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
    expect(desk.sends).toHaveLength(1)
  })
})

describe('an HTTP error', () => {
  test.each([
    [400, 'not_accepted_permanent', 'request_refused'],
    [409, 'not_accepted_permanent', 'request_refused'],
    [412, 'not_accepted_permanent', 'request_refused'],
    [413, 'not_accepted_permanent', 'request_refused'],
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
  ])('%i means %s (%s), in a sentence that names KPN, and is never followed', async (status, kind, code) => {
    for (const body of ['', '<html></html>', '{"errorResponse":{"code":"1","message":"because"}}', '[]', '{"status":"OK"}']) {
      desk.onSend(() => ({ status, body, headers: { location: `${desk.address}/elsewhere` } }))
      const outcome = await desk.send()
      expect(outcome).toMatchObject({ class: kind, code, message: expect.stringMatching(/^(?=.*KPN)[A-Z].*\.$/) })
      expect('message' in outcome && outcome.message.includes('because')).toBe(body.includes('because'))
    }
    expect(desk.sends.every(({ url }) => url === CLASSIC_PATH)).toBe(true)
  })

  test.each([
    [
      { errorResponse: { code: '40001', message: 'Invalid mobile number', info: 'https://developer.kpn.com' }, message: 'x' },
      'Invalid mobile number',
    ],
    [{ errorResponse: 'no' }, 'no'],
    [
      { transactionId: 't', status: 400, name: 'Bad', message: 'gateway says', info: 'https://x', fault: { faultstring: 'x' } },
      'gateway says',
    ],
    [{ name: 'BadRequest', info: 'https://x' }, 'BadRequest'],
    [{ fault: { faultstring: 'Apigee says', detail: { errorcode: 'x' } }, error: 'x' }, 'Apigee says'],
    [{ error: 'invalid_request', error_description: 'OAuth says' }, 'OAuth says'],
    [{ error: 'invalid_request' }, 'invalid_request'],
    [{ errorResponse: { message: ' a\n\u0007b ' } }, 'a b'],
    [{ errorResponse: { message: ['x'] }, message: 'next' }, 'next'],
  ])('%o is quoted as “%s”', async (body, words) => {
    desk.onSend(() => json(body, 400))
    expect(await desk.send()).toMatchObject({
      message: `KPN refused this text. Check the number, the sender and the text. It says: “${words}”.`,
    })
  })

  test('about the text in its own words quotes nothing', async () => {
    desk.onSend(() => json({ message: TEXT }, 400))
    expect(await desk.send()).toMatchObject({ message: 'KPN refused this text. Check the number, the sender and the text.' })
  })

  test.each([
    JSON.stringify({ error: 'invalid_client' }),
    '<p>invalid_client</p>',
    '{"fault":{"detail":{"errorcode":"oauth.v2.InvalidClientIdentifier"}}}',
  ])('500 with %s is about the keys, certainly not sent', async (body) => {
    desk.onSend(() => ({ status: 500, body }))
    expect(await desk.send()).toMatchObject({ class: 'account_problem', code: 'account_credentials' })
    expect(desk.sends).toHaveLength(1)
  })

  test('500 that only repeats those words from the text leaves the fate open', async () => {
    desk.onSend((_index, { body }) => ({ status: 500, body }))
    expect(await desk.send({ text: 'Your invalid_client error is solved.' })).toMatchObject({ class: 'unknown', code: 'provider_error' })
  })

  test.each([408, 425, 429, 503, 402, 403, 404, 302, 401])('%i with a document id leaves the fate open', async (status) => {
    desk.onSend(() => json(ACCEPTED, status))
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'answer_contradictory', refs: [DOCUMENT_ID] })
    desk.onSend(() => ({ status, body: `{"result":{"documentId":"d-1"` }))
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'answer_contradictory' })
  })

  test('an empty document id is none', async () => {
    for (const body of ['{"document_id":null}', '{"document_id":""}', '{"document_id":0}']) {
      desk.onSend(() => ({ status: 503, body }))
      expect(await desk.send()).toMatchObject({ class: 'not_accepted_transient' })
    }
  })

  test.each([400, 500])('%i keeps a document id it gives', async (status) => {
    desk.onSend(() => json({ document_id: 'd-9' }, status))
    expect(await desk.send()).toMatchObject({ refs: ['d-9'] })
  })
})

describe('the wait after 429', () => {
  const seconds = NOW / 1_000
  test.each<[Record<string, string>, number | null]>([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': new Date(NOW + 90_000).toUTCString() }, 90_000],
    [{ 'retry-after': '7', 'quota-reset-UTC': String(seconds + 60) }, 7_000],
    [{ 'retry-after': 'soon', 'quota-reset-UTC': String(seconds + 60) }, 60_000],
    [{ 'quota-reset-UTC': String(seconds + 60) }, 60_000],
    [{ 'quota-reset-UTC': ` ${seconds + 60}.5 ` }, 60_500],
    [{ 'quota-reset-UTC': String(NOW + 60_001) }, 60_001],
    [{ 'quota-reset-UTC': '2026-03-02T09:01:00Z' }, 60_000],
    [{ 'quota-reset-UTC': '2026-03-02T09:01:00' }, 60_000],
    [{ 'quota-reset-UTC': '2026-03-02 09:01:00.5' }, 60_500],
    [{ 'quota-reset-UTC': '2026-03-02 09:01:00 UTC' }, 60_000],
    [{ 'quota-reset-UTC': '2026-03-02T10:01:00+01:00' }, 60_000],
    [{ 'quota-reset-UTC': 'Mon, 02 Mar 2026 09:01:00 GMT' }, 60_000],
    [{ 'quota-reset-UTC': 'Mon, 02 Mar 2026 09:01:00' }, 60_000],
    [{ 'quota-reset-UTC': 'Mon Mar 02 09:01:00 UTC 2026' }, 60_000],
    [{ 'quota-reset-UTC': String(seconds + 400_000) }, 86_400_000],
    [{ 'quota-reset-UTC': String(seconds - 1) }, null],
    [{ 'quota-reset-UTC': String(seconds) }, null],
    [{ 'quota-reset-UTC': '30' }, null],
    [{ 'quota-reset-UTC': 'n/a' }, null],
    [{ 'quota-reset-UTC': '-1' }, null],
    [{ 'quota-reset-UTC': '99999999999999999999' }, null],
    [{}, null],
  ])('with %o is %o ms', async (headers, retryAfterMs) => {
    desk.onSend(() => ({ status: 429, headers }))
    expect(await desk.send()).toMatchObject({ class: 'not_accepted_transient', code: 'rate_limited', retryAfterMs })
  })

  test('reads a date without a zone as UTC, wherever the computer stands', async () => {
    const zone = process.env['TZ']
    onTestFinished(() => {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })
    process.env['TZ'] = 'America/New_York'
    expect(new Date(NOW).getTimezoneOffset()).toBe(300)
    for (const reset of ['2026-03-02T09:01:00', '2026-03-02 09:01', 'Mon, 02 Mar 2026 09:01:00']) {
      desk.onSend(() => ({ status: 429, headers: { 'quota-reset-UTC': reset } }))
      expect(await desk.send()).toMatchObject({ retryAfterMs: 60_000 })
    }
  })

  test('is not taken from the quota for a 503, which has its own', async () => {
    desk.onSend(() => ({ status: 503, headers: { 'quota-reset-UTC': String(seconds + 60) } }))
    expect(await desk.send()).toMatchObject({ retryAfterMs: null })
    desk.onSend(() => ({ status: 503, headers: { 'retry-after': '9' } }))
    expect(await desk.send()).toMatchObject({ retryAfterMs: 9_000 })
  })
})

describe('without an answer', () => {
  test('a refused connection is certainly not accepted and may be tried again', async () => {
    expect(await desk.send(withConfig({ baseUrl: 'http://127.0.0.1:1/' }))).toMatchObject({
      class: 'not_accepted_transient',
      code: 'refused',
      exchange: { response: null },
    })
  })

  test('a connection that ends after the request leaves the fate open', async () => {
    desk.onSend(() => 'hang_up')
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'reset', exchange: { response: null } })
    expect(desk.sends).toHaveLength(1)
  })

  test('silence leaves the fate open', async () => {
    const impatient = await openKpnDesk({ timeoutMs: 60 })
    impatient.onSend(() => 'silence')
    expect(await impatient.send()).toMatchObject({ class: 'unknown', code: 'timeout' })
    expect(impatient.sends).toHaveLength(1)
  })

  test('a network that goes between token and text is no network', async () => {
    await desk.send()
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const failure = { kind: 'failure', written: false, offline: true, code: 'offline', message: 'No network.' } as const
    const context = { ...desk.context, http: { ...http, request: () => Promise.resolve(failure) } }
    expect(await desk.adapter.send(desk.account, { id: 'm', to: NUMBER, text: TEXT }, context)).toMatchObject({ class: 'offline' })
  })

  test('an account whose address cannot be used is an account problem, and nobody is called', async () => {
    const unusable: Record<string, string>[] = [{ baseUrl: 'http://sms.example.com/' }, { tokenUrl: 'ftp://x/' }]
    for (const config of unusable) {
      expect(await desk.send(withConfig(config))).toMatchObject({ class: 'account_problem', code: 'account_address' })
    }
    expect(desk.tokens).toEqual([])
  })
})

describe('what is kept', () => {
  test('of the call: address, sender, number and length of the text; of the answer all with its quota', async () => {
    desk.onSend(() => json(ACCEPTED, 200, { 'quota-limit': '100', 'Quota-Used': '100', 'x-other': 'y' }))
    expect((await desk.send()).exchange).toEqual({
      request: `POST ${desk.address}${CLASSIC_PATH}\n{"messages":[{"content":"[text, ${TEXT.length} characters]","mobile_number":"${NUMBER}"}],"sender":"Bistro"}`,
      response: `HTTP 200\n${JSON.stringify(ACCEPTED)}\nquota-limit: 100\nquota-used: 100`,
    })
  })

  test('a quota that is used up is an acceptance like any other', async () => {
    desk.onSend(() => json(ACCEPTED, 200, { 'quota-limit': '10', 'quota-used': '10', 'quota-reset-UTC': '1' }))
    expect(await desk.send()).toMatchObject({ class: 'accepted' })
  })

  test('a long answer leaves room for the quota, and all is cut to 2,000 characters', async () => {
    for (const body of ['x'.repeat(1_000_000), JSON.stringify({ message: '😀'.repeat(100_000) }), `[${'[1],'.repeat(200_000)}1]`]) {
      desk.onSend(() => ({ status: 400, body, headers: { 'quota-used': '5', 'quota-a': 'y'.repeat(3_000) } }))
      const { exchange, ...outcome } = await desk.send()
      expect(exchange.request.length).toBeLessThanOrEqual(2_000)
      expect(exchange.response?.length).toBeLessThanOrEqual(2_000)
      expect(exchange.response).toContain('quota-used: 5')
      expect(exchange.response?.isWellFormed()).toBe(true)
      expect('message' in outcome && outcome.message.length).toBeLessThan(400)
    }
  })

  test.each([
    ['in words', JSON.stringify({ errorResponse: { message: `${TOKEN} ${CLIENT_ID} ${CLIENT_SECRET} “${TEXT}”` } })],
    ['as fields', JSON.stringify({ access_token: 'x1y2', client_id: CLIENT_ID, Authorization: `Bearer ${TOKEN}`, message: TEXT })],
    ['in a page', `<p>Bearer ${TOKEN}</p><p>${TEXT}</p>?client_secret=${encodeURIComponent(CLIENT_SECRET)}&client_id=q`],
    ['echoed whole', JSON.stringify({ request: JSON.stringify({ messages: [{ content: TEXT }] }), token: TOKEN })],
    ['far into a long answer', JSON.stringify({ message: 'x'.repeat(1_480) + TOKEN + TEXT })],
  ])('never keys, tokens or text: %s', async (_where, body) => {
    for (const status of [200, 400, 401, 429, 500]) {
      desk.onSend(() => ({ status, body, headers: { 'quota-note': `${TOKEN}` } }))
      const all = kept(await desk.send())
      for (const secret of [TOKEN, CLIENT_ID, CLIENT_SECRET, encodeURIComponent(CLIENT_SECRET), TEXT, 'table for', 'x1y2', '0a1b2c']) {
        expect(all).not.toContain(secret)
      }
    }
  })
})

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { ACCEPTED, ACKID, json, karixAdapter, KEY, lastBody, NOW, NUMBER, openKarixDesk, PATH, refusal, TEXT } from './karix-desk.ts'
import type { KarixDesk } from './karix-desk.ts'

let desk: KarixDesk

beforeEach(async () => {
  desk = await openKarixDesk()
})

/** The request of an account with these settings besides address and sender. */
async function sentBody(config: Record<string, string>, text = TEXT) {
  const own = await openKarixDesk({ config })
  await own.send(json(ACCEPTED), { text })
  return lastBody(own)
}

test('a text goes out as one POST with the documented header and exactly the documented fields, flags as strings', async () => {
  await desk.send(json(ACCEPTED))
  expect(desk.server.seen).toHaveLength(1)
  const [request] = desk.server.seen
  expect([request?.method, request?.url]).toEqual(['POST', PATH])
  expect(request?.headers).toEqual({
    host: desk.server.address.slice('http://'.length),
    connection: 'keep-alive',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(request?.body ?? '')),
  })
  const message = { dest: ['919000000001'], text: TEXT, send: 'BISTRO', type: 'PLAIN', dlr_req: '1', urltrack: '0' }
  expect(request?.body).toBe(JSON.stringify({ ver: '1.0', key: KEY, encrpt: '0', messages: [message] }))
})

test('DLT ids go out as strings of all their digits, behind the other fields, and only where there are any', async () => {
  const both = { dltEntityId: ' 1101000000000012345 ', dltTemplateId: '1107000000000067890' }
  const message = (await sentBody(both)).messages[0] ?? {}
  expect(Object.entries(message).slice(-2)).toEqual([
    ['dlt_entity_id', '1101000000000012345'],
    ['dlt_template_id', '1107000000000067890'],
  ])
  const without = (await sentBody({ dltEntityId: ' ', dltTemplateId: '' })).messages[0] ?? {}
  expect(Object.keys(without)).toEqual(['dest', 'text', 'send', 'type', 'dlr_req', 'urltrack'])
})

test.each([
  [undefined, 'Hello', 'PLAIN'],
  ['', 'Hello', 'PLAIN'],
  ['plain-unicode', 'Hello', 'PLAIN'],
  ['plain-unicode', '[€] is GSM, too', 'PLAIN'],
  ['plain-unicode', 'नमस्ते', 'UNICODE'],
  ['PLAIN', 'ç is not', 'UNICODE'],
  ['Plain/Unicode', 'Hello', 'PLAIN'],
  ['pm-uc', 'Hello', 'PM'],
  [' PM ', '“quotes”', 'UC'],
  ['pm/uc', '😀', 'UC'],
  ['PM/UC', 'Hello', 'PM'],
])('with type codes “%s” the text “%s” is of type %s', async (typeCodes, text, type) => {
  const message = (await sentBody(typeCodes === undefined ? {} : { typeCodes }, text)).messages[0]
  expect([message?.['type'], message?.['text']]).toEqual([type, text])
})

test.each([
  ['yes', '1'],
  ['1', '1'],
  ['TRUE', '1'],
  ['no', '0'],
  ['0', '0'],
  ['false', '0'],
  ['', '0'],
])('links are tracked with “%s”: urltrack is the string “%s”', async (urlTrack, flag) => {
  expect((await sentBody({ urlTrack })).messages[0]?.['urltrack']).toBe(flag)
})

test.each(['/other/Receiver', '/x', '/deep/path/', '/JsonReceiver?pod=2'])('the address is used whole, as given: %s', async (path) => {
  const account = { ...desk.account, config: { ...desk.account.config, baseUrl: `  ${desk.server.address}${path}\n` } }
  desk.server.answer(json(ACCEPTED))
  await karixAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)
  expect(desk.server.seen.map(({ url }) => url)).toEqual([path])
})

test('the text goes out as given, in UTF-8, whatever is in it', async () => {
  for (const text of ['line\nline', '"quoted" \\ back', '😀 €[]', ' spaces around ', 'नमस्ते']) {
    await desk.send(json(ACCEPTED), { text })
    expect(lastBody(desk).messages[0]?.['text']).toBe(text)
    expect(desk.server.seen.at(-1)?.body).toContain(JSON.stringify(text))
  }
})

describe('an answer is an acceptance', () => {
  test('as the guide shows it: the text is on its way, and the id stands for the call', async () => {
    expect(await desk.send(json(ACCEPTED))).toMatchObject({
      class: 'accepted',
      refs: [ACKID],
      receipt: { ref: ACKID, status: 'sent', rawStatus: 'Request Accepted', detail: null, to: NUMBER, shared: true },
    })
  })

  test.each([
    ['the code as a number', '{"status":{"code":200,"desc":"Request Accepted"},"ackid":"A1"}', 'A1'],
    ['spaces around the code', '{"status":{"code":" 200 "},"ackid":" A1 "}', 'A1'],
    ['an id as a number beyond 2^53', '{"status":{"code":"200"},"ackid":70010020030040050067}', '70010020030040050067'],
    ['another description', '{"status":{"code":"200","desc":"OK"},"ackid":"A1"}', 'A1'],
    ['a byte order mark', '\uFEFF{"status":{"code":"200"},"ackid":"A1"}', 'A1'],
    ['the ampersand form', 'ackid=70010020030040&status=200', '70010020030040'],
    ['the ampersand form in another order', ' status=200&time=2026-03-02+14%3A30%3A01&ackid=A1 \n', 'A1'],
    ['the ampersand form with a code of its own', 'ackid=A1&code=200&desc=Request+Accepted', 'A1'],
  ])('with %s', async (_what, body, ref) => {
    expect(await desk.send({ body })).toMatchObject({ class: 'accepted', refs: [ref] })
  })
})

describe('the fate is open', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<html><a href="?ackid=1&status=200">x</a></html>'],
    ['a word', 'OK'],
    ['null', 'null'],
    ['a bare id', '"70010020030040"'],
    ['a list with an acceptance', JSON.stringify([ACCEPTED])],
    ['an empty object', '{}'],
    ['half an object', JSON.stringify(ACCEPTED).slice(0, -1)],
    ['no code', '{"status":{"desc":"fine"},"ackid":"N/A"}'],
    ['a truth for a code', '{"status":{"code":true},"ackid":"N/A"}'],
    ['a list for a code', '{"status":{"code":["200"]},"ackid":"N/A"}'],
    ['another good code', '{"status":{"code":"201"},"ackid":"N/A"}'],
    ['a code of no list', '{"status":{"code":"-7","desc":"odd"},"ackid":"N/A"}'],
    ['a status in the prototype', '{"__proto__":{"status":{"code":"200"},"ackid":"A1"}}'],
    ['brackets without end', '['.repeat(200_000)],
    ['two answers in one line', 'ackid=1&status=200&ackid=2&status=-112'],
    ['a form that says nothing', 'hello=world'],
  ])('where a 200 says %s', async (_what, body) => {
    expect(await desk.send({ body })).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
  })

  test.each(['N/A', ' n/a ', 'NA', '', '  ', null, undefined, 0, '0', 'null', {}, ['A1'], true, 'x'.repeat(201)])(
    'where the code says yes but the id is %o',
    async (ackid) => {
      const outcome = await desk.send(json({ ...ACCEPTED, ackid }))
      expect(outcome).toMatchObject({
        class: 'unknown',
        code: 'answer_contradictory',
        message: expect.stringContaining('Request Accepted'),
      })
      expect(outcome).not.toHaveProperty('refs')
    },
  )

  test('where an id comes with a code of no list, and the id is kept', async () => {
    expect(await desk.send(json({ status: { code: '201' }, ackid: 'A9' }))).toMatchObject({ class: 'unknown', refs: ['A9'] })
    expect(await desk.send({ body: 'ackid=A9&status=Request+Accepted' })).toMatchObject({ class: 'unknown', refs: ['A9'] })
  })

  test.each([
    ['-999', 'Internal error'],
    [-999, ' INTERNAL  ERROR '],
    ['-999', ''],
    ['-999', undefined],
    ['-112', 'Internal Error occurred'],
  ])('where Karix reports a fault of its own: %s %s', async (code, desc) => {
    expect(await desk.send(json(refusal(code, desc)))).toMatchObject({ class: 'unknown', code: 'provider_error' })
  })

  test('where a code of a refusal stands beside words of an acceptance', async () => {
    expect(await desk.send(json(refusal('-112', 'Request Accepted')))).toMatchObject({ class: 'unknown', code: 'answer_contradictory' })
  })

  test('where a refusal that would be repeated, or pause the account, comes with an id', async () => {
    for (const desc of ['Invalid credentials', 'TRAI blockout, cannot send message']) {
      expect(await desk.send(json({ ...refusal('-106', desc), ackid: 'A7' }))).toMatchObject({
        class: 'unknown',
        code: 'answer_contradictory',
        refs: ['A7'],
      })
    }
    // A refusal for good stays one, and a later report still finds its text.
    expect(await desk.send(json({ ...refusal('-112', 'Invalid mobile number'), ackid: 'A7' }))).toMatchObject({
      class: 'not_accepted_permanent',
      refs: ['A7'],
    })
  })
})

describe('an HTTP error', () => {
  test.each([
    [400, 'not_accepted_permanent', 'request_refused'],
    [413, 'not_accepted_permanent', 'request_refused'],
    [422, 'not_accepted_permanent', 'request_refused'],
    [401, 'account_problem', 'account_credentials'],
    [402, 'account_problem', 'account_balance'],
    [403, 'account_problem', 'account_not_allowed'],
    [404, 'account_problem', 'account_address'],
    [405, 'account_problem', 'account_address'],
    [301, 'account_problem', 'account_address'],
    [307, 'account_problem', 'account_address'],
    [408, 'not_accepted_transient', 'provider_busy'],
    [425, 'not_accepted_transient', 'provider_busy'],
    [429, 'not_accepted_transient', 'rate_limited'],
    [503, 'not_accepted_transient', 'provider_busy'],
    [500, 'unknown', 'provider_error'],
    [502, 'unknown', 'provider_error'],
    [504, 'unknown', 'provider_error'],
  ])('%i means %s (%s), in a sentence that names the provider, and is never followed', async (status, outcome, code) => {
    for (const body of ['', '<html></html>', '{"error":"because"}']) {
      const result = await desk.send({ status, body, headers: { location: `${desk.server.address}/elsewhere` } })
      expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*Karix)[A-Z].*\.$/) })
    }
    expect(desk.server.seen.every(({ url }) => url === PATH)).toBe(true)
  })

  test('with a refusal in words means what the words say, where HTTP leaves that open', async () => {
    const body = refusal('-112', 'Invalid mobile number')
    for (const status of [400, 401, 404, 422]) {
      expect(await desk.send(json(body, status))).toMatchObject({ class: 'not_accepted_permanent', code: 'recipient_invalid' })
    }
    expect(await desk.send(json(body, 429))).toMatchObject({
      code: 'rate_limited',
      message: expect.stringContaining('Invalid mobile number'),
    })
    expect(await desk.send(json(body, 503))).toMatchObject({ class: 'not_accepted_transient' })
    expect(await desk.send(json(body, 500))).toMatchObject({ class: 'unknown' })
    expect(await desk.send(json(body, 302))).toMatchObject({ code: 'account_address' })
  })

  test.each([302, 400, 401, 404, 408, 429, 503, 500])(
    '%i with an acceptance, an id or a fault in it leaves the fate open',
    async (status) => {
      for (const body of [ACCEPTED, { ackid: ACKID }]) {
        expect(await desk.send(json(body, status))).toMatchObject({ class: 'unknown', refs: [ACKID] })
      }
      for (const body of [refusal('-999', 'Internal error'), { ...ACCEPTED, ackid: 'N/A' }]) {
        expect(await desk.send(json(body, status))).toMatchObject({ class: 'unknown' })
      }
    },
  )

  test.each([
    ['7', 7_000],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    ['soon', null],
  ])('429 and 503 with Retry-After “%s” wait %s ms', async (header, retryAfterMs) => {
    for (const status of [429, 503]) {
      expect(await desk.send({ status, headers: { 'retry-after': header } })).toMatchObject({ retryAfterMs })
    }
  })
})

describe('without an answer', () => {
  test('a refused connection is certainly not accepted and may be tried again', async () => {
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:1/' } }
    expect(await karixAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)).toMatchObject({
      class: 'not_accepted_transient',
      code: 'refused',
      exchange: { response: null },
    })
  })

  test('a connection that ends after the request, and silence, leave the fate open', async () => {
    expect(await desk.send('hang_up')).toMatchObject({ class: 'unknown', code: 'reset', exchange: { response: null } })
    const impatient = await openKarixDesk({ timeoutMs: 300 })
    expect(await impatient.send('silence')).toMatchObject({ class: 'unknown', code: 'timeout' })
    expect(desk.server.seen).toHaveLength(1)
  })

  test.each([
    [{ offline: true, code: 'offline', message: 'No network.' }, { class: 'offline' }],
    [
      { offline: false, code: 'connect_timeout', message: 'The server could not be reached in time.' },
      { class: 'not_accepted_transient', message: expect.stringContaining('whether your internet address is allowed') },
    ],
  ])('%o before anything was written has not tried', async (failure, expected) => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const failing = { ...http, request: () => Promise.resolve({ kind: 'failure', written: false, ...failure } as const) }
    const context = { ...desk.context, http: failing }
    expect(await karixAdapter.send(desk.account, { id: 'm', to: NUMBER, text: TEXT }, context)).toMatchObject(expected)
  })

  test('an account whose address cannot be used is an account problem, and nothing is sent', async () => {
    const account = { ...desk.account, config: { sender: 'BISTRO', baseUrl: 'http://sms.example.com/' } }
    expect(await karixAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)).toMatchObject({
      class: 'account_problem',
      code: 'account_address',
    })
  })
})

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { ACCEPTED, html, inWords, json, NUMBER, okRoute, openOkRouteDesk, PASSWORD, TEXT, USERNAME } from './okroute-desk.ts'
import type { OkRouteDesk } from './okroute-desk.ts'

let desk: OkRouteDesk

beforeEach(async () => {
  desk = await openOkRouteDesk()
})

/** Written from the document: everything but letters, digits and - . _ ~ as its UTF-8 bytes. */
function percent(text: string): string {
  return Array.from(text, (char) => (/[\w.~-]/.test(char) ? char : [...new TextEncoder().encode(char)].map(hexByte).join(''))).join('')
}

function hexByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** What a server makes of a query: `+` is a blank to this one. */
function readQuery(url: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))
}

describe('a text goes out', () => {
  test('as one POST of everything in a JSON body of strings, by default', async () => {
    await desk.send(json(ACCEPTED))
    expect(desk.server.seen).toHaveLength(1)
    const [request] = desk.server.seen
    expect([request?.method, request?.url]).toEqual(['POST', '/api'])
    expect(request?.headers).toEqual({
      host: desk.server.address.slice('http://'.length),
      connection: 'keep-alive',
      accept: '*/*',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(request?.body ?? '')),
    })
    expect(request?.body).toBe(
      JSON.stringify({
        username: USERNAME,
        password: PASSWORD,
        command: 'submit',
        ani: 'Bistro',
        dnis: '46701740605',
        message: TEXT,
        longMessageMode: 'split',
        dataCoding: '8',
      }),
    )
  })

  test('with “post-query”: command and credentials in the address, the rest as JSON', async () => {
    await desk.send(json(ACCEPTED), { config: { method: 'post-query', serviceType: 'OTP' } })
    const [request] = desk.server.seen
    expect(request?.method).toBe('POST')
    expect(request?.url.split('?')[0]).toBe('/api')
    expect(readQuery(request?.url ?? '')).toEqual({ command: 'submit', username: USERNAME, password: PASSWORD })
    expect(request?.headers['content-type']).toBe('application/json')
    expect(request?.body).toBe(
      JSON.stringify({
        ani: 'Bistro',
        dnis: '46701740605',
        message: TEXT,
        serviceType: 'OTP',
        longMessageMode: 'split',
        dataCoding: '8',
      }),
    )
  })

  test('with “get”: everything in the address, and neither body nor type', async () => {
    await desk.send(json(ACCEPTED), { config: { method: 'get', serviceType: 'OTP', ani: 'Bar & Co' } })
    const [request] = desk.server.seen
    expect([request?.method, request?.body, request?.headers['content-type']]).toEqual(['GET', '', undefined])
    expect(readQuery(request?.url ?? '')).toEqual({
      username: USERNAME,
      password: PASSWORD,
      ani: 'Bar & Co',
      dnis: '46701740605',
      message: TEXT,
      command: 'submit',
      serviceType: 'OTP',
      longMessageMode: 'split',
      dataCoding: '8',
    })
  })

  test.each(['a b', 'a+b', '100% & #1', 'a=b;c?d/e', '“åäö” 😀', "it's", 'line\nline'])(
    'with “get”, “%s” is escaped whole: no plus for a blank, no bare sign that an address uses',
    async (text) => {
      await desk.send(json(ACCEPTED), { config: { method: 'get' }, text })
      expect(desk.server.seen[0]?.url).toContain(`&message=${percent(text)}&`)
    },
  )

  test('with “get”, half a character does not stop it', async () => {
    expect(await desk.send(json(ACCEPTED), { config: { method: 'get' }, text: 'a\uD83D b' })).toMatchObject({ class: 'accepted' })
    expect(readQuery(desk.server.seen[0]?.url ?? '')['message']).toBe('a\uFFFD b')
  })

  test('as given, whatever is in it', async () => {
    for (const text of ['line\nline', '"quoted" \\ back', '😀 €[]', ' spaces around ']) {
      await desk.send(json(ACCEPTED), { text })
      expect(JSON.parse(desk.server.seen.at(-1)?.body ?? '')).toMatchObject({ message: text })
    }
  })

  test.each([
    ['Table ready.', '0'],
    ['£5 [ok] {1} €2', '0'],
    ['a'.repeat(500), '0'],
    ['ç', '8'],
    ['“quoted”', '8'],
    ['😀', '8'],
  ])('“%s” with data coding %s, as a string', async (text, dataCoding) => {
    await desk.send(json(ACCEPTED), { text })
    expect(JSON.parse(desk.server.seen[0]?.body ?? '')).toMatchObject({ message: text, dataCoding })
  })

  test.each([
    [{}, 'split'],
    [{ longMessageMode: 'split_sar' }, 'split_sar'],
    [{ longMessageMode: 'payload' }, 'payload'],
    [{ longMessageMode: 'split_or_payload' }, 'split_or_payload'],
    [{ longMessageMode: 'cut' }, 'cut'],
    // Whatever is not known must not fall back on the platform’s own default, which cuts.
    [{ longMessageMode: 'none' }, 'split'],
  ])('with %o always as longMessageMode “%s”', async (config, sent) => {
    for (const text of ['short', 'a'.repeat(400)]) {
      await desk.send(json(ACCEPTED), { config, text })
      expect(JSON.parse(desk.server.seen.at(-1)?.body ?? '')).toMatchObject({ longMessageMode: sent })
    }
  })

  test.each([
    ['46701740600', '46701740600'],
    ['+46701740600', '46701740600'],
    [' Bistro ', 'Bistro'],
    ['1+1 Bar', '1+1 Bar'],
  ])('with the sender “%s” as “%s”', async (ani, sent) => {
    await desk.send(json(ACCEPTED), { config: { ani } })
    expect(JSON.parse(desk.server.seen[0]?.body ?? '')).toMatchObject({ ani: sent })
  })

  test('with a service type only where there is one', async () => {
    await desk.send(json(ACCEPTED), { config: { serviceType: '  ' } })
    await desk.send(json(ACCEPTED), { config: { serviceType: ' OTP ' } })
    expect(desk.server.seen.map(({ body }) => (JSON.parse(body) as { serviceType?: string }).serviceType)).toEqual([undefined, 'OTP'])
  })

  test('not at all by GET where the address would be too long for servers, and certainly was not taken', async () => {
    const outcome = await desk.send(json(ACCEPTED), { config: { method: 'get' }, text: '中'.repeat(900) })
    expect(outcome).toMatchObject({ class: 'not_accepted_permanent', code: 'text_too_long', exchange: { response: null } })
    expect(desk.server.seen).toEqual([])
    expect(await desk.send(json(ACCEPTED), { text: '中'.repeat(900) })).toMatchObject({ class: 'accepted' })
  })
})

describe('an answer with an id is an acceptance', () => {
  const part = (n: number, id: string) => ({ dnis: '46701740605', message_id: id, segment_num: String(n) })

  test.each<[string, unknown, string[]]>([
    ['one object', ACCEPTED, ['alss-0a1b2c3d-4e5f6071']],
    ['one object in a list', [ACCEPTED], ['alss-0a1b2c3d-4e5f6071']],
    ['a list in a list', [[ACCEPTED]], ['alss-0a1b2c3d-4e5f6071']],
    ['with its number', { ...ACCEPTED, dnis: 46701740605 }, ['alss-0a1b2c3d-4e5f6071']],
    ['with its number as +', [{ ...ACCEPTED, dnis: '+46 70-174 06 05' }], ['alss-0a1b2c3d-4e5f6071']],
    ['parts', [part(1, 'a-1'), part(2, 'a-2')], ['a-1', 'a-2']],
    ['parts in another order', [part(10, 'j'), part(2, 'b'), part(1, 'a')], ['a', 'b', 'j']],
    ['parts that do not all say which they are', [{ message_id: 'x' }, part(1, 'y')], ['x', 'y']],
    ['parts with one id for all', [part(1, 'a'), part(2, 'a')], ['a']],
    ['parts, one without an id', [part(1, 'a'), { ...part(2, ''), message_id: null }], ['a']],
    ['a UUID', { message_id: '62fe00ce-0279-8c6b-9236-7f91b29d250c' }, ['62fe00ce-0279-8c6b-9236-7f91b29d250c']],
    ['spaces around it', { message_id: ' a ' }, ['a']],
    ['more fields', { ...ACCEPTED, extra: { deep: [1] } }, ['alss-0a1b2c3d-4e5f6071']],
  ])('%s', async (_what, body, refs) => {
    expect(await desk.send(json(body))).toMatchObject({ class: 'accepted', refs, receipt: null })
  })

  test('whatever the type it comes with', async () => {
    expect(await desk.send(html(JSON.stringify(ACCEPTED)))).toMatchObject({ class: 'accepted' })
    expect(await desk.send(html(`\uFEFF ${JSON.stringify(ACCEPTED)}\n`))).toMatchObject({ class: 'accepted' })
  })

  test('and a number keeps every digit', async () => {
    expect(await desk.send({ body: '{"message_id": 9007199254740993}' })).toMatchObject({ refs: ['9007199254740993'] })
  })

  test('unless it is about another number, which leaves the fate open with the id kept', async () => {
    expect(inWords([await desk.send(json({ ...ACCEPTED, dnis: '46701740606' }))])).toEqual([
      `unknown answer_contradictory ${ACCEPTED.message_id}`,
    ])
  })

  test('unless there are more ids than a text has parts', async () => {
    const parts = Array.from({ length: 256 }, (_, index) => part(index + 1, `id-${index}`))
    expect(await desk.send(json(parts.slice(1)))).toMatchObject({ class: 'accepted' })
    expect(inWords([await desk.send(json(parts))])).toEqual(['unknown answer_contradictory'])
  })
})

test.each([
  ['nothing', ''],
  ['a page', '<html><h1>It works!</h1></html>'],
  ['a page to log in at', '<html><form>Login: <input name="login"> Password: <input name="password"></form></html>'],
  ['a word', 'OK'],
  ['a bare id', '"alss-1"'],
  ['a bare number', '42'],
  ['null', 'null'],
  ['an empty list', '[]'],
  ['an empty object', '{}'],
  ['an empty id', '{"message_id":""}'],
  ['zero for an id', '{"message_id":0}'],
  ['the word null for an id', '{"message_id":"null"}'],
  ['an object for an id', '{"message_id":{"a":1}}'],
  ['an id of another name', '{"messageId":"alss-1"}'],
  ['half an object', '{"message_id":"alss-1"'],
  ['an id in the prototype', '{"__proto__":{"message_id":"alss-1"}}'],
  ['brackets without end', '['.repeat(200_000)],
  ['words that say it waits in a queue', 'Message queued'],
  ['words about what is left', 'Accepted. Remaining credit: 12.5'],
  ['words that begin like a refusal', 'NO ROUTES were changed, message accepted'],
  ['a refusal beside an id where none belongs', '[{"error":"NO ROUTES"},{"more":{"message_id":"alss-1"}}]'],
  ['words nobody knows', 'Something went wrong'],
  ['an echo of the text', JSON.stringify({ message: TEXT })],
  ['a complaint nobody knows', '{"error":"invalid sender"}'],
])('a 200 with %s leaves open whether the text was taken', async (_what, body) => {
  expect(await desk.send({ body })).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
})

test.each([
  ['NO ROUTES', 'not_accepted_permanent no_route'],
  [' no routes. \r\n', 'not_accepted_permanent no_route'],
  ['<html><body>NO ROUTES</body></html>', 'not_accepted_permanent no_route'],
  ['"NO ROUTES"', 'not_accepted_permanent no_route'],
  ['{"error":"NO ROUTES"}', 'not_accepted_permanent no_route'],
  ['[{"dnis":"46701740605","error":"NO ROUTES"}]', 'not_accepted_permanent no_route'],
  ['not authorized (check login and password)', 'account_problem account_credentials'],
  ['Service type is invalid', 'account_problem account_not_allowed'],
  ['Destination number is too long', 'not_accepted_permanent recipient_invalid'],
  ['Insufficient balance', 'account_problem account_balance'],
  ['Too many requests', 'not_accepted_transient rate_limited'],
  ['Throttled', 'not_accepted_transient rate_limited'],
  ['Queue full', 'not_accepted_transient provider_busy'],
  ['queue overload', 'not_accepted_transient provider_busy'],
])('a 200 that says “%s” and nothing else is refused: %s', async (body, words) => {
  expect(inWords([await desk.send(html(body))])).toEqual([words])
})

test('no way to a number is a matter of that number, not of the account, and says whom to ask', async () => {
  expect(await desk.send(html('NO ROUTES', 400))).toMatchObject({
    class: 'not_accepted_permanent',
    code: 'no_route',
    message: 'OKRoute has no way to this number for your account, or not with this sender. Ask OKRoute to open one. It says: “NO ROUTES”.',
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
    [508, 'account_problem', 'no_route'],
    [408, 'not_accepted_transient', 'provider_busy'],
    [425, 'not_accepted_transient', 'provider_busy'],
    [429, 'not_accepted_transient', 'rate_limited'],
    [503, 'not_accepted_transient', 'provider_busy'],
    [500, 'unknown', 'provider_error'],
    [501, 'unknown', 'provider_error'],
    [502, 'unknown', 'provider_error'],
    [504, 'unknown', 'provider_error'],
    [599, 'unknown', 'provider_error'],
  ])('%i means %s (%s), in a sentence that quotes the provider', async (status, outcome, code) => {
    for (const body of ['', '<html><b>because</b></html>', '{"error":"because"}', 'because']) {
      const result = await desk.send({ status, body, headers: { location: `${desk.server.address}/elsewhere` } })
      expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*OKRoute)[A-Z].*\.$/) })
      expect('message' in result && result.message.includes('It says: “because”.')).toBe(body.includes('because'))
    }
    expect(desk.server.seen.every(({ url }) => url === '/api')).toBe(true)
  })

  test.each([
    ['NO ROUTES', 'not_accepted_permanent no_route'],
    ['<p>NO ROUTES</p>', 'not_accepted_permanent no_route'],
    ['Error: NO ROUTES for this destination', 'not_accepted_permanent no_route'],
    ['Service type is invalid', 'account_problem account_not_allowed'],
    ['Destination number is too long', 'not_accepted_permanent recipient_invalid'],
    ['not authorized (check login and password)', 'account_problem account_credentials'],
    ['Wrong login', 'account_problem account_credentials'],
    ['Insufficient funds', 'account_problem account_balance'],
    ['Your balance is too low', 'account_problem account_balance'],
    ['Throttling error', 'not_accepted_transient rate_limited'],
    ['Too many messages per second', 'not_accepted_transient rate_limited'],
    ['Queue is full', 'not_accepted_transient provider_busy'],
    ['System overloaded', 'not_accepted_transient provider_busy'],
    ['Too many numbers', 'not_accepted_permanent request_refused'],
    ['Bad value of ani', 'not_accepted_permanent request_refused'],
    // The request shown back has the names of its parameters, and what the text says is not the provider’s word.
    [`Bad request: /api?username=u&password=p&login=x`, 'not_accepted_permanent request_refused'],
    ['{"request":{"username":"u","password":"p"}}', 'not_accepted_permanent request_refused'],
    ['{"error":"bad request {\\"password\\":\\"p\\",\\"credit\\": 1}"}', 'not_accepted_permanent request_refused'],
  ])('400 with “%s” means: %s', async (body, words) => {
    expect(inWords([await desk.send(html(body, 400))])).toEqual([words])
  })

  test('that shows the text back is not judged by the words of the text', async () => {
    const text = 'Your password and login: no routes, credit or balance!'
    for (const echo of [text, encodeURIComponent(text), JSON.stringify(text)]) {
      expect(inWords([await desk.send(html(`Bad message ${echo}`, 400), { text })])).toEqual(['not_accepted_permanent request_refused'])
    }
  })

  test.each([400, 401, 404, 408, 429, 503, 508, 302, 500])('%i with an id in it leaves the fate open', async (status) => {
    expect(inWords([await desk.send(json(ACCEPTED, status))])).toEqual([`unknown answer_contradictory ${ACCEPTED.message_id}`])
    expect(inWords([await desk.send(html(`<p>{"message_id": "alss-1`, status))])).toEqual(['unknown answer_contradictory'])
  })

  test.each([400, 429, 503])('%i with an empty id is what it is', async (status) => {
    for (const body of ['{"message_id":""}', '{"message_id":null}', '{"message_id": 0}', 'message_id=']) {
      expect((await desk.send({ status, body })).class).not.toBe('unknown')
    }
  })

  test.each([
    [429, { 'retry-after': '7' }, 7_000],
    [503, { 'retry-after': 'Mon, 02 Mar 2026 09:00:30 GMT' }, 30_000],
    [503, {}, null],
    [400, { 'retry-after': '5' }, 5_000],
  ])('%i with %o asks for %s ms', async (status, headers, retryAfterMs) => {
    expect(await desk.send({ status, headers, body: 'Too many requests' })).toMatchObject({
      class: 'not_accepted_transient',
      retryAfterMs,
    })
  })
})

describe('no answer', () => {
  test.each<[ScriptedAnswer, string]>([
    ['hang_up', 'reset'],
    ['silence', 'timeout'],
  ])('after the request was written (%s) leaves the fate open', async (answer, code) => {
    const slow = await openOkRouteDesk({ timeoutMs: 200 })
    for (const method of ['post-json', 'get']) {
      expect(await slow.send(answer, { config: { method } })).toMatchObject({ class: 'unknown', code, exchange: { response: null } })
    }
  })

  test('from a server that is not there means that nothing was taken', async () => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:1/api' } }
    const outcome = await okRoute.send(account, { id: 'm', to: NUMBER, text: TEXT }, { http, now: () => 0 })
    expect(outcome).toMatchObject({ class: 'not_accepted_transient', code: 'refused', retryAfterMs: null })
  })

  test('is waited for where the account’s address cannot be used', async () => {
    expect(await desk.send(json(ACCEPTED), { config: { baseUrl: 'ftp://x' } })).toMatchObject({
      class: 'account_problem',
      code: 'account_address',
    })
    expect(desk.server.seen).toEqual([])
  })
})

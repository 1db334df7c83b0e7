import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { ACCEPTED, NOW, NUMBER, openConnectelDesk, TEXT, TOKEN } from './connectel-desk.ts'
import type { ConnectelDesk } from './connectel-desk.ts'

let desk: ConnectelDesk

beforeEach(async () => {
  desk = await openConnectelDesk()
})

function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

test('a text goes out as one POST with the documented headers and exactly the documented fields', async () => {
  await desk.send(json(ACCEPTED))
  expect(desk.server.seen).toHaveLength(1)
  const [request] = desk.server.seen
  expect(request?.method).toBe('POST')
  expect(request?.url).toBe('/api/v2/send/')
  expect(request?.headers).toEqual({
    host: desk.server.address.slice('http://'.length),
    connection: 'keep-alive',
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(request?.body ?? '')),
  })
  expect(request?.body).toBe(JSON.stringify({ authorization: TOKEN, sender: 'Bistro', recipient: '46701740605', message: TEXT }))
})

test('the text goes out as given, whatever is in it', async () => {
  for (const text of ['line\nline', '"quoted" \\ back', '😀 €[]', ' spaces around ']) {
    desk.server.answer(json(ACCEPTED))
    await connectelAdapter.send(desk.account, { id: 'm', to: NUMBER, text }, desk.context)
    expect((JSON.parse(desk.server.seen.at(-1)?.body ?? '') as { message: string }).message).toBe(text)
  }
})

test.each([
  ['46701740600', '46701740600'],
  ['+46701740600', '46701740600'],
  [' Bistro ', 'Bistro'],
])('the sender “%s” goes out as “%s”', async (sender, sent) => {
  desk.server.answer(json(ACCEPTED))
  await connectelAdapter.send(
    { ...desk.account, config: { ...desk.account.config, sender } },
    { id: 'm', to: NUMBER, text: TEXT },
    desk.context,
  )
  expect((JSON.parse(desk.server.seen[0]?.body ?? '') as { sender: string }).sender).toBe(sent)
})

describe('an answer with a request id', () => {
  test('as the fact sheet shows it is an acceptance that is on its way', async () => {
    expect(await desk.send(json(ACCEPTED))).toMatchObject({
      class: 'accepted',
      refs: ['RAAA0001.17000000000000001'],
      receipt: { ref: 'RAAA0001.17000000000000001', status: 'sent', rawStatus: 'ENROUTE', detail: null },
    })
  })

  test.each([
    [{ statusInt: 0 }, 'sent', '0'],
    [{ statusInt: '0', statusStr: '' }, 'sent', '0'],
    [{ statusInt: 0, statusStr: 'QUEUED' }, 'queued', 'QUEUED'],
    [{ statusInt: 0, statusStr: 'QUEUE' }, 'queued', 'QUEUE'],
    [{ statusInt: 1, statusStr: 'DELIVRD' }, 'delivered', 'DELIVRD'],
    [{ setusInt: 1 }, 'delivered', '1'],
    [{ statusInt: 3, statusStr: 'N/A' }, 'unknown', 'N/A 3'],
    [{ statusInt: 7 }, 'unknown', '7'],
    [{ statusInt: 77 }, 'unknown', '77'],
    [{ statusInt: null }, 'unknown', ''],
    [{}, 'unknown', ''],
  ])('and %o is accepted with status %s', async (fields, status, rawStatus) => {
    expect(await desk.send(json({ requestid: 'R1.5', ...fields }))).toMatchObject({
      class: 'accepted',
      refs: ['R1.5'],
      receipt: { ref: 'R1.5', status, rawStatus },
    })
  })

  test.each([
    [{ statusInt: 2, statusStr: 'REJECTD' }, 'rejected_by_operator'],
    [{ statusInt: 5, statusStr: 'UNDELIV' }, 'recipient_unreachable'],
    [{ statusInt: 8, statusStr: 'EXPIRED' }, 'expired'],
    [{ statusInt: 9, statusStr: 'UNKNOWN' }, 'provider_unknown_error'],
    [{ statusInt: '5' }, 'recipient_unreachable'],
    [{ setusInt: 2 }, 'rejected_by_operator'],
    [{ statusStr: 'REJECTD' }, 'rejected_by_operator'],
    [{ statusStr: 'UNKNOWN' }, 'provider_unknown_error'],
    [{ statusStr: 9 }, 'provider_unknown_error'],
  ])('and %o is refused for good, with the id kept', async (fields, code) => {
    expect(
      await desk.send(json({ ...ACCEPTED, statusInt: undefined, setusInt: undefined, statusStr: undefined, ...fields })),
    ).toMatchObject({
      class: 'not_accepted_permanent',
      code,
      refs: [ACCEPTED.requestid],
      message: expect.stringMatching(/^Connectel did not take the text: .*\.$/),
    })
  })

  test.each([
    ['{"requestid": 9007199254740993, "statusInt": 0}', '9007199254740993'],
    ['{"requestid": 17000000000000000001.50, "statusInt": 0}', '17000000000000000001.50'],
    ['{"requestid": 42, "statusInt": 0}', '42'],
    ['{"requestid": " R1.17000000000000001 ", "statusInt": 0}', 'R1.17000000000000001'],
    ['\uFEFF{"requestid": "R1", "statusInt": 0}', 'R1'],
    ['{"requestid": "old", "requestid": "new", "statusInt": 0}', 'new'],
  ])('written as %s keeps every digit', async (body, ref) => {
    expect(await desk.send({ body })).toMatchObject({ class: 'accepted', refs: [ref] })
  })
})

test.each([
  ['', 'nothing'],
  ['<html><h1>It works!</h1></html>', 'a page'],
  ['OK', 'a word'],
  ['"RAAA0001.17000000000000001"', 'a bare id'],
  ['17000000000000000', 'a bare number'],
  ['null', 'null'],
  ['[]', 'an empty list'],
  [JSON.stringify([ACCEPTED]), 'a list with an acceptance'],
  ['{}', 'an empty object'],
  ['{"requestid": ""}', 'an empty id'],
  ['{"requestid": "  "}', 'a blank id'],
  ['{"requestid": null}', 'no id'],
  ['{"requestid": 0}', 'zero for an id'],
  ['{"requestid": {"a": 1}}', 'an object for an id'],
  ['{"requestid": true}', 'a truth for an id'],
  ['{"error": null}', 'no error and no id'],
  ['{"error": ""}', 'an empty error'],
  ['{"statusInt": 0, "statusStr": "ENROUTE"}', 'a good status without an id'],
  ['{"statusInt": 1, "statusStr": "DELIVRD", "message": "hello"}', 'a delivery without an id'],
  [JSON.stringify({ message: TEXT }), 'an echo of the text'],
  ['{"requestid": "R1", "statusInt": 0', 'half an object'],
  ['{"__proto__": {"requestid": "R1"}}', 'an id in the prototype'],
  ['['.repeat(200_000), 'brackets without end'],
])('a 200 with %s (%s) leaves open whether the text was taken', async (body) => {
  expect(await desk.send({ body })).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
})

test.each([
  [{ error: 'invalid sender' }, 'invalid sender'],
  [{ message: 'invalid sender' }, 'invalid sender'],
  [{ detail: 'invalid sender' }, 'invalid sender'],
  [{ statusDesc: 'invalid sender', statusStr: 'N/A' }, 'invalid sender'],
  [{ statusStr: 'N/A' }, 'N/A'],
  [{ error: { code: 12, text: 'invalid sender' } }, '12, invalid sender'],
  [{ error: ['no', 'way'] }, 'no, way'],
  [{ error: true }, 'error'],
  [{ error: 'first', message: 'second', detail: 'third' }, 'first'],
  [{ error: 'a\n\u0007b' }, 'a b'],
])('a 200 without an id that says %o is refused for good', async (body, words) => {
  expect(await desk.send(json(body))).toMatchObject({
    class: 'not_accepted_permanent',
    message: `Connectel did not take the text. It says: “${words}”.`,
  })
})

describe('an HTTP error', () => {
  test.each([
    [400, 'not_accepted_permanent', 'request_refused'],
    [413, 'not_accepted_permanent', 'request_refused'],
    [415, 'not_accepted_permanent', 'request_refused'],
    [422, 'not_accepted_permanent', 'request_refused'],
    [418, 'not_accepted_permanent', 'request_refused'],
    [401, 'account_problem', 'account_credentials'],
    [403, 'account_problem', 'account_credentials'],
    [402, 'account_problem', 'account_balance'],
    [404, 'account_problem', 'account_address'],
    [405, 'account_problem', 'account_address'],
    [301, 'account_problem', 'account_address'],
    [302, 'account_problem', 'account_address'],
    [307, 'account_problem', 'account_address'],
    [308, 'account_problem', 'account_address'],
    [408, 'not_accepted_transient', 'provider_busy'],
    [425, 'not_accepted_transient', 'provider_busy'],
    [429, 'not_accepted_transient', 'rate_limited'],
    [503, 'not_accepted_transient', 'provider_busy'],
    [500, 'unknown', 'provider_error'],
    [502, 'unknown', 'provider_error'],
    [504, 'unknown', 'provider_error'],
    [501, 'unknown', 'provider_error'],
    [599, 'unknown', 'provider_error'],
  ])('%i means %s (%s), in a sentence that names the provider', async (status, outcome, code) => {
    for (const body of ['', '<html></html>', '{"error":"because"}', '{"statusInt":1,"statusStr":"DELIVRD"}']) {
      const result = await desk.send({ status, body, headers: { location: `${desk.server.address}/elsewhere` } })
      expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*Connectel)[A-Z].*\.$/) })
      expect('message' in result && result.message.includes('because')).toBe(body.includes('because'))
    }
    expect(desk.server.seen.every((request) => request.url === '/api/v2/send/')).toBe(true)
  })

  test('about the token or the balance says what to do', async () => {
    expect(await desk.send({ status: 401 })).toMatchObject({
      message: 'Connectel did not accept the access token. Check the token in Settings › Accounts.',
    })
    expect(await desk.send({ status: 402 })).toMatchObject({ message: expect.stringContaining('There is no credit left') })
  })

  test.each([408, 425, 429, 503, 401, 402, 403, 404, 405, 302, 500])(
    '%i with a request id beside it leaves the fate open: the text may have been taken',
    async (status) => {
      expect(await desk.send(json(ACCEPTED, status))).toMatchObject({ class: 'unknown', refs: [ACCEPTED.requestid] })
    },
  )

  test('that refuses the text for good keeps an id it gives', async () => {
    expect(await desk.send(json({ requestid: 'R9', error: 'no' }, 422))).toMatchObject({ class: 'not_accepted_permanent', refs: ['R9'] })
  })

  test.each([
    ['7', 7_000],
    ['0', 0],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    [new Date(NOW - 90_000).toUTCString(), 0],
    ['999999999', 86_400_000],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
  ])('429 with Retry-After “%s” waits %s ms', async (header, retryAfterMs) => {
    expect(await desk.send({ status: 429, headers: { 'retry-after': header } })).toMatchObject({ retryAfterMs })
    expect(await desk.send({ status: 503, headers: { 'retry-after': header } })).toMatchObject({ retryAfterMs })
  })

  test('429 without Retry-After gives no wish', async () => {
    expect(await desk.send({ status: 429 })).toMatchObject({ retryAfterMs: null })
  })
})

describe('without an answer', () => {
  test('a refused connection is certainly not accepted and may be tried again', async () => {
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:1/' } }
    expect(await connectelAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)).toMatchObject({
      class: 'not_accepted_transient',
      code: 'refused',
      retryAfterMs: null,
      exchange: { response: null },
    })
  })

  test('a connection that ends after the request leaves the fate open', async () => {
    expect(await desk.send('hang_up')).toMatchObject({ class: 'unknown', code: 'reset', exchange: { response: null } })
    expect(desk.server.seen).toHaveLength(1)
  })

  test('silence leaves the fate open', async () => {
    const impatient = await openConnectelDesk({ timeoutMs: 60 })
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
    expect(
      await connectelAdapter.send(desk.account, { id: 'm', to: NUMBER, text: TEXT }, { ...desk.context, http: offline }),
    ).toMatchObject({ class: 'offline' })
  })

  test('an account whose address cannot be used is an account problem, and nothing is sent', async () => {
    const account = { ...desk.account, config: { sender: 'Bistro', baseUrl: 'http://sms.example.com/' } }
    expect(await connectelAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)).toMatchObject({
      class: 'account_problem',
      code: 'account_address',
    })
  })
})

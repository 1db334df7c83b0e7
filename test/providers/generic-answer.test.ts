import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import type { GenericDesk } from './generic-desk.ts'
import { adapter, json, MESSAGE, openGenericDesk, SECRETS, SIMPLE, TEXT } from './generic-desk.ts'

let desk: GenericDesk

beforeEach(async () => {
  desk = await openGenericDesk()
})

const OWN_ID = { ...SIMPLE, idPath: '', body: '{"to":"{{to}}","text":"{{text}}","ref":"{{id}}"}' }
const RULE = { ...SIMPLE, successRule: 'status = OK or QUEUED' }
const LIST = { ...SIMPLE, idPath: 'messages[*].id', successRule: 'messages[*].status = 0', errorPath: 'messages[*].error' }

describe('the message id of an answer', () => {
  test.each<[string, string, ScriptedAnswer, string[]]>([
    ['a name', 'id', json({ id: 'R1' }), ['R1']],
    ['a number that keeps its digits', 'id', { body: '{"id": 12345678901234567890}' }, ['12345678901234567890']],
    ['names from the outside in', 'data.message.id', json({ data: { message: { id: 'R1' } } }), ['R1']],
    ['an entry of a list', 'messages[1].message-id', json({ messages: [{}, { 'message-id': 'R2' }] }), ['R2']],
    ['an answer that is a list', '[0].id', json([{ id: 'R1' }]), ['R1']],
    ['a path as tools write it', '$.data[0].id', json({ data: [{ id: 'R1' }] }), ['R1']],
    ['every entry of a list', 'messages[*].id', json({ messages: [{ id: 'R1' }, { id: 'R2' }, { id: 'R1' }] }), ['R1', 'R2']],
    ['a header', 'header:X-Message-Id', { body: '', headers: { 'X-Message-ID': ' R1 ' } }, ['R1']],
    ['text before it', 'text:ID: *', { body: 'OK, ID: 4711-a, thanks' }, ['4711-a']],
    ['text around it', 'text:<id>*</id>', { body: '<r><id> 4711 </id></r>' }, ['4711']],
  ])('is found by %s', async (_what, idPath, answer, refs) => {
    expect(await desk.send({ ...SIMPLE, idPath }, answer)).toMatchObject({ class: 'accepted', refs, receipt: null })
  })

  test('may be the whole answer, where the account says what a good one looks like', async () => {
    const config = { ...SIMPLE, idPath: 'text:', successRule: 'text: = 17*' }
    expect(await desk.send(config, { body: ' 1701-5\r\n' })).toMatchObject({ class: 'accepted', refs: ['1701-5'] })
    expect(await desk.send(config, { body: 'ERR 102' })).toMatchObject({
      class: 'not_accepted_permanent',
      message: 'Example refused this text. It says: “ERR 102”.',
    })
    expect(await desk.send(config, { body: '17 errors happened' })).toMatchObject({ class: 'unknown' })
  })

  test('may be our own where the template sends one and the answer has none to read', async () => {
    expect(await desk.send(OWN_ID, json({ anything: 1 }))).toMatchObject({ class: 'accepted', refs: [MESSAGE.id] })
    expect(await desk.send({ ...OWN_ID, idPath: 'id' }, json({ id: 'R1' }))).toMatchObject({ class: 'accepted', refs: ['R1'] })
    expect(await desk.send({ ...SIMPLE, idPath: '' }, json({ id: 'R1' }))).toMatchObject({ class: 'accepted', refs: [] })
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['a page', '<html><h1>It works!</h1></html>'],
    ['a word', 'OK'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['a list around it', '[{"id":"R1"}]'],
    ['an empty object', '{}'],
    ['an empty id', '{"id":" "}'],
    ['null for an id', '{"id":null}'],
    ['zero for an id', '{"id":0}'],
    ['minus one for an id', '{"id":"-1"}'],
    ['a truth for an id', '{"id":true}'],
    ['a sentence for an id', '{"id":"not today"}'],
    ['an object for an id', '{"id":{"id":"R1"}}'],
    ['a list for an id', '{"id":["R1"]}'],
    ['an endless id', `{"id":"${'R'.repeat(201)}"}`],
    ['another name', '{"message_id":"R1"}'],
    ['an error in words', '{"error":"no"}'],
    ['half an object', '{"id":"R1"'],
    ['an id in the prototype', '{"__proto__":{"id":"R1"}}'],
    ['brackets without end', '['.repeat(200_000)],
  ])('is missing from a 200 with %s, which leaves open whether the text was taken', async (_what, body) => {
    expect(await desk.send(SIMPLE, { body })).toMatchObject({
      class: 'unknown',
      code: 'answer_unreadable',
      message: expect.stringMatching(/^Example answered, but .*may have been sent or not\..*\.$/),
    })
  })

  test('at an inherited name is none', async () => {
    expect(await desk.send({ ...SIMPLE, idPath: 'constructor.name' }, json({}))).toMatchObject({ class: 'unknown' })
    expect(await desk.send({ ...SIMPLE, idPath: 'items.length' }, json({ items: ['a'] }))).toMatchObject({ class: 'unknown' })
    expect(await desk.send({ ...SIMPLE, idPath: 'header:constructor' }, json({}))).toMatchObject({ class: 'unknown' })
  })

  test('that an entry of several lacks leaves the fate open, with the ids there are', async () => {
    expect(await desk.send({ ...SIMPLE, idPath: 'm[*].id' }, json({ m: [{ id: 'R1' }, {}] }))).toMatchObject({
      class: 'unknown',
      refs: ['R1'],
    })
  })
})

describe('the sign that a text was taken', () => {
  test.each<[unknown, string]>([
    [{ status: 'OK', id: 'R1' }, 'accepted'],
    [{ status: ' ok ', id: 'R1' }, 'accepted'],
    [{ status: 'Queued', id: 'R1' }, 'accepted'],
    [{ status: 'OK' }, 'unknown answer_unreadable'],
    [{ status: 'ERROR' }, 'not_accepted_permanent request_refused'],
    [{ status: 7 }, 'not_accepted_permanent request_refused'],
    [{ status: false }, 'not_accepted_permanent request_refused'],
    [{ id: 'R1' }, 'unknown answer_unreadable'],
    [{ status: null, id: 'R1' }, 'unknown answer_unreadable'],
    [{ status: '', id: 'R1' }, 'unknown answer_unreadable'],
    [{ status: { code: 'OK' }, id: 'R1' }, 'unknown answer_unreadable'],
    [{ Status: 'OK', id: 'R1' }, 'unknown answer_unreadable'],
    [[], 'unknown answer_unreadable'],
    // What contradicts itself is no refusal.
    [{ status: 'ERROR', id: 'R1' }, 'unknown answer_contradictory'],
    [{ status: 'SENT' }, 'unknown answer_contradictory'],
    [{ status: 'delivered' }, 'unknown answer_contradictory'],
    [{ status: 'FAILED' }, 'not_accepted_permanent request_refused'],
  ])('in %o means %s', async (body, expected) => {
    const outcome = await desk.send(RULE, json(body))
    expect('code' in outcome ? `${outcome.class} ${outcome.code}` : outcome.class).toBe(expected)
  })

  test('a refusal that has both an id and a reason where the account says keeps the id', async () => {
    const config = { ...RULE, errorPath: 'why' }
    expect(await desk.send(config, json({ status: 'ERROR', id: 'R1', why: 'no route' }))).toMatchObject({
      class: 'not_accepted_permanent',
      refs: ['R1'],
      message: 'Example refused this text. It says: “no route”.',
    })
    // A reason elsewhere may be about anything.
    expect(await desk.send(config, json({ status: 'ERROR', id: 'R1', message: 'no route' }))).toMatchObject({
      class: 'unknown',
      refs: ['R1'],
    })
  })

  test.each<[unknown, string, string[] | undefined]>([
    [{ messages: [{ status: '0', id: 'R1' }] }, 'accepted', ['R1']],
    [
      {
        messages: [
          { status: 0, id: 'R1' },
          { status: '0', id: 'R2' },
        ],
      },
      'accepted',
      ['R1', 'R2'],
    ],
    [{ messages: [{ status: '2', error: 'no' }] }, 'not_accepted_permanent', undefined],
    [{ messages: [{ status: '0', id: 'R1' }, { status: '2' }] }, 'unknown', ['R1']],
    [{ messages: [{ status: '0', id: 'R1' }, {}] }, 'unknown', ['R1']],
    [{ messages: [{ status: '0', id: 'R1' }, { status: '0' }] }, 'unknown', ['R1']],
    [
      {
        messages: [
          { status: '0', id: 'R1' },
          { status: '2', error: 'no' },
        ],
      },
      'unknown',
      ['R1'],
    ],
    [{ messages: [{ status: '0' }, { status: '2', error: 'no' }] }, 'unknown', undefined],
    [{ messages: [] }, 'unknown', undefined],
    [{ messages: { status: '0', id: 'R1' } }, 'unknown', undefined],
  ])('of every part, in %o, means %s', async (body, expected, refs) => {
    const outcome = await desk.send(LIST, json(body))
    expect([outcome.class, 'refs' in outcome ? outcome.refs : undefined]).toEqual([expected, refs])
  })
})

describe('an error code the account explains', () => {
  const codes = [
    '4 = login',
    '9 = credit',
    '8 = blocked',
    '11 = rights',
    '1 = slower',
    '10 = busy',
    '5 = unclear',
    'bad to = number',
    '15 = sender',
    '12 = text',
    '3 = refused',
  ]
  const config = { ...SIMPLE, refusalCode: 'error.code', refusalWords: codes.join('\n') }
  const cases: Array<[unknown, string, string]> = [
    [4, 'account_problem', 'account_credentials'],
    ['9', 'account_problem', 'account_balance'],
    [8, 'account_problem', 'account_suspended'],
    [11, 'account_problem', 'account_not_allowed'],
    [1, 'not_accepted_transient', 'rate_limited'],
    [10, 'not_accepted_transient', 'provider_busy'],
    [5, 'unknown', 'provider_error'],
    ['Bad  TO', 'not_accepted_permanent', 'recipient_invalid'],
    [15, 'not_accepted_permanent', 'sender_refused'],
    [12, 'not_accepted_permanent', 'text_refused'],
    [3, 'not_accepted_permanent', 'request_refused'],
  ]

  test.each(cases)('%s means %s (%s), with 200 and with 400', async (code, outcome, known) => {
    for (const status of [200, 400]) {
      expect(await desk.send(config, json({ error: { code, message: 'because' } }, status))).toMatchObject({
        class: outcome,
        code: known,
        message: expect.stringMatching(/^(?=.*Example)[A-Z].*\.$/),
      })
    }
  })

  test('is looked for where the sign stands, if nowhere else', async () => {
    expect(await desk.send({ ...RULE, refusalWords: '4 = login' }, json({ status: 4 }))).toMatchObject({
      class: 'account_problem',
      code: 'account_credentials',
    })
  })

  test('beside an id contradicts itself', async () => {
    expect(await desk.send(config, json({ id: 'R1', error: { code: 4 } }))).toMatchObject({
      class: 'unknown',
      code: 'answer_contradictory',
      refs: ['R1'],
    })
    expect(await desk.send(config, json({ id: 'R1', error: { code: 1 } }, 400))).toMatchObject({ class: 'unknown', refs: ['R1'] })
  })

  test('counts in an answer of another form than a good one, but never against a 5xx or a wish to wait', async () => {
    expect(await desk.send({ ...config, successRule: 'status = OK' }, json({ error: { code: 9 } }))).toMatchObject({
      code: 'account_balance',
    })
    expect(await desk.send(config, json({ error: { code: 4 } }, 500))).toMatchObject({ class: 'unknown', code: 'provider_error' })
    expect(await desk.send(config, json({ error: { code: 3 } }, 503))).toMatchObject({
      class: 'not_accepted_transient',
      code: 'provider_busy',
    })
    expect(await desk.send(config, json({ error: { code: 3 } }, 429))).toMatchObject({
      class: 'not_accepted_transient',
      code: 'rate_limited',
    })
  })

  test('that nobody explained stays what it is', async () => {
    expect(await desk.send(config, json({ error: { code: 77 } }))).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
    expect(await desk.send(config, json({ error: { code: 77 } }, 400))).toMatchObject({
      class: 'not_accepted_permanent',
      code: 'request_refused',
    })
  })
})

describe('an HTTP error', () => {
  test.each([
    [400, 'not_accepted_permanent', 'request_refused'],
    [413, 'not_accepted_permanent', 'request_refused'],
    [422, 'not_accepted_permanent', 'request_refused'],
    [418, 'not_accepted_permanent', 'request_refused'],
    [401, 'account_problem', 'account_credentials'],
    [403, 'account_problem', 'account_credentials'],
    [402, 'account_problem', 'account_balance'],
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
  ])('%i means %s (%s), whatever the body, and is never followed', async (status, outcome, code) => {
    for (const config of [SIMPLE, RULE, LIST, { ...SIMPLE, gateway: '' }]) {
      for (const body of ['', '<html></html>', '{"error":"because"}', '{"status":"OK"}']) {
        const result = await desk.send(config, { status, body, headers: { location: `${desk.server.address}/elsewhere` } })
        expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*(?:Example|he gateway))[A-Z].*\.$/) })
        expect('message' in result && result.message.includes('because')).toBe(body.includes('because'))
      }
    }
    expect(desk.server.seen.every((request) => request.url === '/api/send')).toBe(true)
  })

  test.each([401, 404, 408, 429, 503, 302])('%i beside an id leaves the fate open, with the id', async (status) => {
    expect(await desk.send(SIMPLE, json({ id: 'R1' }, status))).toMatchObject({
      class: 'unknown',
      code: 'answer_contradictory',
      refs: ['R1'],
    })
  })

  test('400 beside an id keeps the id; 500 does, too', async () => {
    expect(await desk.send(SIMPLE, json({ id: 'R1' }, 400))).toMatchObject({ class: 'not_accepted_permanent', refs: ['R1'] })
    expect(await desk.send(SIMPLE, json({ id: 'R1' }, 500))).toMatchObject({ class: 'unknown', refs: ['R1'] })
    expect(await desk.send(OWN_ID, json({}, 500))).toMatchObject({ class: 'unknown', refs: [MESSAGE.id] })
    expect(await desk.send(OWN_ID, json({}, 401))).toMatchObject({ class: 'account_problem' })
  })

  test('that says when to come back is heard', async () => {
    expect(await desk.send(SIMPLE, { status: 429, headers: { 'retry-after': '7' } })).toMatchObject({ retryAfterMs: 7_000 })
    expect(await desk.send(SIMPLE, { status: 503 })).toMatchObject({ retryAfterMs: null })
  })
})

test.each<[Record<string, string>, unknown, string]>([
  [{}, { error: { code: 12, text: 'invalid sender' } }, '12, invalid sender'],
  [{}, { errors: ['no', 'way'] }, 'no, way'],
  [{}, { message: 'a\n\u0007b' }, 'a b'],
  [{}, { error: 'first', message: 'second' }, 'first'],
  [{ errorPath: 'message' }, { error: 'first', message: 'second' }, 'second'],
  [{ errorPath: 'fault[*].text' }, { fault: [{ text: 'one' }, { text: 'two' }] }, 'one, two'],
  [{ errorPath: 'missing' }, { error: 'first' }, 'first'],
  [{}, { error: `${TEXT} ${SECRETS.token}` }, '[text] [secret]'],
])('with %o, the reason in %o is quoted as “%s”', async (change, body, words) => {
  expect(await desk.send({ ...SIMPLE, ...change }, json(body, 400))).toMatchObject({
    message: `Example refused this text. It says: “${words}”.`,
  })
})

test('the text coming back is no reason, nor is a page', async () => {
  expect(await desk.send(SIMPLE, json({ message: TEXT }, 400))).toMatchObject({ message: 'Example refused this text.' })
  expect(await desk.send(SIMPLE, { status: 400, body: '<p>Bad</p>' })).toMatchObject({ message: 'Example refused this text.' })
})

describe('without an answer', () => {
  test('after the text was written, nobody knows', async () => {
    expect(await desk.send(SIMPLE, 'hang_up')).toMatchObject({
      class: 'unknown',
      code: 'reset',
      message: expect.stringMatching(/^The text was handed to Example,/),
    })
    const hasty = await openGenericDesk({ timeoutMs: 50 })
    expect(await hasty.send({ ...SIMPLE, gateway: '' }, 'silence')).toMatchObject({
      class: 'unknown',
      code: 'timeout',
      message: expect.stringMatching(/handed to the gateway,/),
    })
  })

  test('a report on our own id can settle it', async () => {
    expect(await desk.send(OWN_ID, 'hang_up')).toMatchObject({ class: 'unknown', refs: [MESSAGE.id] })
    expect(await desk.send({ ...OWN_ID, idPath: 'id' }, 'hang_up')).not.toHaveProperty('refs')
  })

  test('and nothing written, the text was not taken', async () => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const account = { id: 'a', config: { ...OWN_ID, gateway: '', url: 'http://127.0.0.1:1/send' }, secrets: {} }
    const outcome = await adapter.send(account, MESSAGE, { http, now: () => 0 })
    expect(outcome).toMatchObject({
      class: 'not_accepted_transient',
      code: 'refused',
      message: expect.stringMatching(/^The gateway could not be reached\./),
    })
    expect(outcome).not.toHaveProperty('refs')
  })
})

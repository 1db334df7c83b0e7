import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { SendOutcome } from '../../src/main/providers/types.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { ACCEPTED, NOW, NUMBERS, openConnectelDesk, sendBatch, TEXT, TOKEN } from './connectel-desk.ts'
import type { ConnectelDesk } from './connectel-desk.ts'

const DIGITS = NUMBERS.map((number) => number.slice(1))
const R1 = 'RAAA2.17000000000000003'
const R2 = 'RAAA3.17000000000000004'
const R3 = 'RAAA4.17000000000000005'
const ENTRIES = [R1, R2, R3].map((requestid, index) => ({ key: `c${index + 1}`, recipient: DIGITS[index], requestid }))
const [first, second, third] = ENTRIES

/** The document's own answer to a bulk request. */
const TAKEN = {
  bulkid: 'BAAA1.17000000000000002',
  href: `https://smsapi.connectel.se/api/status/?authorization=${encodeURIComponent(TOKEN)}&bulkid=BAAA1.17000000000000002`,
  method: 'GET',
  recipient: ENTRIES,
  sender: 'Bistro',
  statusInt: 0,
  statusStr: 'QUEUED',
}

let desk: ConnectelDesk

beforeEach(async () => {
  desk = await openConnectelDesk()
})

function json(value: unknown, status = 200): ScriptedAnswer {
  return { status, body: JSON.stringify(value) }
}

/** The outcomes in a few words: class, code where there is one, ids. */
function inWords(outcomes: readonly SendOutcome[]): string[] {
  return outcomes.map((outcome) =>
    [outcome.class, 'code' in outcome ? outcome.code : '', ...('refs' in outcome ? (outcome.refs ?? []) : [])].filter(Boolean).join(' '),
  )
}

describe('the call', () => {
  test('is one POST with the documented headers and exactly the documented fields, keys and digits as strings', async () => {
    await desk.sendBatch(json(TAKEN))
    expect(desk.server.seen).toHaveLength(1)
    const [request] = desk.server.seen
    expect([request?.method, request?.url]).toEqual(['POST', '/api/v2/send/'])
    expect(request?.headers).toEqual({
      host: desk.server.address.slice('http://'.length),
      connection: 'keep-alive',
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(request?.body ?? '')),
    })
    expect(request?.body).toBe(
      JSON.stringify({
        authorization: TOKEN,
        sender: 'Bistro',
        bulk: true,
        recipient: [{ c1: DIGITS[0] }, { c2: DIGITS[1] }, { c3: DIGITS[2] }],
        message: TEXT,
      }),
    )
  })

  test('names each of the most numbers there may be differently, and with none of the desk’s own ids', async () => {
    const { batchSize } = connectelAdapter.descriptor.capabilities
    expect(batchSize).toBe(100)
    desk.server.answer({ status: 500 })
    const recipients = Array.from({ length: batchSize }, (_, index) => ({ id: `own-id-${index}`, to: `+467017${10_000 + index}` }))
    expect(await sendBatch(desk.account, { recipients, text: TEXT }, desk.context)).toHaveLength(batchSize)
    const body = desk.server.seen[0]?.body ?? ''
    const sent = JSON.parse(body) as { recipient: Record<string, string>[] }
    expect(new Set(sent.recipient.flatMap((entry) => Object.keys(entry))).size).toBe(batchSize)
    expect(sent.recipient.flatMap((entry) => Object.values(entry))).toEqual(recipients.map(({ to }) => to.slice(1)))
    expect(body).not.toContain('own-id')
    expect(JSON.stringify(sent.recipient).length).toBeLessThan(3_000)
  })

  test('for one number is the plain one, for none there is no call', async () => {
    desk.server.answer(json(ACCEPTED))
    expect(inWords(await sendBatch(desk.account, { recipients: [{ id: 'm', to: NUMBERS[0] ?? '' }], text: TEXT }, desk.context))).toEqual([
      `accepted ${ACCEPTED.requestid}`,
    ])
    expect(await sendBatch(desk.account, { recipients: [], text: TEXT }, desk.context)).toEqual([])
    expect(desk.server.seen.map((request) => Object.keys(JSON.parse(request.body) as object))).toEqual([
      ['authorization', 'sender', 'recipient', 'message'],
    ])
  })

  test('is not made where the account’s address cannot be used', async () => {
    const account = { ...desk.account, config: { sender: 'Bistro', baseUrl: 'http://sms.example.com/' } }
    const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }
    expect(inWords(await sendBatch(account, batch, desk.context))).toEqual(NUMBERS.map(() => 'account_problem account_address'))
  })
})

const ALL = (words: string): string[] => NUMBERS.map(() => words)
const TAKEN_ALL = [`accepted ${R1}`, `accepted ${R2}`, `accepted ${R3}`]
const UNREADABLE = 'unknown answer_unreadable'
const CONTRADICTORY = 'unknown answer_contradictory'
const LEFT_OUT = 'not_accepted_permanent recipient_not_taken'

describe('an answer with a bulk id', () => {
  test('takes every number that it lists with an id, and says nothing yet of their fate', async () => {
    const outcomes = await desk.sendBatch(json(TAKEN))
    expect(inWords(outcomes)).toEqual(TAKEN_ALL)
    expect(outcomes.map((outcome) => 'receipt' in outcome && outcome.receipt)).toEqual([null, null, null])
  })

  test.each<[string, unknown]>([
    ['in another order', { ...TAKEN, recipient: [third, first, second] }],
    ['with more fields', { ...TAKEN, more: [1], recipient: ENTRIES.map((entry) => ({ ...entry, price: 0.5, recipients: [] })) }],
    [
      'with numbers for strings',
      { ...TAKEN, bulkid: 17, recipient: ENTRIES.map((entry) => ({ ...entry, recipient: Number(entry.recipient) })) },
    ],
    [
      'with keys in another case and with spaces',
      { ...TAKEN, recipient: ENTRIES.map((entry) => ({ ...entry, key: ` ${entry.key.toUpperCase()} ` })) },
    ],
    ['without numbers', { ...TAKEN, recipient: ENTRIES.map(({ key, requestid }) => ({ key, requestid })) }],
    ['with a number a digit short', { ...TAKEN, recipient: ENTRIES.map((entry) => ({ ...entry, recipient: entry.recipient?.slice(1) })) }],
    ['with numbers as +', { ...TAKEN, recipient: ENTRIES.map((entry) => ({ ...entry, recipient: `+${entry.recipient}` })) }],
    ['without any status', { bulkid: 'B1', recipient: ENTRIES }],
    ['with a complaint beside it', { ...TAKEN, error: 'your credit runs low' }],
  ])('is read %s', async (_how, body) => {
    expect(inWords(await desk.sendBatch(json(body)))).toEqual(TAKEN_ALL)
  })

  test('keeps every digit of ids that are numbers', async () => {
    const list = [1, 2, 3].map((index) => `{"key":"c${index}","requestid":1700000000000000000${index}.50}`).join(',')
    expect(inWords(await desk.sendBatch({ body: `{"bulkid":"B1","recipient":[${list}]}` }))).toEqual([
      'accepted 17000000000000000001.50',
      'accepted 17000000000000000002.50',
      'accepted 17000000000000000003.50',
    ])
  })

  test('gives a receipt where it says something about a number’s fate', async () => {
    const outcomes = await desk.sendBatch(
      json({
        ...TAKEN,
        recipient: [{ ...first, statusInt: 1, statusStr: 'DELIVRD' }, { ...second, statusInt: 0, statusStr: 'QUEUED' }, third],
      }),
    )
    expect(outcomes.map((outcome) => (outcome.class === 'accepted' ? (outcome.receipt?.status ?? null) : outcome.class))).toEqual([
      'delivered',
      'queued',
      null,
    ])
  })

  test.each([
    [2, 'REJECTD', 'rejected_by_operator'],
    [5, 'UNDELIV', 'recipient_unreachable'],
    [8, 'EXPIRED', 'expired'],
    [9, 'UNKNOWN', 'provider_unknown_error'],
  ])('and status %i (%s) for one number refuses that one for good, with its id kept', async (statusInt, statusStr, code) => {
    const outcomes = await desk.sendBatch(json({ ...TAKEN, recipient: [first, { ...second, statusInt, statusStr }, third] }))
    expect(inWords(outcomes)).toEqual([`accepted ${R1}`, `not_accepted_permanent ${code} ${R2}`, `accepted ${R3}`])
  })

  test('that leaves one number out has refused that one, and only that one', async () => {
    const outcomes = await desk.sendBatch(json({ ...TAKEN, recipient: [third, first] }))
    expect(inWords(outcomes)).toEqual([`accepted ${R1}`, LEFT_OUT, `accepted ${R3}`])
    expect(outcomes[1]).toMatchObject({
      message: 'Connectel did not take the text for this number: it took the others and left this one out. Check the number.',
    })
  })

  test('decides the numbers it is clear about, and leaves the others open', async () => {
    const table: [string, unknown[], string[]][] = [
      ['no id', [first, { ...second, requestid: '' }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      ['zero for an id', [first, { ...second, requestid: 0 }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      ['no id, but it is under way', [first, { key: 'c2', statusStr: 'QUEUED' }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      [
        'no id and a refusal',
        [first, { key: 'c2', statusInt: 5 }, third],
        [`accepted ${R1}`, 'not_accepted_permanent recipient_unreachable', `accepted ${R3}`],
      ],
      [
        'no id and a reason',
        [first, { key: 'c2', error: 'blocked' }, third],
        [`accepted ${R1}`, 'not_accepted_permanent request_refused', `accepted ${R3}`],
      ],
      ['one left out, another unreadable', [first, { key: 'c2' }], [`accepted ${R1}`, UNREADABLE, UNREADABLE]],
      // Nobody asked for c9: it may be how the server writes c2.
      ['a key nobody asked for', [first, { ...second, key: 'c9' }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      ['a key that is a number', [first, { ...second, key: 2 }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      ['no key', [first, { requestid: R2, recipient: DIGITS[1] }, third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      ['something that is no entry', [first, 'c2', third], [`accepted ${R1}`, UNREADABLE, `accepted ${R3}`]],
      [
        'a key twice with two ids',
        [first, second, { ...second, requestid: 'R9' }],
        [`accepted ${R1}`, `${CONTRADICTORY} ${R2} R9`, UNREADABLE],
      ],
      ['a key twice with one id', [first, second, second, third], [`accepted ${R1}`, `${CONTRADICTORY} ${R2}`, `accepted ${R3}`]],
      ['one id for two', [first, second, { ...third, requestid: R2 }], [`accepted ${R1}`, CONTRADICTORY, CONTRADICTORY]],
      [
        'one id for two, one of them asked for by nobody',
        [first, second, { key: 'x', requestid: R2 }, third],
        [`accepted ${R1}`, CONTRADICTORY, `accepted ${R3}`],
      ],
      [
        'the bulk id for an id',
        [first, { ...second, requestid: TAKEN.bulkid }, third],
        [`accepted ${R1}`, CONTRADICTORY, `accepted ${R3}`],
      ],
      [
        'another recipient’s number',
        [first, { ...second, recipient: DIGITS[2] }, third],
        [`accepted ${R1}`, CONTRADICTORY, `accepted ${R3}`],
      ],
      ['nobody', [], ALL(UNREADABLE)],
    ]
    for (const [what, recipient, expected] of table) {
      expect([what, ...inWords(await desk.sendBatch(json({ ...TAKEN, recipient })))]).toEqual([what, ...expected])
    }
  })

  test.each<[string, unknown]>([
    ['no list', { ...TAKEN, recipient: undefined }],
    ['a number for the list', { ...TAKEN, recipient: DIGITS[0] }],
    ['an object for the list', { ...TAKEN, recipient: { c1: first, c2: second, c3: third } }],
    ['the answer inside a list', [TAKEN]],
  ])('and %s leaves all open', async (_what, body) => {
    expect(inWords(await desk.sendBatch(json(body)))).toEqual(ALL(UNREADABLE))
  })

  test('and a refusal of the whole beside its ids leaves all open; a report may settle them', async () => {
    expect(inWords(await desk.sendBatch(json({ ...TAKEN, statusInt: 2, statusStr: 'REJECTD' })))).toEqual([
      `${CONTRADICTORY} ${R1}`,
      `${CONTRADICTORY} ${R2}`,
      `${CONTRADICTORY} ${R3}`,
    ])
  })
})

describe('an answer without a bulk id', () => {
  test.each([
    ['', 'nothing'],
    ['<html><h1>It works!</h1></html>', 'a page'],
    ['OK', 'a word'],
    ['null', 'null'],
    ['[]', 'an empty list'],
    ['{}', 'an empty object'],
    ['{"recipient":[]}', 'an empty list of recipients'],
    ['{"statusInt":0,"statusStr":"QUEUED"}', 'a good status'],
    [JSON.stringify({ message: TEXT }), 'an echo of the text'],
    [JSON.stringify(ACCEPTED), 'the answer to one text'],
    [JSON.stringify(TAKEN).slice(0, -1), 'half an object'],
    ['['.repeat(200_000), 'brackets without end'],
    ['{"error":"recipient 2 is not valid"}', 'a complaint that may be about one of them'],
    ['{"message":"some numbers were not taken"}', 'another such complaint'],
  ])('%s (%s) leaves all open, with no id kept', async (body) => {
    expect(inWords(await desk.sendBatch({ body }))).toEqual(ALL(UNREADABLE))
  })

  test('but with ids leaves open each number, whose report may settle it', async () => {
    expect(inWords(await desk.sendBatch(json({ ...TAKEN, bulkid: '', recipient: [first, second] })))).toEqual([
      `${CONTRADICTORY} ${R1}`,
      `${CONTRADICTORY} ${R2}`,
      UNREADABLE,
    ])
  })

  test.each([
    [{ statusInt: 2, statusStr: 'REJECTD', recipient: [] }, 'rejected_by_operator'],
    [{ statusInt: 5, statusStr: 'UNDELIV', href: '…&bulkid=', recipient: [] }, 'recipient_unreachable'],
    [{ statusInt: 9, recipient: [{ key: 'c1' }, { key: 'c2' }] }, 'provider_unknown_error'],
  ])('and %o refuses all for good', async (body, code) => {
    expect(inWords(await desk.sendBatch(json(body)))).toEqual(ALL(`not_accepted_permanent ${code}`))
  })
})

const ONE_BY_ONE = 'not_accepted_transient batch_unsupported'

describe('a list that is not taken as such goes one by one', () => {
  test.each<[string, ScriptedAnswer]>([
    ['404', { status: 404, body: '<html></html>' }],
    ['405', json({ error: 'method not allowed' }, 405)],
    // One bad number may be what is wrong: the others must not fail with it.
    ['400', json({ error: 'recipient 2 is not valid' }, 400)],
    ['400 with empty ids', json({ bulkid: null, requestid: '', error: 'no' }, 400)],
    ['413', { status: 413 }],
    ['415', { status: 415, body: 'no' }],
    ['422', json({ recipient: [{ key: 'c2', error: 'bad' }] }, 422)],
    ['403 about bulk', json({ error: 'Bulk sending is not enabled for this token' }, 403)],
    ['401 about bulk, as a page', { status: 401, body: '<p>bulk not supported</p>' }],
    ['200 about bulk', json({ error: 'bulk is not allowed' })],
  ])('%s', async (_what, answer) => {
    const outcomes = await desk.sendBatch(answer)
    expect(inWords(outcomes)).toEqual(ALL(ONE_BY_ONE))
    expect(outcomes[0]).toMatchObject({
      retryAfterMs: null,
      message: expect.stringMatching(
        /^Connectel did not take a list of 3 numbers\. (It says: “.+”\. )?The texts go out one by one instead\.$/,
      ),
    })
  })

  test.each<[string, ScriptedAnswer]>([
    ['404 with ids', json(TAKEN, 404)],
    ['422 with ids', json(TAKEN, 422)],
    ['400 with a bulk id', json({ bulkid: 'B1', error: 'bulk is not supported' }, 400)],
    ['400 with ids that cannot be read', { status: 400, body: '{"bulkid":"B1","recipient":[' }],
    ['400 with an id whose name is escaped', { status: 400, body: '{"request\\u0069d":"R1"}' }],
    ['400 with ids inside', json({ data: { list: [{ requestid: 'R1' }] } }, 400)],
    ['200 with a bulk id', json({ bulkid: 'B1', error: 'bulk is not supported' })],
  ])('but not where anything may have been taken: %s', async (_what, answer) => {
    const outcomes = await desk.sendBatch(answer)
    expect(outcomes.map((outcome) => outcome.class)).toEqual(ALL('unknown'))
  })
})

describe('an HTTP error or no answer', () => {
  test.each([302, 307, 401, 402, 403, 408, 410, 425, 429, 500, 501, 502, 503, 504, 599])(
    '%i means for each what it means for one text',
    async (status) => {
      for (const body of ['', '<html></html>', '{"error":"because"}', '{"statusInt":1}']) {
        const answer = { status, body, headers: { 'retry-after': '7', location: '/' } }
        const single = await desk.send(answer)
        const { exchange: _ignored, ...meaning } = single
        expect(await desk.sendBatch(answer)).toMatchObject(NUMBERS.map(() => meaning))
      }
    },
  )

  test.each([302, 401, 402, 403, 408, 425, 429, 503, 500, 400])('%i with ids leaves all open, each with its own', async (status) => {
    expect(inWords(await desk.sendBatch(json({ ...TAKEN, recipient: [first, third] }, status)))).toEqual([
      `${CONTRADICTORY} ${R1}`,
      CONTRADICTORY,
      `${CONTRADICTORY} ${R3}`,
    ])
  })

  test('a refused connection is certainly not accepted and may be tried again', async () => {
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:1/' } }
    const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }
    expect(inWords(await sendBatch(account, batch, desk.context))).toEqual(ALL('not_accepted_transient refused'))
  })

  test('a connection that ends after the request, and silence, leave all open', async () => {
    expect(inWords(await desk.sendBatch('hang_up'))).toEqual(ALL('unknown reset'))
    expect(desk.server.seen).toHaveLength(1)
    const impatient = await openConnectelDesk({ timeoutMs: 60 })
    expect(inWords(await impatient.sendBatch('silence'))).toEqual(ALL('unknown timeout'))
    expect(impatient.server.seen).toHaveLength(1)
  })

  test('a computer without network has not tried', async () => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const failure = { kind: 'failure', written: false, offline: true, code: 'offline', message: 'No network.' } as const
    const context = { now: () => NOW, http: { ...http, request: () => Promise.resolve(failure) } }
    const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }
    expect(inWords(await sendBatch(desk.account, batch, context))).toEqual(ALL('offline offline'))
  })
})

describe('what is kept of a call', () => {
  test('is what concerns the number, and how many there were', async () => {
    const outcomes = await desk.sendBatch(json({ ...TAKEN, recipient: [first, third] }))
    expect(outcomes.map(({ exchange }) => exchange.request)).toEqual(
      DIGITS.map(
        (digits, index) =>
          `POST ${desk.server.address}/api/v2/send/\n{"authorization":"[secret]","sender":"Bistro","bulk":true,"recipient":"[list of 3]","message":"[text, ${TEXT.length} characters]"}\nThis number: {"c${index + 1}":"${digits}"}`,
      ),
    )
    const common =
      'HTTP 200\n{"bulkid":"BAAA1.17000000000000002","href":"https://smsapi.connectel.se/api/status/?authorization=[secret]&bulkid=BAAA1.17000000000000002","method":"GET","recipient":"[list of 2]","sender":"Bistro","statusInt":0,"statusStr":"QUEUED"}'
    expect(outcomes.map(({ exchange }) => exchange.response)).toEqual([
      `${common}\nThis number: ${JSON.stringify(first)}`,
      `${common}\nThis number: not in the list`,
      `${common}\nThis number: ${JSON.stringify(third)}`,
    ])
  })

  test('has neither token nor text in it, and is cut to 2,000 characters each', async () => {
    const leak = `${TOKEN} ${TEXT}`
    const bodies = [
      JSON.stringify({ ...TAKEN, error: leak, recipient: [{ ...first, note: leak, token: 'x9f8e7d' }, { key: 'c2', error: leak }, leak] }),
      JSON.stringify({
        ...TAKEN,
        recipient: [
          { ...first, requestid: leak },
          { ...second, note: 'x'.repeat(100_000) + leak },
        ],
        note: 'x'.repeat(1_990) + leak,
      }),
      JSON.stringify({ error: leak, recipient: [{ [TOKEN]: TEXT, key: 'c1' }] }),
      `<p>${TOKEN}</p><p>${TEXT}</p>${'x'.repeat(1_000_000)}`,
      `[${'[1],'.repeat(200_000)}1]`,
      `{"bulkid":"B1","recipient":[{"key":"c1","deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}]}`,
    ]
    for (const body of bodies) {
      for (const status of [200, 400, 401, 500]) {
        for (const outcome of await desk.sendBatch({ status, body })) {
          const { request, response } = outcome.exchange
          const kept = [request, response, 'message' in outcome ? outcome.message : ''].join('\n')
          for (const secret of [TOKEN, '9f8e7d', TEXT, 'table for']) expect(kept).not.toContain(secret)
          expect(request.length).toBeLessThanOrEqual(2_000)
          expect(response?.length).toBeLessThanOrEqual(2_000)
          expect(response?.startsWith(`HTTP ${status}\n`)).toBe(true)
        }
      }
    }
  })
})

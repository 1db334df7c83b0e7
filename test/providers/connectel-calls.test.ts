import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { AdapterContext, CallStatusAnswer, ProviderAccount } from '../../src/main/providers/types.ts'
import { leaksIn } from '../conformance/kept.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { NOW, NUMBERS, openConnectelDesk, TEXT, TOKEN } from './connectel-desk.ts'
import type { ConnectelDesk } from './connectel-desk.ts'

const DIGITS = NUMBERS.map((number) => number.slice(1))
const BULK = 'BAAA1.17000000000000002'
const R1 = 'RAAA2.17000000000000003'
const R2 = 'RAAA3.17000000000000004'
const R3 = 'RAAA4.17000000000000005'

function entry(requestid: unknown, recipient: unknown, statusInt: unknown, statusStr: unknown): Record<string, unknown> {
  const url = `https://smsapi.connectel.se/status/${String(requestid)}`
  return { date: '2026-03-02 14:05:00', recipient, requestid, statusDesc: '', statusInt, statusStr, url }
}

const first = entry(R1, DIGITS[0], 1, 'DELIVRD')
const second = entry(R2, DIGITS[1], 0, 'ENROUTE')
const third = entry(R3, DIGITS[2], 5, 'UNDELIV')

/** The document's own answer to a question by a bulk id. */
const KNOWN = { action: 'send', bulkid: BULK, message: '', sender: 'Bistro', recipient: [first, second, third] }

let desk: ConnectelDesk

beforeEach(async () => {
  desk = await openConnectelDesk()
})

function askCall(account: ProviderAccount, callRef: string, context: AdapterContext): Promise<CallStatusAnswer> {
  if (connectelAdapter.queryCall === undefined) throw new Error('Connectel can be asked about a whole call')
  return connectelAdapter.queryCall(account, callRef, context)
}

function ask(answer: ScriptedAnswer): Promise<CallStatusAnswer> {
  desk.server.answer(answer)
  return askCall(desk.account, BULK, desk.context)
}

const json = (value: unknown, status = 200): ScriptedAnswer => ({ status, body: JSON.stringify(value) })

/** What an answer says, in a few words. */
function inWords(answer: CallStatusAnswer): string[] {
  if (answer.kind !== 'texts') return [answer.kind]
  return answer.texts.map(({ to, ref, receipt }) => [to ?? 'nobody', ref, receipt?.status ?? 'nothing'].join(' '))
}

const [ONE, TWO, THREE] = [`${NUMBERS[0]} ${R1} delivered`, `${NUMBERS[1]} ${R2} sent`, `${NUMBERS[2]} ${R3} undelivered`]

describe('the question', () => {
  test('is one GET with token and bulk id, as for a text', async () => {
    await ask(json(KNOWN))
    expect(desk.server.seen.map(({ method }) => method)).toEqual(['GET'])
    const url = new URL(desk.server.seen[0]?.url ?? '', desk.server.address)
    expect([url.pathname, ...url.searchParams]).toEqual(['/api/v2/delivery/', ['authorization', TOKEN], ['requestid', BULK]])
  })

  test('is not asked where the account’s address cannot be used', async () => {
    const account = { ...desk.account, config: { sender: 'Bistro', baseUrl: 'http://sms.example.com/' } }
    expect(await askCall(account, BULK, desk.context)).toMatchObject({ kind: 'failed', code: 'account_address' })
  })
})

describe('an answer about the bulk id', () => {
  test('tells of each number its id and status', async () => {
    expect(await ask(json(KNOWN))).toEqual({
      kind: 'texts',
      texts: [
        { to: NUMBERS[0], ref: R1, receipt: { ref: R1, status: 'delivered', rawStatus: 'DELIVRD', detail: null } },
        { to: NUMBERS[1], ref: R2, receipt: { ref: R2, status: 'sent', rawStatus: 'ENROUTE', detail: null } },
        { to: NUMBERS[2], ref: R3, receipt: { ref: R3, status: 'undelivered', rawStatus: 'UNDELIV', detail: null } },
      ],
    })
  })

  test.each<[string, unknown[], (string | undefined)[]]>([
    ['in another order', [third, first, second], [THREE, ONE, TWO]],
    ['with more fields', [{ ...first, key: 'c1', price: 1 }, second, third], [ONE, TWO, THREE]],
    ['with + before a number', [{ ...first, recipient: `+${DIGITS[0]}` }, second, third], [ONE, TWO, THREE]],
    ['with 00 before a number', [{ ...first, recipient: `00${DIGITS[0]}` }, second, third], [ONE, TWO, THREE]],
    ['with a number as a number', [{ ...first, recipient: Number(DIGITS[0]) }, second, third], [ONE, TWO, THREE]],
    ['without one of the numbers', [first, third], [ONE, THREE]],
    ['with nobody', [], []],
    ['with a national number', [{ ...first, recipient: '0701740605' }], [`nobody ${R1} delivered`]],
    ['with a word for a number', [{ ...first, recipient: 'Maja' }], [`nobody ${R1} delivered`]],
    ['with a number too long', [{ ...first, recipient: '4670174060546701' }], [`nobody ${R1} delivered`]],
    ['with no number', [{ ...first, recipient: undefined }], [`nobody ${R1} delivered`]],
    ['with a list for a number', [{ ...first, recipient: [DIGITS[0]] }], [`nobody ${R1} delivered`]],
    ['without a status', [{ requestid: R1, recipient: DIGITS[0] }], [`${NUMBERS[0]} ${R1} nothing`]],
    ['with blank statuses', [entry(R1, DIGITS[0], null, ' ')], [`${NUMBERS[0]} ${R1} nothing`]],
    ['with a reserved status', [entry(R1, DIGITS[0], 3, 'N/A')], [`${NUMBERS[0]} ${R1} unknown`]],
    ['with UNKNOWN', [entry(R1, DIGITS[0], 9, 'UNKNOWN')], [`${NUMBERS[0]} ${R1} unknown`]],
    ['with the number of a status in its word', [entry(R1, DIGITS[0], undefined, 1)], [ONE]],
    ['waiting in a queue', [entry(R1, DIGITS[0], 0, 'QUEUE')], [`${NUMBERS[0]} ${R1} queued`]],
    ['without an id', [{ ...first, requestid: '' }, second], [TWO]],
    ['with 0 for an id', [{ ...first, requestid: 0 }, second], [TWO]],
    ['with the bulk id for an id', [{ ...first, requestid: BULK }, second], [TWO]],
    ['with a number twice with two ids', [first, { ...first, requestid: 'R9' }, second], [TWO]],
    ['with a number twice in two notations', [first, { ...first, requestid: 'R9', recipient: `+${DIGITS[0]}` }, second], [TWO]],
    ['with an id at two numbers', [first, { ...second, requestid: R1 }, third], [THREE]],
    ['with two statuses of one id', [first, { ...first, statusInt: 5, statusStr: 'UNDELIV' }, second], [TWO]],
    ['with an entry twice, word for word', [first, first, second], [ONE, TWO]],
    ['with what is no entry', ['c1', null, 7, [first], second], [TWO]],
  ])('is read %s', async (_how, recipient, expected) => {
    expect(inWords(await ask(json({ ...KNOWN, recipient })))).toEqual(expected)
  })

  test('keeps every digit of an id that is a number, and the raw words of a status nobody knows', async () => {
    const body = `{"bulkid":"${BULK}","recipient":[{"recipient":${DIGITS[0]},"requestid":17000000000000000001.50,"statusStr":"PERHAPS"}]}`
    expect(await ask({ body })).toMatchObject({
      texts: [{ to: NUMBERS[0], ref: '17000000000000000001.50', receipt: { status: 'unknown', rawStatus: 'PERHAPS' } }],
    })
  })

  test('never gives away the token', async () => {
    const answer = await ask(json({ ...KNOWN, recipient: [{ ...first, statusStr: TOKEN, statusDesc: `token ${TOKEN}` }] }))
    expect(leaksIn(JSON.stringify(answer), [TOKEN])).toEqual([])
  })
})

describe('what is no answer about the bulk id', () => {
  test.each<[string, ScriptedAnswer, Partial<CallStatusAnswer>]>([
    ['another bulk id', json({ ...KNOWN, bulkid: 'B2' }), { kind: 'failed', code: 'answer_unreadable' }],
    ['no bulk id', json({ ...KNOWN, bulkid: undefined }), { kind: 'failed', code: 'answer_unreadable' }],
    ['a bulk id in a list', json({ ...KNOWN, bulkid: [BULK] }), { kind: 'failed', code: 'answer_unreadable' }],
    ['no list', json({ ...KNOWN, recipient: undefined }), { kind: 'failed', code: 'answer_unreadable' }],
    ['one entry for the list', json({ ...KNOWN, recipient: first }), { kind: 'failed', code: 'answer_unreadable' }],
    ['a number for the list', json({ ...KNOWN, recipient: DIGITS[0] }), { kind: 'failed', code: 'answer_unreadable' }],
    ['the answer in a list', json([KNOWN]), { kind: 'failed', code: 'answer_unreadable' }],
    ['an answer about a text', json({ ...first, action: 'send', requestid: BULK }), { kind: 'failed', code: 'answer_unreadable' }],
    ['a page', { body: '<html>Hello</html>' }, { kind: 'failed', code: 'answer_unreadable' }],
    ['nothing', { body: '' }, { kind: 'failed', code: 'answer_unreadable' }],
    ['half an answer', { body: JSON.stringify(KNOWN).slice(0, -2) }, { kind: 'failed', code: 'answer_unreadable' }],
    ['a 404 of the provider', json({ error: 'unknown' }, 404), { kind: 'not_found' }],
    ['a 404 of something else', { status: 404, body: '<html>' }, { kind: 'failed', code: 'account_address' }],
    ['the answer beside a 404', json(KNOWN, 404), { kind: 'not_found' }],
    ['the answer beside a 500', json(KNOWN, 500), { kind: 'failed', code: 'provider_error' }],
    ['a wrong token', json({ error: 'no' }, 401), { kind: 'failed', code: 'account_credentials' }],
    ['too many questions', json({ error: 'slow down' }, 429), { kind: 'failed', code: 'rate_limited' }],
  ])('%s says nothing of any text', async (_what, answer, expected) => {
    const said = await ask(answer)
    expect(said).toMatchObject(expected)
    expect(said).toMatchObject({ message: expect.stringMatching(/^\S.*\.$/) })
  })

  test('nor does a provider that is not there', async () => {
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:9/' } }
    expect(await askCall(account, BULK, desk.context)).toMatchObject({ kind: 'failed', code: 'refused' })
  })
})

describe('the answer to a bulk request', () => {
  const TAKEN = {
    bulkid: BULK,
    recipient: [R1, R2, R3].map((requestid, index) => ({ key: `c${index + 1}`, recipient: DIGITS[index], requestid })),
    statusInt: 0,
    statusStr: 'QUEUED',
  }
  const ALL = [BULK, BULK, BULK]
  const NONE = [undefined, undefined, undefined]

  test.each<[string, ScriptedAnswer, (string | undefined)[]]>([
    ['taken whole', json(TAKEN), ALL],
    ['with one left out', json({ ...TAKEN, recipient: TAKEN.recipient.slice(1) }), ALL],
    ['with nobody', json({ ...TAKEN, recipient: [] }), ALL],
    ['with no list', json({ ...TAKEN, recipient: undefined }), ALL],
    ['refused and with ids', json({ ...TAKEN, statusInt: 2, statusStr: 'REJECTD' }), ALL],
    ['beside a 500', json(TAKEN, 500), ALL],
    ['beside a 400', json(TAKEN, 400), ALL],
    ['cut off', { body: JSON.stringify(TAKEN).slice(0, 60) }, ALL],
    ['as the document prints it, without a comma', { body: JSON.stringify(TAKEN).replace('},{', '}{') }, ALL],
    ['cut off inside the id', { body: `{"bulkid":"${BULK.slice(0, 8)}` }, NONE],
    ['broken, with two bulk ids', { body: `{"bulkid":"B1","bulkid":"B2"` }, NONE],
    ['broken, with the bulk id inside a string', { body: `{"message":"{\\"bulkid\\":\\"B1\\"}"` }, NONE],
    ['with a blank bulk id', json({ ...TAKEN, bulkid: ' ' }), NONE],
    ['with 0 for a bulk id', json({ ...TAKEN, bulkid: 0 }), NONE],
    ['with the token for a bulk id', json({ ...TAKEN, bulkid: TOKEN }), NONE],
    ['without a bulk id', json({ ...TAKEN, bulkid: undefined }), NONE],
    ['a page', { body: '<html>Hello</html>' }, NONE],
  ])('%s gives each outcome the id to ask by', async (_how, answer, expected) => {
    expect((await desk.sendBatch(answer)).map(({ callRef }) => callRef)).toEqual(expected)
  })

  test('is not believed where the text itself may be what has a bulk id in it', async () => {
    desk.server.answer({ body: `<p>"bulkid":"B1"` })
    const batch = { recipients: NUMBERS.map((to, index) => ({ id: `m${index}`, to })), text: 'See "bulkid":"B1"' }
    expect((await connectelAdapter.sendBatch?.(desk.account, batch, desk.context))?.map(({ callRef }) => callRef)).toEqual(NONE)
  })

  test('to a single text has none, nor has silence', async () => {
    expect((await desk.send(json({ ...TAKEN, requestid: R1 }))).callRef).toBeUndefined()
    expect((await desk.sendBatch('hang_up')).map(({ callRef }) => callRef)).toEqual(NONE)
  })
})

const anyEntry = fc.record(
  {
    recipient: fc.constantFrom<unknown>(...DIGITS, `+${DIGITS[0]}`, `00${DIGITS[1]}`, 46701740606, '0701740605', '', null, [], {}),
    requestid: fc.constantFrom<unknown>('R1', 'R2', 'R3', BULK, '', 0, 12, null, {}),
    statusInt: fc.constantFrom<unknown>(0, 1, 2, 3, 5, 8, 9, '1', 'x', null, 1.5),
    statusStr: fc.constantFrom<unknown>('QUEUED', 'ENROUTE', 'DELIVRD', 'UNDELIV', 'N/A', '', 1, null, TOKEN, TEXT),
    statusDesc: fc.constantFrom<unknown>('', 'because', TOKEN, null, {}),
  },
  { requiredKeys: [] },
)

const anyBody = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record(
        {
          bulkid: fc.oneof(
            { weight: 6, arbitrary: fc.constant<unknown>(BULK) },
            { weight: 1, arbitrary: fc.constantFrom<unknown>('B2', 0, null, {}) },
          ),
          recipient: fc.oneof(
            {
              weight: 8,
              arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: anyEntry }, { weight: 1, arbitrary: fc.jsonValue() }), { maxLength: 6 }),
            },
            { weight: 1, arbitrary: fc.jsonValue() },
          ),
        },
        { requiredKeys: ['bulkid'] },
      )
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

/** Independent of the adapter: entries of a list about this bulk id, each with its id and digits as they stand there. */
function plainEntries(body: string): { id: string; digits: string }[] {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return []
  }
  const { bulkid, recipient } = (value ?? {}) as { bulkid?: unknown; recipient?: unknown }
  if (bulkid !== BULK || !Array.isArray(recipient)) return []
  return recipient.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return []
    const { requestid, recipient: to } = one as { requestid?: unknown; recipient?: unknown }
    return [{ id: String(requestid), digits: String(to).replace(/^(?:\+|00)/, '') }]
  })
}

test('no answer of any shape throws, and none is taken for more than it says', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(
      anyBody,
      fc.oneof({ weight: 5, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 999 })),
      async (body, status) => {
        const http = {
          request: () => Promise.resolve({ kind: 'response' as const, status, headers: {}, body }),
          close: () => Promise.resolve(),
        }
        const account = { id: 'account', config: { baseUrl: 'https://127.0.0.1/', sender: 'Bistro' }, secrets: { token: TOKEN } }
        const answer = await askCall(account, BULK, { http, now: () => NOW })
        expect(leaksIn(JSON.stringify(answer), [TOKEN])).toEqual([])
        if (answer.kind !== 'texts') {
          expect(answer.message).toMatch(/^\S.*\.$/)
          return
        }
        expect(status).toBeLessThan(300)
        const entries = plainEntries(body)
        for (const { to, ref, receipt } of answer.texts) {
          read += 1
          // Stands there, at this number and no other, and the number has no other id.
          const own = entries.filter(({ id }) => id === ref)
          expect([own.length > 0, ref === BULK]).toEqual([true, false])
          if (to !== null) expect(own.every(({ digits }) => `+${digits}` === to)).toBe(true)
          if (to !== null)
            expect(
              entries.filter(
                ({ id, digits }) => `+${digits}` === to && !['', '0', 'null', 'undefined', '[object Object]', ref].includes(id),
              ),
            ).toEqual([])
          expect(receipt?.ref ?? ref).toBe(ref)
        }
        expect(new Set(answer.texts.map(({ ref }) => ref)).size).toBe(answer.texts.length)
      },
    ),
    { numRuns: 3_000 },
  )
  expect(read).toBeGreaterThan(500)
})

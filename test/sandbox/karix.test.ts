import { describe, expect, test, vi } from 'vitest'
import { karixProtocol } from '../../src/main/sandbox/carrier/protocols/karix/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { CarrierDesk } from './carrier-calls.ts'
import { call, openCarrier, TOKEN } from './carrier-calls.ts'

/** The document's examples with values of our own; no code of the adapter is used here. */
const MESSAGE = {
  dest: ['919000000001', '919000000002'],
  text: 'Your table is ready.',
  send: 'BISTRO',
  type: 'PLAIN',
  dlr_req: '1',
  urltrack: '0',
  cust_ref: 'job-7',
}
const REQUEST = { ver: '1.0', key: TOKEN, encrpt: '0', messages: [MESSAGE] }

/** 14:02:11 in India. */
const NOON = Date.UTC(2025, 2, 3, 8, 32, 11)
const NOON_THERE = '2025-03-03 14:02:11'

const open = (behaviour: Partial<SandboxBehaviour> = {}, start = NOON) => openCarrier(karixProtocol, behaviour, { start })

const send = ({ carrier }: CarrierDesk, body: string | Buffer | object, headers: Record<string, string> = {}) =>
  call(`${carrier.address}/karix/httpapi/JsonReceiver`, { body, headers })

/** The request with one message that is changed. */
const withMessage = (change: Record<string, unknown>) => ({ ...REQUEST, messages: [{ ...MESSAGE, ...change }] })

const refused = (code: string, desc: string) => ({ status: { code, desc }, ackid: 'N/A', time: NOON_THERE })

describe('a request', () => {
  test('is answered with one ackid for all its numbers, in Indian time', async () => {
    const desk = await open()
    const answer = await send(desk, REQUEST)
    expect([answer.status, answer.json()]).toEqual([
      200,
      { status: { code: '200', desc: 'Request Accepted' }, ackid: expect.stringMatching(/^[1-9]\d{17,}$/), time: NOON_THERE },
    ])
    expect(BigInt(String(answer.json()['ackid']))).toBeGreaterThan(2n ** 53n)
    expect(desk.carrier.accepted).toMatchObject(
      MESSAGE.dest.map((recipient) => ({
        protocol: 'karix',
        recipient,
        sender: 'BISTRO',
        text: 'Your table is ready.',
        state: 'sent',
        bulkid: answer.json()['ackid'],
      })),
    )
    expect(new Set(desk.carrier.accepted.map(({ requestid }) => requestid)).size).toBe(2)
    expect(desk.carrier.countOf('+919000000002', MESSAGE.text)).toBe(1)
  })

  test('may carry several messages, and is counted however often it comes', async () => {
    const desk = await open()
    const body = { ...REQUEST, messages: [MESSAGE, { dest: ['919000000003'], text: 'Closed on Monday.', send: 'BISTRO' }] }
    const ids = [await send(desk, body), await send(desk, body)].map((answer) => answer.json()['ackid'])
    expect(new Set(ids).size).toBe(2)
    expect(desk.carrier.countOf('919000000001', MESSAGE.text)).toBe(2)
    expect(desk.carrier.countOf('919000000003', 'Closed on Monday.')).toBe(2)
    expect(desk.carrier.accepted).toHaveLength(6)
  })

  test.each([
    ['only what is required', { ver: '1.0', key: TOKEN, messages: [{ dest: ['919000000001'], text: 'Hi', send: 'BISTRO' }] }],
    ['800 characters', withMessage({ text: 'a'.repeat(800) })],
    ['800 characters of another alphabet', withMessage({ text: 'न'.repeat(800), type: 'UNICODE' })],
    ['a sender of 15 characters', withMessage({ send: 'FifteenLetters1' })],
    ['a type in small letters', withMessage({ type: 'plain' })],
    ['a short type code', withMessage({ type: 'UC' })],
    ['the other name of the report flag', withMessage({ dlr_reg: '1' })],
    ['registration ids', withMessage({ dlt_entity_id: '110100000001', dlt_template_id: '110700000002' })],
    ['validity', withMessage({ vp: '1440' })],
  ])('with %s is taken', async (_what, body) => {
    const desk = await open()
    expect((await send(desk, body)).json()['status']).toEqual({ code: '200', desc: 'Request Accepted' })
    expect(desk.carrier.accepted.length).toBeGreaterThan(0)
  })

  test.each([
    ['no JSON', '{"ver":"1.0",}', '-102', 'Invalid JSON'],
    ['typographic quotes', '{“ver”:“1.0”}', '-102', 'Invalid JSON'],
    ['a list', '[]', '-102', 'Invalid JSON'],
    ['nothing', '', '-102', 'Invalid JSON'],
    ['no version', { ...REQUEST, ver: undefined }, '-101', 'Invalid API version'],
    ['a version as a number', { ...REQUEST, ver: 1.0 }, '-101', 'Invalid API version'],
    ['another version', { ...REQUEST, ver: '2.0' }, '-101', 'Invalid API version'],
    ['no key', { ...REQUEST, key: undefined }, '-106', 'Invalid credentials'],
    ['an empty key', { ...REQUEST, key: '' }, '-106', 'Invalid credentials'],
    ['a stranger’s key', { ...REQUEST, key: 'stranger' }, '-106', 'Invalid credentials'],
    ['encryption', { ...REQUEST, encrpt: '1' }, '-109', 'Invalid encryption option'],
    ['encryption as a number', { ...REQUEST, encrpt: 0 }, '-109', 'Invalid encryption option'],
    ['no messages', { ...REQUEST, messages: undefined }, '-102', 'Invalid JSON'],
    ['an empty list of messages', { ...REQUEST, messages: [] }, '-102', 'Invalid JSON'],
    ['a message outside of a list', { ...REQUEST, messages: MESSAGE }, '-102', 'Invalid JSON'],
    ['no number', withMessage({ dest: undefined }), '-111', 'Empty mobile number'],
    ['an empty list of numbers', withMessage({ dest: [] }), '-111', 'Empty mobile number'],
    ['an empty number', withMessage({ dest: [''] }), '-111', 'Empty mobile number'],
    ['a number outside of a list', withMessage({ dest: '919000000001' }), '-102', 'Invalid JSON'],
    ['a number as a number', withMessage({ dest: [919_000_000_001] }), '-112', 'Invalid mobile number'],
    ['a number with +', withMessage({ dest: ['+919000000001'] }), '-112', 'Invalid mobile number'],
    ['one bad number of three', withMessage({ dest: ['919000000001', '0900', '919000000003'] }), '-112', 'Invalid mobile number'],
    ['no text', withMessage({ text: undefined }), '-113', 'Empty message'],
    ['an empty text', withMessage({ text: '' }), '-113', 'Empty message'],
    ['801 characters', withMessage({ text: 'a'.repeat(801) }), '-102', 'Invalid JSON'],
    ['a text as a number', withMessage({ text: 7 }), '-102', 'Invalid JSON'],
    ['no sender', withMessage({ send: undefined }), '-129', 'Empty sender id'],
    ['a sender of 16 characters', withMessage({ send: 'SixteenLetters12' }), '-130', 'Invalid sender id'],
    ['an unknown type', withMessage({ type: 'FANCY' }), '-114', 'Invalid message type'],
    ['a type as a number', withMessage({ type: 1 }), '-114', 'Invalid message type'],
    ['the report flag as a number', withMessage({ dlr_req: 1 }), '-116', 'Invalid DLR type'],
    ['the report flag as a word', withMessage({ dlr_reg: 'yes' }), '-116', 'Invalid DLR type'],
    ['the link flag as a boolean', withMessage({ urltrack: false }), '-120', 'Invalid URL track option'],
    ['validity as a number', withMessage({ vp: 60 }), '-119', 'Invalid expiry minutes'],
    ['validity of a day and a minute', withMessage({ vp: '1441' }), '-120', 'Expiry minutes beyond the bound'],
    ['a reference as a number', withMessage({ cust_ref: 7 }), '-123', 'Invalid customer reference'],
    ['a registration id as a number', withMessage({ dlt_entity_id: 1 }), '-102', 'Invalid JSON'],
    ['one good and one bad message', { ...REQUEST, messages: [MESSAGE, { ...MESSAGE, text: '' }] }, '-113', 'Empty message'],
  ])('with %s is refused whole, under HTTP 200', async (_what, body, code, desc) => {
    const desk = await open()
    const answer = await send(desk, body)
    expect([answer.status, answer.json()]).toEqual([200, refused(code, desc)])
    expect(desk.carrier.accepted).toEqual([])
  })

  test('is read in the charset it names', async () => {
    const desk = await open()
    const body = Buffer.from(JSON.stringify(withMessage({ text: 'Ärligt talat' })), 'latin1')
    await send(desk, body, { 'content-type': 'application/json; charset=ISO-8859-1' })
    await send(desk, withMessage({ text: 'Överenskommet' }), { 'content-type': 'application/json' })
    expect(new Set(desk.carrier.accepted.map(({ text }) => text))).toEqual(new Set(['Ärligt talat', 'Överenskommet']))
    expect((await send(desk, body, { 'content-type': 'application/json; charset=nobody-knows' })).json()).toMatchObject({ ackid: 'N/A' })
  })

  test('as plain arrives with question marks for what the alphabet lacks', async () => {
    const desk = await open()
    await send(desk, withMessage({ text: 'नमस्ते, 5 € 😀', type: 'PLAIN' }))
    await send(desk, withMessage({ text: 'नमस्ते, 5 € 😀', type: 'UNICODE' }))
    expect(desk.carrier.accepted.map(({ text }) => text).filter((_text, index) => index % 2 === 0)).toEqual([
      '??????, 5 € ?',
      'नमस्ते, 5 € 😀',
    ])
  })
})

test.each([
  ['/karix/httpapi/JsonReceiver', 'GET', undefined, 405],
  ['/karix/httpapi/JsonReceiver', 'POST', 'text/plain', 415],
  ['/karix/httpapi/JsonReceiver/', 'POST', 'application/json', 404],
  ['/karix/httpapi/jsonreceiver', 'POST', 'application/json', 404],
  ['/httpapi/JsonReceiver', 'POST', 'application/json', 404],
] as const)('%s by %s as %s is answered %i', async (path, method, type, status) => {
  const { carrier } = await open()
  const answer = await call(carrier.address + path, {
    method,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    ...(method === 'GET' ? {} : { body: REQUEST }),
  })
  expect(answer.status).toBe(status)
  expect(carrier.accepted).toEqual([])
})

describe('a schedule', () => {
  test.each([
    ['in 15 minutes', '2025-03-03 14:17:11'],
    ['in three months to the second', '2025-06-03 14:02:11'],
  ])('%s is taken and held', async (_when, sch_at) => {
    const desk = await open()
    expect((await send(desk, { ...REQUEST, sch_at })).json()['status']).toEqual({ code: '200', desc: 'Request Accepted' })
    expect(desk.carrier.accepted).toMatchObject([{ state: 'queued' }, { state: 'queued' }])
    expect(desk.carrier.accepted[0]?.startsAt).toBe(Date.parse(`${sch_at.replace(' ', 'T')}+05:30`))
  })

  test.each([
    ['in 14 minutes and 59 seconds', '2025-03-03 14:17:10', '-109', 'Invalid schedule time'],
    ['in the past', '2025-03-03 14:02:10', '-109', 'Invalid schedule time'],
    ['a second beyond three months', '2025-06-03 14:02:12', '-110', 'Schedule time is beyond the bound'],
    ['on a day that is not', '2025-04-31 12:00:00', '-109', 'Invalid schedule time'],
    ['with a T', '2025-03-03T18:00:00', '-109', 'Invalid schedule time'],
    ['without seconds', '2025-03-03 18:00', '-109', 'Invalid schedule time'],
    ['as an instant', NOON + 3_600_000, '-109', 'Invalid schedule time'],
    ['that is empty', '', '-109', 'Invalid schedule time'],
  ])('%s is refused', async (_when, sch_at, code, desc) => {
    const desk = await open()
    expect((await send(desk, { ...REQUEST, sch_at })).json()).toEqual(refused(code, desc))
    expect(desk.carrier.accepted).toEqual([])
  })

  test('from the end of a month ends with a shorter one', async () => {
    const desk = await open({}, Date.UTC(2025, 10, 30, 6, 30, 0))
    const at = async (sch_at: string) => ((await send(desk, { ...REQUEST, sch_at })).json()['status'] as { code: string }).code
    expect([await at('2026-02-28 12:00:00'), await at('2026-02-28 12:00:01')]).toEqual(['200', '-110'])
  })
})

describe('the blockout', () => {
  const promotional = withMessage({ send: '600123' })

  test.each([
    ['21:00:00', 15, 30, 0, '-123', 'Cannot send the message during TRAI blockout hours'],
    ['09:59:59', 4, 29, 59, '-123', 'Cannot send the message during TRAI blockout hours'],
    ['20:59:59', 15, 29, 59, '200', 'Request Accepted'],
    ['10:00:00', 4, 30, 0, '200', 'Request Accepted'],
  ])('at %s in India decides on texts from a sender of digits', async (_time, hour, minute, second, code, desc) => {
    const desk = await open({}, Date.UTC(2025, 2, 3, hour, minute, second))
    expect((await send(desk, promotional)).json()['status']).toEqual({ code, desc })
    expect(desk.carrier.accepted).toHaveLength(code === '200' ? 2 : 0)
  })

  test('cannot be scheduled into', async () => {
    const desk = await open()
    expect((await send(desk, { ...promotional, sch_at: '2025-03-03 21:30:00' })).json()).toEqual(
      refused('-124', 'Cannot schedule the message during TRAI blockout hours'),
    )
    expect((await send(desk, { ...promotional, sch_at: '2025-03-04 10:00:00' })).json()['status']).toMatchObject({ code: '200' })
  })

  test('does not concern other senders and other countries', async () => {
    const desk = await open({}, Date.UTC(2025, 2, 3, 20, 0, 0))
    expect((await send(desk, REQUEST)).json()['status']).toMatchObject({ code: '200' })
    expect((await send(desk, withMessage({ send: '600123', dest: ['46701740605'] }))).json()['status']).toMatchObject({ code: '200' })
  })
})

describe('behaviour', () => {
  test.each([
    ['refuse_number', '-112', 'Invalid mobile number'],
    ['wrong_token', '-106', 'Invalid credentials'],
    ['no_credit', '-105', 'Account deactivated'],
  ] as const)('%s is answered with a code under HTTP 200', async (answer, code, desc) => {
    const desk = await open({ answer })
    const got = await send(desk, REQUEST)
    expect([got.status, got.json()]).toEqual([200, refused(code, desc)])
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['busy', 503, '1'],
    ['rate_limited', 429, '1'],
    ['server_error', 500, undefined],
  ] as const)('%s is answered by HTTP: %i', async (answer, status, retryAfter) => {
    const desk = await open({ answer })
    const got = await send(desk, REQUEST)
    expect([got.status, got.headers['retry-after']]).toEqual([status, retryAfter])
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['drop_before', 0],
    ['drop_after', 2],
  ] as const)('%s closes the connection: %i taken', async (answer, taken) => {
    const desk = await open({ answer })
    await expect(send(desk, REQUEST)).rejects.toThrow(/closed|socket|reset/i)
    expect(desk.carrier.accepted).toHaveLength(taken)
  })

  test('silent takes and never answers', async () => {
    const desk = await open({ answer: 'silent' })
    const pending = send(desk, REQUEST)
    await vi.waitFor(() => expect(desk.carrier.accepted).toHaveLength(2))
    await Promise.all([desk.carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })

  test('unreadable takes and answers a page', async () => {
    const desk = await open({ answer: 'unreadable' })
    const answer = await send(desk, REQUEST)
    expect([answer.status, answer.text.startsWith('<!doctype html>'), desk.carrier.accepted.length]).toEqual([200, true, 2])
  })

  test('one number ending in 0000 refuses all, where that is on', async () => {
    const desk = await openCarrier(karixProtocol, {}, { start: NOON, magicNumbers: true })
    expect((await send(desk, withMessage({ dest: ['919000000001', '919000000000'] }))).json()).toEqual(
      refused('-112', 'Invalid mobile number'),
    )
    expect((await send(desk, withMessage({ dest: ['919000000001'] }))).json()['status']).toMatchObject({ code: '200' })
    expect(desk.carrier.accepted).toHaveLength(1)
  })

  test('customers cannot text or call here', async () => {
    const desk = await open({ autoReply: true })
    await send(desk, REQUEST)
    expect(desk.clock.pendingTimers).toBe(0)
    const from = { protocol: 'karix', token: TOKEN, from: '919000000001', to: '46701740600' }
    expect([await desk.carrier.reply({ ...from, text: 'YES' }), await desk.carrier.missedCall(from)]).toEqual([false, false])
  })
})

describe('errors by their key', () => {
  const GUIDE = [-999, -101, -102, -103, -104, -105, -106, -108, -109, -110, -111, -112, -113, -114, -116, -120, -123, -124]
  const NEWER = [-999, ...range(101, 102), ...range(105, 132), ...range(142, 144)]
  const HTTP = [401, 403, 404, 405, 408, 429, 500, 502, 503, 504]

  function range(from: number, to: number): number[] {
    return Array.from({ length: to - from + 1 }, (_, index) => -(from + index))
  }

  test.each([...GUIDE.map((code) => `guide/${code}`), ...NEWER.map((code) => `newer/${code}`)])(
    '%s is answered with its number as text',
    async (row) => {
      const desk = await open({ error: `karix/${row}` })
      const got = await send(desk, REQUEST)
      expect([got.status, got.json()]).toEqual([200, refused(row.split('/')[1] ?? '', expect.stringMatching(/./) as unknown as string)])
      expect(desk.carrier.accepted).toEqual([])
    },
  )

  /** The words that tell the two tables apart (in any case), as the facts have them. */
  test.each([
    ['guide/-103', 'source ip'],
    ['newer/-105', 'ip restrict'],
    ['guide/-105', 'deactivated'],
    ['newer/-107', 'inactivated'],
    ['guide/-106', 'credential'],
    ['newer/-108', 'password'],
    ['guide/-108', 'scheduling feature disabled '],
    ['newer/-110', 'scheduling'],
    ['guide/-112', 'invalid mobile'],
    ['newer/-112', 'beyond'],
    ['guide/-113', 'empty message'],
    ['newer/-115', 'empty content'],
    ['guide/-123', 'blockout'],
    ['newer/-123', 'customer reference'],
    ['guide/-124', 'schedule'],
    ['newer/-124', 'customer reference'],
    ['newer/-125', 'blockout'],
    ['newer/-126', 'schedule'],
  ])('%s says “%s”', async (row, words) => {
    const desk = await open({ error: `karix/${row}` })
    const { desc } = (await send(desk, REQUEST)).json()['status'] as { desc: string }
    expect(desc.toLowerCase()).toContain(words)
    if (row === 'guide/-123' || row === 'newer/-125') expect(desc.toLowerCase()).not.toContain('schedule')
  })

  test.each(HTTP)('HTTP %i is answered as a page', async (status) => {
    const desk = await open({ error: `karix/http_${status}` })
    expect((await send(desk, REQUEST)).status).toBe(status)
    expect(desk.carrier.accepted).toEqual([])
  })

  test('those are all, each with a label of its own', async () => {
    const { carrier } = await open()
    const errors = carrier.errorsOf('karix')
    expect(errors).toHaveLength(GUIDE.length + NEWER.length + HTTP.length)
    expect(new Set(errors.map(({ label }) => label)).size).toBe(errors.length)
  })

  test.each(['konnect/3010', 'karix/guide/-107', 'karix/guide/toString', '-112'])(
    '%s is no key of this protocol: texts are taken',
    async (error) => {
      const desk = await open({ error })
      expect((await send(desk, REQUEST)).json()['status']).toMatchObject({ code: '200' })
    },
  )
})

test('an account of this carrier reaches it with what it is told to enter', async () => {
  const { carrier } = await open()
  const account = carrier.accountFor('karix', { id: 'one', token: TOKEN, sender: 'Bistro' })
  const body = { ...withMessage({ send: account?.config['sender'] }), key: account?.secrets['key'] }
  expect((await call(account?.config['baseUrl'] ?? '', { body })).json()['status']).toMatchObject({ code: '200' })
  expect(carrier.accepted).toMatchObject([{ sender: 'Bistro' }, { sender: 'Bistro' }])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import type { HookReading, HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { CLIENT_ID, CLIENT_SECRET, kept, NOW, NUMBER, NUMBERS, sendBatchWith, TEXT, TOKEN, tokenAnswer } from './kpn-desk.ts'

const config = { product: 'current', baseUrl: 'https://127.0.0.1/', tokenUrl: 'https://127.0.0.1/token', sender: 'Bistro' }
const account = { id: 'account', config, secrets: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET } }
const goodToken = tokenAnswer()
const TOKEN_BODY = String(typeof goodToken === 'object' ? goodToken.body : '')

interface Answer {
  status: number
  body: string
  headers?: Record<string, string>
}

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function answering(token: Answer, send: Answer): HttpClient & { sends: number } {
  const client = {
    sends: 0,
    request({ url }: { url: string }) {
      const isToken = url.includes('/token')
      if (!isToken) client.sends += 1
      return Promise.resolve({ kind: 'response' as const, headers: {}, ...(isToken ? token : send) })
    },
    close: () => Promise.resolve(),
  }
  return client
}

function send(answer: Answer): Promise<SendOutcome> {
  const http = answering({ status: 200, body: TOKEN_BODY }, answer)
  return createKpnAdapter().send(account, { id: 'm', to: NUMBER, text: TEXT }, { http, now: () => NOW })
}

const knownNames = [
  'document_id',
  'status',
  'errorResponse',
  'message',
  'name',
  'fault',
  'faultstring',
  'error',
  'access_token',
  'expires_in',
]
const hookNames = [
  'DLRID',
  'document_id',
  'message_id',
  'Status',
  'StatusCode',
  'ErrorCode',
  'RecipientPhonenumber',
  'sender',
  'content',
  'recipient',
]
const knownWords = [
  'OK',
  'invalid_client',
  'Delivered',
  'Failed',
  'Expired',
  '1',
  '4',
  '006',
  '31612345678',
  '0612345678',
  TOKEN,
  TEXT,
  CLIENT_SECRET,
]

/** JSON that uses KPN's own names and words now and then. */
function likelyJson(names: readonly string[]) {
  return fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(...knownWords, 0, 1, 4, 6, 17, null, true, false, '', ' '),
      fc.string(),
      fc.double(),
      fc.bigInt().map(String),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }), tie('value'), {
        maxKeys: 6,
      }),
    ),
  })).value
}

function bodiesOf(names: readonly string[]) {
  const likely = likelyJson(names)
  return fc.oneof(
    likely.map((value) => JSON.stringify(value) ?? ''),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    likely.map((value) => (JSON.stringify(value) ?? '').slice(0, -1)),
  )
}

/** Answers that look like KPN's, with anything about them wrong. */
const answers = fc
  .record(
    {
      document_id: fc.constantFrom<unknown>('doc-1', ' doc-2 ', '', 0, 17, null, ['doc-1']),
      status: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom<unknown>('OK', 'ok', 'FAILED', null) },
        { weight: 1, arbitrary: likelyJson(knownNames) },
      ),
      errorResponse: likelyJson(knownNames),
      error: fc.constantFrom<unknown>('invalid_client', '', null),
      access_token: fc.constantFrom<unknown>('T1', ' T2', 'no token', '', 17, null, ['T1']),
      expires_in: likelyJson(knownNames),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value))
const bodies = fc.oneof({ weight: 3, arbitrary: bodiesOf(knownNames) }, { weight: 2, arbitrary: answers })
const statuses = fc.oneof(
  { weight: 2, arbitrary: fc.constant(200) },
  { weight: 2, arbitrary: fc.constantFrom(302, 400, 401, 403, 429, 500, 503) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) },
)
const headers = fc.dictionary(fc.constantFrom('retry-after', 'quota-reset-utc', 'quota-used'), fc.string(), { maxKeys: 3 })

/** Independent of the adapter: the id in a body that is exactly a JSON object with one. */
function plainId(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.entries(value).find(([name]) => name === 'document_id')?.[1]
  } catch {
    return undefined
  }
}

/** What an answer may mean at most, from its status and whether it holds an id; written from the rules, not from the adapter. */
function allowedClasses({ status, body }: Answer): SendOutcome['class'][] {
  if (status < 300) return ['string', 'number'].includes(typeof plainId(body)) ? ['accepted', 'unknown'] : ['unknown']
  if ([408, 425, 429, 503].includes(status)) return ['not_accepted_transient', 'unknown']
  if (status < 400 || [401, 402, 403, 404, 405, 410].includes(status)) return ['account_problem', 'unknown']
  if (status < 500) return ['not_accepted_permanent']
  return status === 500 && /invalid_?client/i.test(body) ? ['account_problem', 'unknown'] : ['unknown']
}

function expectWithout(outcome: SendOutcome, secrets: readonly string[]): void {
  const all = kept(outcome)
  for (const secret of secrets) expect(all).not.toContain(secret)
  expect(outcome.exchange.response?.length ?? 0).toBeLessThanOrEqual(2_000)
}

test('no answer of any shape throws, and only a 2xx object with a document id is an acceptance', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, statuses, headers, async (body, status, given) => {
      const outcome = await send({ status, body, headers: given })
      expect(allowedClasses({ status, body })).toContain(outcome.class)
      expect(outcome.class !== 'accepted' || (outcome.refs.length === 1 && outcome.refs[0] !== '')).toBe(true)
      if ('retryAfterMs' in outcome && outcome.retryAfterMs !== null) expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(0)
      expectWithout(outcome, [TOKEN, CLIENT_SECRET, CLIENT_ID, TEXT])
    }),
    { numRuns: 1_500 },
  )
})

test('no answer to a list throws, and each number gets the same', async () => {
  const classes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      const http = answering({ status: 200, body: TOKEN_BODY }, { status, body })
      const outcomes = await sendBatchWith(createKpnAdapter(), account, { numbers: NUMBERS, context: { http, now: () => NOW } })
      const said = outcomes.map((outcome) => ('code' in outcome ? `${outcome.class} ${outcome.code}` : outcome.class))
      expect(outcomes).toHaveLength(NUMBERS.length)
      expect(new Set(said).size).toBe(1)
      classes.add(said[0] ?? '')
      const id = plainId(body)
      const hasId = (typeof id === 'string' && id.trim() !== '' && id.trim() !== '0') || (typeof id === 'number' && id !== 0)
      if (hasId && !/\p{Cc}/u.test(String(id))) expect(['accepted', 'unknown']).toContain(outcomes[0]?.class)
      for (const outcome of outcomes) expectWithout(outcome, [TOKEN, CLIENT_SECRET, CLIENT_ID, TEXT])
    }),
    { numRuns: 1_000 },
  )
  for (const kind of ['accepted', 'not_accepted_transient batch_unsupported', 'unknown answer_contradictory'])
    expect(classes).toContain(kind)
})

test('no answer to a request for a token throws, and without a token no text is sent', async () => {
  let withToken = 0
  await fc.assert(
    fc.asyncProperty(bodies, statuses, headers, async (body, status, given) => {
      const http = answering({ status, body, headers: given }, { status: 200, body: '{"document_id":"d-1","status":"OK"}' })
      const context = { http, now: () => NOW }
      const outcome = await createKpnAdapter().send(account, { id: 'm', to: NUMBER, text: TEXT }, context)
      withToken += http.sends
      expect(http.sends === 0 || status < 300).toBe(true)
      expect(outcome.class === 'accepted').toBe(http.sends === 1)
      expect(outcome.class).not.toBe('unknown')
      // The text was not in that request, and what the answer calls no token cannot be known for one.
      expectWithout(outcome, [CLIENT_SECRET, CLIENT_ID])
      const result = await createKpnAdapter().testConnection(account, context)
      expect(result.ok).toBe(http.sends === 1)
      expect(result.message).toMatch(/^[A-Z].*\.$/s)
    }),
    { numRuns: 1_000 },
  )
  expect(withToken).toBeGreaterThan(0)
})

/** Reports that look like KPN's, with anything about them wrong. */
const reports = fc
  .record(
    {
      document_id: fc.constantFrom<unknown>('doc-1', '', 0, null, 17),
      DLRID: fc.constantFrom<unknown>('d-1', '', null),
      RecipientPhonenumber: fc.oneof(fc.constantFrom<unknown>('31612345678', '0612345678', '+46701740605', '12', null, []), fc.string()),
      Status: likelyJson(hookNames),
      StatusCode: fc.constantFrom<unknown>(1, 4, '6', 'Delivered'),
      ErrorCode: likelyJson(hookNames),
    },
    { requiredKeys: ['document_id'] },
  )
  .map((value) => JSON.stringify(value))
const hookBodies = fc.oneof(bodiesOf(hookNames), reports)
const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'),
  query: fc.oneof(fc.constant(''), fc.string(), fc.webQueryParameters()),
  body: fc.oneof(
    { weight: 5, arbitrary: hookBodies },
    { weight: 1, arbitrary: fc.webQueryParameters() },
    { weight: 1, arbitrary: fc.constant('') },
  ),
})

test('no hook of any shape throws, and delivery is only read where it was said', () => {
  const adapter = createKpnAdapter()
  let shared = 0
  fc.assert(
    fc.property(hookRequests, (request) => {
      const reading: HookReading = adapter.readHook({ id: 'account', config: {} }, request)
      const { receipts, inbound } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      expect(reading.kind === 'read').toBe(receipts.length + inbound.length > 0)
      for (const receipt of receipts) {
        expect(receipt.ref).not.toBe('')
        expect(receipt.status !== 'delivered' || /^1$|delivered| 1$|^1 /i.test(receipt.rawStatus)).toBe(true)
        expect(receipt.shared !== true || /^\+[1-9]\d{6,14}$/.test(receipt.to ?? '+1234567')).toBe(true)
        if (receipt.shared === true) shared += 1
      }
      for (const text of inbound) expect(text.from).not.toBe('')
    }),
    { numRuns: 5_000 },
  )
  expect(shared).toBeGreaterThan(0)
})

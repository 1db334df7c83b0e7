import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import type { HookRequest, ProviderAccount } from '../../src/main/providers/types.ts'
import {
  ACCOUNT_ID,
  API_TOKEN,
  callWithCode,
  CONFIG,
  DIGITS,
  hookRequest,
  konnect,
  NOW,
  NUMBER,
  proofProblem,
  TEXT,
} from './konnect-desk.ts'

const account: ProviderAccount = {
  id: 'account',
  config: { ...CONFIG, baseUrl: 'https://127.0.0.1/' },
  secrets: { accountId: ACCOUNT_ID, apiToken: API_TOKEN },
}

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function answering(status: number, body: string): HttpClient {
  return { request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }), close: () => Promise.resolve() }
}

const knownNames = [
  'cmd',
  'status',
  'error_code',
  'error_reason',
  'event',
  'api_token',
  'id',
  'transaction_id',
  'from',
  'to',
  'at',
  'to_number',
  'campaign',
  'schedule',
  'schedule_time',
  'event_timestamp',
  'description',
  '__proto__',
  'constructor',
]
const knownWords = [
  'ok',
  'OK',
  ' ok',
  'ok.',
  'error',
  'snapcall',
  'send_sms_status',
  'DELIVERED',
  'Answered',
  '3001',
  'Overflow',
  API_TOKEN,
]

/** JSON that uses the protocol's own names and words now and then. */
const likelyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...knownWords, 0, 1, 3001, 1735732800123, null, true, false, '', ' '),
    fc.string(),
    fc.double(),
    fc.bigInt().map(String),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...knownNames), fc.string()), tie('value'), { maxKeys: 8 }),
  ),
})).value

const likelyObject = fc.dictionary(
  fc.constantFrom(...knownNames),
  fc.oneof(fc.constantFrom<unknown>(...knownWords, 1, 3010, null), likelyJson),
  {
    maxKeys: 8,
  },
)

const bodies = fc.oneof(
  likelyObject.map((value) => JSON.stringify(value)),
  likelyJson.map((value) => JSON.stringify(value) ?? ''),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  likelyJson.map((value) => (JSON.stringify(value) ?? '').slice(0, -1)),
)

/** Independent of the adapter: the `status` of a body that is exactly a JSON object with one. */
function plainStatus(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.entries(value).find(([name]) => name === 'status')?.[1]
  } catch {
    return undefined
  }
}

function saysOk(body: string): boolean {
  const status = plainStatus(body)
  return typeof status === 'string' && /^\s*ok\s*$/i.test(status)
}

function saysWords(body: string): boolean {
  const status = plainStatus(body)
  return typeof status === 'string' && /^\s*\p{L}/u.test(status)
}

test('no answer of any shape throws, and only a 2xx object whose status is ok is an acceptance', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(bodies, fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 999 })), async (body, status) => {
      const context = { http: answering(status, body), now: () => NOW }
      const outcomes = [
        await konnect.send(account, { id: 'm', to: NUMBER, text: TEXT }, context),
        await callWithCode(account, DIGITS, context),
      ]
      for (const outcome of outcomes) {
        seen.add(outcome.class)
        expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
        expect(outcome.class === 'accepted').toBe(status < 300 && saysOk(body))
        // What may have been taken is never said to be refused.
        if (saysOk(body)) expect(['accepted', 'unknown']).toContain(outcome.class)
        if (status < 300 && !saysWords(body)) expect(outcome.class).toBe('unknown')
        if (status >= 500 && status !== 503) expect(outcome.class).toBe('unknown')
        expect(JSON.stringify(outcome)).not.toContain('9f8e7d')
      }
    }),
    { numRuns: 2_000 },
  )
  expect([...seen].sort()).toEqual(['accepted', 'account_problem', 'not_accepted_permanent', 'not_accepted_transient', 'unknown'])
})

/** What Konnect sends, with anything about it wrong or missing. */
const likelyStatement = fc.record(
  {
    event: fc.constantFrom<unknown>('snapcall', 'SnapCall', 'send_sms_status', 'other', '', null),
    api_token: fc.constantFrom<unknown>(API_TOKEN, 'x', null),
    id: fc.constantFrom<unknown>(90211, '90211', 0, '', null, {}),
    from: fc.constantFrom<unknown>('12025550143', 12025550143, '', null),
    to: fc.constantFrom<unknown>('12025550100', null),
    at: fc.oneof(fc.constantFrom<unknown>(1735732800123, '1735732800', 'x', null), fc.double(), fc.integer()),
    status: fc.constantFrom<unknown>('ok', 'DELIVERED', 'Answered', 'new', 1, null),
    to_number: fc.constantFrom<unknown>('12025550143', null),
    campaign: fc.oneof(fc.constantFrom<unknown>('Spring', null), fc.string()),
    event_timestamp: fc.constantFrom<unknown>('Mar 3, 2025 9:00:21 AM EST', 'x', 1),
  },
  { requiredKeys: [] },
)

const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'),
  query: fc.oneof(fc.constant(''), fc.string(), fc.webQueryParameters()),
  body: fc.oneof(
    bodies,
    likelyStatement.map((value) => JSON.stringify(value)),
    fc.array(likelyStatement, { maxLength: 3 }).map((value) => JSON.stringify(value)),
    fc.webQueryParameters(),
    fc.constant(''),
  ),
})

test('no hook of any shape throws, names a recipient, or says that something arrived where nobody said so', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(hookRequests, (request) => {
      const reading = konnect.readHook({ id: 'account', config: {} }, request)
      const problem = proofProblem(request)
      const answer = konnect.answerHook?.(reading, 'Thanks')
      const { receipts, inbound, missedCalls = [] } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      seen.add(reading.kind)
      expect(reading.kind === 'read').toBe(receipts.length + missedCalls.length > 0)
      expect(inbound).toEqual([])
      for (const receipt of receipts) {
        expect(receipt.ref).not.toBe('')
        expect(receipt).not.toHaveProperty('to')
        expect(receipt.status !== 'delivered' || /^(?:delivered|answered)$/i.test(receipt.rawStatus)).toBe(true)
      }
      for (const call of missedCalls) {
        seen.add('call')
        expect([call.key, call.from]).not.toContain('')
        expect(call.at === null || (Number.isSafeInteger(call.at) && call.at > 0)).toBe(true)
        // A missed call makes the desk speak: it is only believed with the token.
        expect(problem !== null || request.body.includes('9f8e7d')).toBe(true)
      }
      expect(answer?.body).toBe(missedCalls.length > 0 ? '{"cmd":"send_sms","sms_text":"Thanks"}' : '{}')
    }),
    { numRuns: 5_000 },
  )
  expect([...seen].sort()).toEqual(['call', 'nothing', 'read', 'unreadable'])
})

test('no proof of any shape throws or repeats the token', () => {
  fc.assert(
    fc.property(hookRequests, fc.dictionary(fc.constantFrom('apiToken', 'accountId', '__proto__'), fc.string()), (request, secrets) => {
      const problem = konnect.hookProof?.problem({ id: 'account', config: {}, secrets }, hookRequest(request), NOW) ?? null
      expect(problem === null || /^[A-Z].*\.$/.test(problem)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('no configuration of any kind throws', () => {
  const values = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^\+?\d{0,20}$/), fc.webUrl())
  const keys = fc.constantFrom('from', 'senderMask', 'callerId', 'callbackUrl', 'baseUrl', '__proto__')
  fc.assert(
    fc.property(fc.dictionary(keys, values), values, (config, to) => {
      for (const sentence of Object.values({ ...konnect.warnConfig?.(config), ...konnect.checkConfig(config) })) {
        expect(sentence).toMatch(/^[A-Z].{10,}/s)
      }
      const sender = konnect.senderOf(config)
      if (Object.keys(konnect.checkConfig(config)).length === 0) expect(sender).not.toBe('')
      konnect.checkMessage({ to, text: TEXT }, config)
      const voice = konnect.capabilitiesOf?.(config).voiceCode
      const problem = konnect.checkVoiceCode?.({ to, digits: DIGITS }, config) ?? null
      expect(problem?.code === 'voice_code_unsupported').toBe(voice === null)
    }),
    { numRuns: 1_000 },
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { HookReading, HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { NOW, NUMBER, TEXT, TOKEN } from './connectel-desk.ts'

const account = { id: 'account', config: { baseUrl: 'https://127.0.0.1/', sender: 'Bistro' }, secrets: { token: TOKEN } }

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function send(status: number, body: string): Promise<SendOutcome> {
  const http: HttpClient = {
    request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
    close: () => Promise.resolve(),
  }
  return connectelAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, { http, now: () => NOW })
}

const knownNames = [
  'requestid',
  'statusInt',
  'setusInt',
  'statusStr',
  'statusDesc',
  'error',
  'message',
  'detail',
  'action',
  'from',
  'to',
  'recipient',
  'bulkid',
]
const knownWords = ['dlr', 'DELIVRD', 'ENROUTE', 'QUEUED', 'REJECTD', 'UNKNOWN', 'OK', 'true', '0', '1', '2', '5']

/** JSON that uses the protocol's own names and words now and then. */
const likelyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...knownWords, 0, 1, 2, 3, 5, 8, 9, null, true, false, '', ' '),
    fc.string(),
    fc.double(),
    fc.bigInt().map(String),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...knownNames), fc.string()), tie('value'), { maxKeys: 6 }),
  ),
})).value

const bodies = fc.oneof(
  likelyJson.map((value) => JSON.stringify(value) ?? ''),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  likelyJson.map((value) => (JSON.stringify(value) ?? '').slice(0, -1)),
)

/** Independent of the adapter: the id in a body that is exactly a JSON object with one. */
function plainId(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.entries(value).find(([name]) => name === 'requestid')?.[1]
  } catch {
    return undefined
  }
}

/** What an answer may mean at most, from its status and whether it holds an id; written from the rules, not from the adapter. */
function allowedClasses(status: number, body: string): SendOutcome['class'][] {
  if (status < 300)
    return ['string', 'number'].includes(typeof plainId(body))
      ? ['accepted', 'not_accepted_permanent', 'unknown']
      : ['not_accepted_permanent', 'unknown']
  // What is tried again by itself was refused by a status that says so.
  if ([408, 425, 429, 503].includes(status)) return ['not_accepted_transient', 'unknown']
  if (status < 400 || [401, 402, 403, 404, 405, 410].includes(status)) return ['account_problem', 'unknown']
  return status < 500 ? ['not_accepted_permanent'] : ['unknown']
}

test('no answer of any shape throws, and only a 2xx object with an id is an acceptance', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 999 })), async (body, status) => {
      const outcome = await send(status, body)
      expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
      expect(allowedClasses(status, body)).toContain(outcome.class)
      expect(outcome.class !== 'accepted' || (outcome.refs.length === 1 && outcome.refs[0] !== '')).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'),
  query: fc.oneof(fc.constant(''), fc.string(), fc.webQueryParameters()),
  body: fc.oneof(bodies, fc.webQueryParameters(), fc.constant('')),
})

test('no hook of any shape throws, and delivery is only read where it was said', () => {
  fc.assert(
    fc.property(hookRequests, (request) => {
      const reading: HookReading = connectelAdapter.readHook({ id: 'account', config: {} }, request)
      const { receipts, inbound } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      expect(reading.kind === 'read').toBe(receipts.length + inbound.length > 0)
      for (const receipt of receipts) {
        expect(receipt.ref).not.toBe('')
        expect(receipt.status !== 'delivered' || ['1', 'DELIVRD'].includes(receipt.rawStatus)).toBe(true)
      }
      for (const text of inbound) expect(text.from).not.toBe('')
    }),
    { numRuns: 5_000 },
  )
})

test('status query and connection test never throw', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.integer({ min: 200, max: 999 }), async (body, status) => {
      const http: HttpClient = {
        request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
        close: () => Promise.resolve(),
      }
      const answer = await connectelAdapter.queryStatus?.(account, 'R1', { http, now: () => NOW })
      expect(answer?.kind !== 'receipt' || body.includes('R1')).toBe(true)
      const result = await connectelAdapter.testConnection(account, { http, now: () => NOW })
      expect(result.message).toMatch(/^[A-Z].*\.$/s)
      expect(result.ok && status >= 500).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

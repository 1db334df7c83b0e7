import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { HookReading, HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { NOW, NUMBER, NUMBERS, sendBatch, TEXT, TOKEN } from './connectel-desk.ts'

const account = { id: 'account', config: { baseUrl: 'https://127.0.0.1/', sender: 'Bistro' }, secrets: { token: TOKEN } }

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function send(status: number, body: string): Promise<SendOutcome> {
  return connectelAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, { http: answering(status, body), now: () => NOW })
}

function answering(status: number, body: string): HttpClient {
  return {
    request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
    close: () => Promise.resolve(),
  }
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

/** Answers to a list that look like the document's, with anything about them wrong. */
const bulkBodies = fc.oneof(
  fc
    .record(
      {
        bulkid: fc.constantFrom<unknown>('B1', 'R1', '', 0, 17, null, ['B1']),
        requestid: fc.constantFrom('R1', 'R9', ''),
        statusInt: fc.constantFrom<unknown>(0, 1, 2, 5, 9, 'x'),
        statusStr: fc.constantFrom('QUEUED', 'REJECTD', 'N/A'),
        error: fc.constantFrom<unknown>('no', 'bulk is not supported', null, TEXT),
        recipient: fc.oneof(
          likelyJson,
          fc.array(fc.oneof({ weight: 6, arbitrary: bulkEntries() }, { weight: 1, arbitrary: likelyJson }), { maxLength: 4 }),
        ),
      },
      { requiredKeys: ['recipient'] },
    )
    .map((value) => JSON.stringify(value)),
  bodies,
)

function bulkEntries() {
  return fc.record(
    {
      key: fc.constantFrom<unknown>('c1', 'c2', 'c3', 'C2 ', 'c4', '', 2),
      recipient: fc.constantFrom<unknown>(...NUMBERS.map((number) => number.slice(1)), 46701740606, ''),
      requestid: fc.constantFrom<unknown>('R1', 'R2', 'R3', 'B1', '', 0, 12, null),
      statusInt: fc.constantFrom<unknown>(0, 1, 5, 9),
      statusStr: fc.constantFrom('QUEUED', 'DELIVRD', 'UNDELIV'),
      error: fc.constant('blocked'),
    },
    { requiredKeys: ['key', 'requestid'] },
  )
}

/** Every value of a field of this name, however deep, as text. */
function valuesNamed(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesNamed(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [String(inner).trim()] : []), ...valuesNamed(inner, name)])
}

function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Ids that the answer has in its own list for this key, and how often each stands anywhere in it. */
function idsOfKey(parsed: unknown, key: string): { id: string; count: number }[] {
  const list = (parsed as { recipient?: unknown } | null)?.recipient
  const own = Array.isArray(list) ? list.filter((entry: { key?: unknown } | null) => String(entry?.key).trim().toLowerCase() === key) : []
  const all = [...valuesNamed(parsed, 'requestid'), ...valuesNamed(parsed, 'bulkid')]
  return own.flatMap((entry) => valuesNamed(entry, 'requestid')).map((id) => ({ id, count: all.filter((other) => other === id).length }))
}

test('no answer to a list throws, is taken without an id of the number’s own, or is tried again where an id was given', async () => {
  const classes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      bulkBodies,
      fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) }),
      async (body, status) => {
        const http = answering(status, body)
        const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }
        const outcomes = await sendBatch(account, batch, { http, now: () => NOW })
        expect(outcomes).toHaveLength(NUMBERS.length)
        const parsed = parsedOrNull(body)
        const bulkid = valuesNamed({ ...(parsed as object | null), recipient: null }, 'bulkid')[0]
        for (const [index, outcome] of outcomes.entries()) {
          classes.add('code' in outcome ? `${outcome.class} ${outcome.code}` : outcome.class)
          expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
          const ids = idsOfKey(parsed, `c${index + 1}`)
          if (outcome.class === 'accepted') {
            expect([status < 300, ids, outcome.refs]).toEqual([true, [{ id: ids[0]?.id, count: 1 }], [ids[0]?.id]])
            expect(['', '0', 'null', 'undefined']).not.toContain(String(bulkid))
          }
          if ('refs' in outcome) for (const ref of outcome.refs ?? []) expect(ids.map(({ id }) => id)).toContain(ref)
          if (outcome.class === 'not_accepted_transient' || outcome.class === 'account_problem') {
            const given = [...valuesNamed(parsed, 'requestid'), ...valuesNamed(parsed, 'bulkid')]
            expect(given.filter((id) => /^[BR]\d$/.test(id))).toEqual([])
          }
          if ('code' in outcome && outcome.code === 'recipient_not_taken') {
            expect([
              ids,
              outcomes.some((other) => other.class === 'accepted'),
              outcomes.some((other) => other.class === 'unknown'),
            ]).toEqual([[], true, false])
          }
        }
        const refs = outcomes.flatMap((outcome) => ('refs' in outcome ? (outcome.refs ?? []) : []))
        expect(new Set(refs).size).toBe(refs.length)
      },
    ),
    { numRuns: 5_000 },
  )
  // The shapes tried reach every kind of outcome.
  for (const kind of [
    'accepted',
    'not_accepted_permanent recipient_not_taken',
    'not_accepted_transient batch_unsupported',
    'unknown answer_contradictory',
  ]) {
    expect(classes).toContain(kind)
  }
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
      const http = answering(status, body)
      const answer = await connectelAdapter.queryStatus?.(account, 'R1', { http, now: () => NOW })
      expect(answer?.kind !== 'receipt' || body.includes('R1')).toBe(true)
      const result = await connectelAdapter.testConnection(account, { http, now: () => NOW })
      expect(result.message).toMatch(/^[A-Z].*\.$/s)
      expect(result.ok && status >= 500).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

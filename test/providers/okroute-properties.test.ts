import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import type { HookReading, HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { NOW, NUMBER, NUMBERS, okRoute, PASSWORD, sendBatch, TEXT, USERNAME } from './okroute-desk.ts'

const account = {
  id: 'account',
  config: { baseUrl: 'https://127.0.0.1/api', ani: 'Bistro' },
  secrets: { username: USERNAME, password: PASSWORD },
}

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function answering(status: number, body: string): HttpClient {
  return {
    request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
    close: () => Promise.resolve(),
  }
}

const names = ['message_id', 'dnis', 'segment_num', 'error', 'message', 'status', 'error_code', 'messageId', 'ani', 'id', 'to', 'from']
const digits = NUMBERS.map((number) => number.slice(1))
const words = ['DELIVRD', 'UNDELIV', 'MO', 'UNKNOWN', 'NO ROUTES', 'not authorized', 'queued', '$dnis$', 'alss-1', 'alss-2', '0', ...digits]

/** JSON that uses the interface’s own names and words now and then. */
const likelyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...words, 0, 1, 2, null, true, false, '', ' '),
    fc.string(),
    fc.double(),
    fc.bigInt().map(String),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('value'), { maxKeys: 6 }),
  ),
})).value

const items = fc.record(
  {
    message_id: fc.constantFrom<unknown>('alss-1', 'alss-2', 'alss-3', '', 0, 12, null, ['alss-1']),
    dnis: fc.constantFrom<unknown>(...digits, `+${digits[0]}`, Number(digits[1]), '46701740699', '', digits.join(',')),
    segment_num: fc.constantFrom<unknown>('1', '2', 3, 'x'),
    error: fc.constantFrom<unknown>('NO ROUTES', 'blocked', null),
  },
  { requiredKeys: [] },
)

const bodies = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof({ weight: 9, arbitrary: items }, likelyJson), { maxLength: 5 }).map((list) => JSON.stringify(list)),
  },
  likelyJson.map((value) => JSON.stringify(value) ?? ''),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.constantFrom('NO ROUTES', 'not authorized (check login and password)', 'Message queued', '<html></html>', 'Throttled'),
  items.map((value) => JSON.stringify(value).slice(0, -1)),
)

const statuses = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 999 }))

/** Independent of the adapter: every value of a field of this name in an answer, as text, with the object it stands in. */
function fieldsNamed(value: unknown, name: string): Array<{ text: string; within: Record<string, unknown> }> {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsNamed(item, name))
  if (typeof value !== 'object' || value === null) return []
  const own = Object.entries(value).flatMap(([key, inner]) =>
    key === name && ['string', 'number'].includes(typeof inner) ? [{ text: String(inner).trim(), within: { ...value } }] : [],
  )
  return [...own, ...Object.values(value).flatMap((inner) => fieldsNamed(inner, name))]
}

function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Ids in an answer that are ids. */
function idsIn(body: string) {
  return fieldsNamed(parsedOrNull(body), 'message_id').filter(({ text }) => !['', '0', 'null', 'undefined'].includes(text))
}

/** What an answer may mean at most, from its status and whether an id is in it; written from the rules, not from the adapter. */
function allowedClasses(status: number, body: string): SendOutcome['class'][] {
  if (status < 300) {
    if (idsIn(body).length > 0) return ['accepted', 'unknown']
    return ['not_accepted_permanent', 'account_problem', 'not_accepted_transient', 'unknown']
  }
  if ([408, 425, 429, 503].includes(status)) return ['not_accepted_transient', 'unknown']
  if (status < 400 || [401, 402, 403, 404, 405, 410, 508].includes(status)) return ['account_problem', 'unknown']
  return status < 500 ? ['not_accepted_permanent', 'account_problem', 'not_accepted_transient', 'unknown'] : ['unknown']
}

test('no answer of any shape throws, and only a 2xx with an id is an acceptance', async () => {
  const classes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(bodies, statuses, fc.constantFrom('post-json', 'get'), async (body, status, method) => {
      const own = { ...account, config: { ...account.config, method } }
      const outcome = await okRoute.send(own, { id: 'm', to: NUMBER, text: TEXT }, { http: answering(status, body), now: () => NOW })
      classes.add(outcome.class)
      expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
      expect(allowedClasses(status, body)).toContain(outcome.class)
      const given = idsIn(body).map(({ text }) => text)
      const refs = 'refs' in outcome ? (outcome.refs ?? []) : []
      for (const ref of refs) expect(given).toContain(ref)
      expect(outcome.class !== 'accepted' || refs.length > 0).toBe(true)
      // What may be tried again, here or elsewhere, had no id in it.
      if (outcome.class !== 'accepted' && outcome.class !== 'unknown' && status >= 300) {
        expect(given.filter((id) => /^alss-\d$/.test(id))).toEqual([])
      }
    }),
    { numRuns: 1_500 },
  )
  for (const one of ['accepted', 'not_accepted_permanent', 'not_accepted_transient', 'account_problem', 'unknown']) {
    expect(classes).toContain(one)
  }
})

test('no answer to a list throws, is taken without an id of the number’s own, or is tried again where an id was given', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }
      const outcomes = await sendBatch(account, batch, { http: answering(status, body), now: () => NOW })
      expect(outcomes).toHaveLength(NUMBERS.length)
      const given = idsIn(body)
      for (const [index, outcome] of outcomes.entries()) {
        kinds.add('code' in outcome ? `${outcome.class} ${outcome.code}` : outcome.class)
        expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
        const own = given.filter(({ within }) => String(within['dnis']).replace('+', '').trim() === digits[index]).map(({ text }) => text)
        const refs = 'refs' in outcome ? (outcome.refs ?? []) : []
        for (const ref of refs) expect(own).toContain(ref)
        expect(outcome.class !== 'accepted' || (status < 300 && refs.length > 0)).toBe(true)
        if (outcome.class === 'not_accepted_transient' || outcome.class === 'account_problem') {
          expect(own.filter((id) => /^alss-\d$/.test(id))).toEqual([])
        }
        if ('code' in outcome && outcome.code === 'recipient_not_taken') {
          expect(own).toEqual([])
          expect(outcomes.some((other) => other.class === 'accepted')).toBe(true)
          expect(outcomes.some((other) => other.class === 'unknown')).toBe(false)
        }
      }
      const refs = outcomes.flatMap((outcome) => ('refs' in outcome ? (outcome.refs ?? []) : []))
      expect(new Set(refs).size).toBe(refs.length)
    }),
    { numRuns: 1_500 },
  )
  // The shapes tried reach every kind of outcome.
  for (const kind of [
    'accepted',
    'not_accepted_permanent no_route',
    'not_accepted_permanent recipient_not_taken',
    'not_accepted_transient batch_unsupported',
    'account_problem account_credentials',
    'unknown answer_contradictory',
    'unknown answer_unreadable',
  ]) {
    expect(kinds).toContain(kind)
  }
})

const hookFields = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'id',
      'app_msg_id',
      'status',
      'delivery_status',
      'ani',
      'from',
      'dnis',
      'to',
      'message',
      'sarId',
      'sarPartNumber',
      'udh',
    ),
    fc.string(),
  ),
  fc.oneof(fc.constantFrom(...words, '0500037A0302', '05000', '$message$'), fc.string()),
  { maxKeys: 8 },
)

const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'),
  query: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.webQueryParameters() },
    { weight: 4, arbitrary: hookFields.map((fields) => new URLSearchParams(fields).toString()) },
  ),
  body: fc.oneof(
    bodies,
    fc.webQueryParameters(),
    fc.constant(''),
    hookFields.map((fields) => JSON.stringify(fields)),
  ),
})

test('no hook of any shape throws, and delivery is only read where it was said', () => {
  const seen = { receipts: 0, inbound: 0 }
  fc.assert(
    fc.property(hookRequests, (request) => {
      const reading: HookReading = okRoute.readHook({ id: 'account', config: {} }, request)
      const { receipts, inbound } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      expect(reading.kind === 'read').toBe(receipts.length + inbound.length > 0)
      seen.receipts += receipts.length
      seen.inbound += inbound.length
      for (const receipt of receipts) {
        expect(receipt.ref).not.toBe('')
        expect(receipt.status !== 'delivered' || receipt.rawStatus.toUpperCase() === 'DELIVRD').toBe(true)
        expect([receipt.to, receipt.ref]).not.toContain('$dnis$')
      }
      for (const text of inbound) expect(['', '$dnis$']).not.toContain(text.from)
    }),
    { numRuns: 3_000 },
  )
  expect(seen.receipts).toBeGreaterThan(20)
  expect(seen.inbound).toBeGreaterThan(20)
})

test('status query and connection test never throw, and say nothing that was not said', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.integer({ min: 200, max: 999 }), async (body, status) => {
      const http = answering(status, body)
      const answer = await okRoute.queryStatus?.(account, 'alss-1', { http, now: () => NOW })
      const said = fieldsNamed(parsedOrNull(body), 'status').map(({ text }) => text)
      if (answer?.kind === 'receipt') expect([status < 300, said.length > 0]).toEqual([true, true])
      if (answer?.kind === 'receipt' && answer.receipt.status === 'delivered') expect(said).toContain('DELIVRD')
      const result = await okRoute.testConnection(account, { http, now: () => NOW })
      expect(result.message).toMatch(/^[A-Z].*\.$/s)
      expect(result.ok && status >= 300).toBe(false)
    }),
    { numRuns: 1_500 },
  )
})

test('no configuration of any shape stumbles a check', () => {
  const config = fc.dictionary(
    fc.constantFrom('baseUrl', 'ani', 'method', 'serviceType', 'longMessageMode'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('get', 'cut', 'https://a.example:8002/api')),
  )
  fc.assert(
    fc.property(config, fc.string({ unit: 'binary' }), (values, text) => {
      for (const problem of Object.values({ ...okRoute.checkConfig(values), ...okRoute.warnConfig?.(values) }))
        expect(problem).toMatch(/^[A-Z]/)
      const problem = okRoute.checkMessage({ to: NUMBER, text }, values)
      expect(problem === null || /^[A-Z].*\.$/s.test(problem.message)).toBe(true)
      expect(okRoute.capabilitiesOf?.(values).batchSize).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})

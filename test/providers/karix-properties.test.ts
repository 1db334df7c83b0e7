import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import type { HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { karixAdapter, KEY, NOW, NUMBER, NUMBERS, readHook, sendBatch, TEXT } from './karix-desk.ts'

const account = { id: 'account', config: { baseUrl: 'https://127.0.0.1/', sender: 'BISTRO' }, secrets: { key: KEY } }
const batch = { recipients: NUMBERS.map((to) => ({ id: to, to })), text: TEXT }

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function answering(status: number, body: string): HttpClient {
  return {
    request: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
    close: () => Promise.resolve(),
  }
}

const names = [
  'status',
  'code',
  'desc',
  'ackid',
  'mid',
  'dest',
  'Statusflag',
  'reason',
  'msg',
  'split_msg_no',
  'split_msg_parts',
  'payload',
]
const words = [
  '200',
  '-112',
  '-999',
  '-108',
  '-123',
  'N/A',
  'Request Accepted',
  'Invalid mobile',
  'blockout',
  'Success',
  'Failed',
  'DLT Failed',
]

/** JSON that uses the protocol's own names and words now and then. */
const likelyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...words, 200, -112, -999, 0, 1, null, true, false, '', ' '),
    fc.string(),
    fc.double(),
    fc.bigInt().map(String),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('value'), { maxKeys: 6 }),
  ),
})).value

/** Answers that look like the document's, with anything about them wrong. */
const answers = fc.record(
  {
    status: fc.oneof(
      fc.record(
        {
          code: fc.oneof(fc.constantFrom<unknown>('200', 200, ' 200 ', '-112', -106, '-999', '-124', '-140', 7, null), likelyJson),
          desc: fc.oneof(fc.constantFrom<unknown>(...words, 'Invalid credentials', 'Cannot schedule in blockout', TEXT), likelyJson),
        },
        { requiredKeys: [] },
      ),
      likelyJson,
    ),
    ackid: fc.oneof(fc.constantFrom<unknown>('A1', 'A1', 'N/A', '', 0, 17, null, ['A1']), likelyJson),
    time: fc.string(),
  },
  { requiredKeys: [] },
)

const bodies = fc.oneof(
  { weight: 4, arbitrary: answers.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: likelyJson.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')) },
  { weight: 1, arbitrary: answers.map((value) => JSON.stringify(value).slice(0, -1)) },
  {
    weight: 1,
    arbitrary: fc
      .record({ ackid: fc.constantFrom('A1', 'N/A', ''), status: fc.constantFrom('200', '-112', 'Request Accepted') }, { requiredKeys: [] })
      .map((fields) => new URLSearchParams(fields).toString()),
  },
)

/** Independent of the adapter: code and id of an answer, in either form, as plain values. */
function plainAnswer(body: string): { code: unknown; ackid: unknown } {
  try {
    const value = JSON.parse(body.replace(/^\uFEFF/, '')) as { status?: { code?: unknown }; ackid?: unknown } | null
    return { code: value?.status?.code, ackid: value?.ackid }
  } catch {
    const fields = new URLSearchParams(body.trim())
    return { code: fields.get('code') ?? fields.get('status'), ackid: fields.get('ackid') }
  }
}

/** What may be an acceptance at most; written from the rules, not from the adapter. */
function mayBeAccepted(status: number, body: string): boolean {
  const { code, ackid } = plainAnswer(body)
  const id = ['string', 'number'].includes(typeof ackid) ? String(ackid).trim() : ''
  return status < 300 && String(code).trim() === '200' && id !== '' && id.toUpperCase() !== 'N/A'
}

const statuses = fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) })

function checkOne(outcome: SendOutcome, status: number, body: string): void {
  expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
  if (outcome.class === 'accepted') {
    expect(mayBeAccepted(status, body)).toBe(true)
    expect(outcome.refs).toEqual([String(plainAnswer(body).ackid).trim()])
  }
  if (status >= 500 && status !== 503) expect(outcome.class).toBe('unknown')
  // Nothing that was given an id is tried again by itself.
  if (outcome.class === 'not_accepted_transient' || outcome.class === 'account_problem') {
    expect(['A1', 17]).not.toContain(plainAnswer(body).ackid)
  }
  if (outcome.class === 'not_accepted_transient' && outcome.code !== 'blockout' && outcome.code !== 'batch_unsupported') {
    expect([408, 425, 429, 503]).toContain(status)
  }
  if ('blockedUntil' in outcome) expect(body.toLowerCase()).toContain('blockout')
}

test('no answer of any shape throws, and only code 200 with an id in a 2xx is an acceptance', async () => {
  const classes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      const context = { http: answering(status, body), now: () => NOW }
      const outcome = await karixAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, context)
      classes.add(outcome.class)
      checkOne(outcome, status, body)
      expect('code' in outcome && outcome.code).not.toBe('batch_unsupported')
      const outcomes = await sendBatch(account, batch, context)
      expect(outcomes).toHaveLength(NUMBERS.length)
      for (const one of outcomes) {
        checkOne(one, status, body)
        const isSplit = outcome.class === 'not_accepted_permanent' && outcome.code !== 'blockout'
        const expected = isSplit ? ['not_accepted_transient', 'unknown'] : [outcome.class]
        expect(expected).toContain(one.class)
      }
    }),
    { numRuns: 1_000 },
  )
  // The shapes tried reach every kind of outcome.
  expect([...classes].sort()).toEqual(['accepted', 'account_problem', 'not_accepted_permanent', 'not_accepted_transient', 'unknown'])
})

const reports = fc.record(
  {
    ackid: fc.constantFrom<unknown>('A1', 'N/A', 7, null),
    mid: fc.constantFrom<unknown>('M1', '', {}),
    dest: fc.constantFrom<unknown>('919000000001', 'x', 919_000_000_001),
    status: fc.constantFrom<unknown>('1', 'DELIVRD', 'UNDELIV', 'DLT Failed', 1),
    Statusflag: fc.constantFrom<unknown>('Success', 'Failed', 'Rejected', 'Odd', null),
    reason: fc.constantFrom<unknown>('Delivered', 'DLT Failed', 'Network Failed', 'Expired', 'Odd', 7),
    msg: fc.constantFrom('id:7 stat:DELIVRD', 'id:7 stat:EXPIRED err:1', TEXT),
    split_msg_no: fc.constantFrom<unknown>('1', '2', 'NaN', -1),
    split_msg_parts: fc.constantFrom<unknown>('1', '3', 'NaN', 1e9),
    clicked_date: fc.constant('2026-03-02'),
  },
  { requiredKeys: [] },
)

const hookBodies = fc.oneof(
  { weight: 3, arbitrary: reports.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.array(fc.oneof(reports, likelyJson), { maxLength: 4 }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.tuple(fc.string(), fc.string()).map(([id, stat]) => `id:${id} stat:${stat}`) },
  { weight: 2, arbitrary: bodies },
  { weight: 1, arbitrary: fc.webQueryParameters() },
)

const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'),
  query: fc.oneof(fc.constant(''), fc.string(), fc.webQueryParameters(), fc.constant('ackid=Q1&Statusflag=Success')),
  body: hookBodies,
})

test('no hook of any shape throws, and delivery is only read where it was said and nothing else was', () => {
  let delivered = 0
  fc.assert(
    fc.property(hookRequests, (request) => {
      const reading = readHook(request)
      const { receipts, inbound } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      expect(reading.kind === 'read').toBe(receipts.length > 0)
      expect(inbound).toEqual([])
      for (const { ref, status, rawStatus, to, part, shared } of receipts) {
        expect(['', 'N/A']).not.toContain(ref)
        if (to !== undefined) expect(to).toMatch(/^\+[1-9]\d{5,14}$/)
        if (part !== undefined) expect(part.number >= 1 && part.number <= part.of && part.of > 1 && part.of <= 255).toBe(true)
        if (shared === true) expect(['M1']).not.toContain(ref)
        if (status !== 'delivered') continue
        delivered += 1
        expect(rawStatus).toMatch(/success|delivered|delivrd/i)
        expect(rawStatus).not.toMatch(/fail|reject|undeliv|expired/i)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(delivered).toBeGreaterThan(100)
})

test('no configuration of any shape throws', () => {
  const keys = karixAdapter.descriptor.configFields.map(({ key }) => key)
  const configs = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.oneof(fc.string(), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(configs, fc.integer({ min: 0, max: 4_000_000_000_000 }), (config, now) => {
      for (const problem of Object.values(karixAdapter.checkConfig(config))) expect(problem).toMatch(/^[A-Z].{10,}/)
      const until = karixAdapter.blockedUntil?.({ ...config, promotional: 'yes' }, 'bulk', now) ?? null
      expect(until === null || until > now).toBe(true)
      expect(karixAdapter.warnConfig?.(config)).toBeTypeOf('object')
    }),
    { numRuns: 1_000 },
  )
})

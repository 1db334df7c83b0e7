import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../src/main/http/client.ts'
import type { HookRequest, ProviderAccount, ProviderAdapter, SendOutcome, SignedRequest } from '../../../src/main/providers/types.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { leaksIn, problemsOf, readingProblems } from '../kept.ts'
import type { ConformanceRow } from '../row.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

/** A text that answers may show back. */
const TEXT = 'Your table for “åtta” is ready & "waiting" = 50% 😀'

const RUNS = { numRuns: 1_000 } as const

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Whatever comes back or in: nothing throws, nothing that may be open is taken for a success, nothing confidential is kept. */
export function describeProperties(row: ConformanceRow): void {
  describeAnswersToLists(row)
  describe('whatever happens', () => {
    test('the answers of the document are taken for a success, by its own condition as well', async () => {
      const { adapter, account } = await configured(row)
      expect(row.successes.length).toBeGreaterThan(0)
      for (const { status, body } of row.successes) {
        expect(row.wasTaken(status, body)).toBe(true)
        expect(await send(row, adapter, account, { status, headers: {}, body })).toMatchObject({ class: 'accepted' })
      }
    })

    test('an answer that shows a secret or the text in the place of a value gives neither away', async () => {
      const { adapter, account } = await configured(row)
      const confidential = [...Object.values(account.secrets), TEXT]
      for (const { status, body } of row.successes) {
        for (const shown of confidential.flatMap((value) => variantsOf(body, { how: 'replace', value }))) {
          const outcome = await send(row, adapter, account, { status, headers: {}, body: shown })
          expect([shown, problemsOf(outcome, confidential)]).toEqual([shown, []])
        }
      }
    })

    test('a good answer with one value changed, renamed or gone is a success only by the condition of the document', async () => {
      const { adapter, account } = await configured(row)
      const values = [...row.words, null, true, '', ' ', 0, -1, [], {}]
      for (const { status, body } of row.successes) {
        const bodies = [
          ...values.flatMap((value) => variantsOf(body, { how: 'replace', value })),
          ...variantsOf(body, { how: 'remove', value: null }),
          ...variantsOf(body, { how: 'rename', value: null }),
        ]
        for (const one of bodies) {
          const outcome = await send(row, adapter, account, { status, headers: {}, body: one })
          expect([one, problemsOf(outcome, [])]).toEqual([one, []])
          if (outcome.class === 'accepted') expect([one, row.wasTaken(status, one)]).toEqual([one, true])
        }
      }
    })

    test('an answer of any shape is an outcome, and a success only by the condition of the document', async () => {
      const { adapter, account } = await configured(row)
      const confidential = [...Object.values(account.secrets), TEXT]
      await fc.assert(
        fc.asyncProperty(answersOf(row, confidential), async (answer) => {
          const outcome = await send(row, adapter, account, answer)
          expect(problemsOf(outcome, confidential)).toEqual([])
          if (outcome.class === 'accepted') expect([row.wasTaken(answer.status, answer.body), answer]).toEqual([true, answer])
          expectHouseRules(outcome, answer)
        }),
        RUNS,
      )
    })

    test('a request to the hook of any shape is survived, and what is read says something', async () => {
      const { adapter, account } = await configured(row)
      const secrets = Object.values(account.secrets)
      fc.assert(
        fc.property(hooksOf(row, secrets), (request) => {
          adapter.hookProof?.problem(account, request, NOW)
          const reading = adapter.readHook(account, request)
          expect(readingProblems(reading, [])).toEqual([])
          const answer = adapter.answerHook?.(reading, TEXT) ?? { contentType: '', body: '' }
          expect(leaksIn(answer.body, secrets)).toEqual([])
        }),
        { numRuns: 1_000 },
      )
    })

    test('bodies that no one should send are survived', async () => {
      const { adapter, account } = await configured(row)
      const deep = '['.repeat(100_000)
      const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
      const long = JSON.stringify({ [row.names[0] ?? 'a']: 'x'.repeat(500_000) })
      const many = JSON.stringify(Array.from({ length: 20_000 }, () => ({ [row.names[0] ?? 'a']: 1 })))
      const proto = '{"__proto__":{"status":"ok","requestid":"R1","document_id":"D1","message_id":"M1"}}'
      for (const body of [deep, nested, long, many, proto, '\u0000'.repeat(1_000), '', ' ', 'null', '0', '"x"', 'NaN']) {
        for (const status of [200, 400]) {
          const outcome = await send(row, adapter, account, { status, headers: {}, body })
          expect([problemsOf(outcome, []), outcome.class === 'accepted' && !row.wasTaken(status, body)]).toEqual([[], false])
        }
        const request = { method: 'POST', headers: {}, contentType: 'application/json', query: '', body } as const
        expect(readingProblems(adapter.readHook(account, request), [])).toEqual([])
      }
    })

    test.each(['dns', 'refused', 'tls', 'connect_timeout', 'bad_url', 'other', 'offline'])(
      '“%s” before anything was written is not accepted, and says so',
      async (code) => {
        const { adapter, account } = await configured(row)
        const failing = failingWith(row, {
          kind: 'failure',
          written: false,
          offline: code === 'offline',
          code,
          message: 'It did not work.',
        })
        const outcome = await adapter.send(account, { id: 'm', to: row.number(0), text: TEXT }, { http: failing, now: () => NOW })
        expect(outcome.class).toBe(code === 'offline' ? 'offline' : 'not_accepted_transient')
        expect(problemsOf(outcome, [...Object.values(account.secrets), TEXT])).toEqual([])
      },
    )

    test.each(['timeout', 'reset', 'other'])('“%s” after something was written leaves the fate open', async (code) => {
      const { adapter, account } = await configured(row)
      const failing = failingWith(row, { kind: 'failure', written: true, offline: false, code, message: 'It did not work.' })
      const outcome = await adapter.send(account, { id: 'm', to: row.number(0), text: TEXT }, { http: failing, now: () => NOW })
      expect([outcome.class, outcome.class === 'accepted' ? '' : outcome.code]).toEqual(['unknown', code])
      expect(problemsOf(outcome, [...Object.values(account.secrets), TEXT])).toEqual([])
    })
  })
}

function describeAnswersToLists(row: ConformanceRow): void {
  if (row.listSize === 1) return
  describe('whatever comes back to a list', () => {
    test('an answer of any shape to a list is an outcome for each number, and a success only by the condition', async () => {
      const { adapter, account } = await configured(row)
      const confidential = [...Object.values(account.secrets), TEXT]
      const recipients = [0, 1, 2].map((index) => ({ id: `m${index}`, to: row.number(index) }))
      await fc.assert(
        fc.asyncProperty(answersOf(row, confidential), async (answer) => {
          const outcomes = (await adapter.sendBatch?.(account, { recipients, text: TEXT }, contextOf(row, answer))) ?? []
          expect(outcomes).toHaveLength(recipients.length)
          for (const outcome of outcomes) {
            expect(problemsOf(outcome, confidential)).toEqual([])
            expectHouseRules(outcome, answer)
            if (outcome.class === 'accepted') expect(answer.status >= 200 && answer.status < 300).toBe(true)
          }
        }),
        RUNS,
      )
    })
  })
}

/** What HTTP alone settles, whoever the provider is. */
function expectHouseRules(outcome: SendOutcome, { status }: Answer): void {
  // A server that fails after taking the text answers the same. 508 and wrong keys answered as 500 are documented by some.
  if ([502, 504].includes(status)) expect(outcome.class).toBe('unknown')
  if (status < 200 || status >= 300) expect(outcome.class).not.toBe('accepted')
  if (outcome.class === 'offline') throw new Error('it answered, so there is a network')
}

export async function configured(row: ConformanceRow): Promise<{ adapter: ProviderAdapter; account: ProviderAccount }> {
  const adapter = row.adapter()
  const { account } = await row.open(adapter, createFakeClock())
  return { adapter, account }
}

/** The line is replaced here, so that thousands of shapes can be tried; everywhere else in this suite it is real. */
export function contextOf(row: ConformanceRow, answer: Answer): { http: HttpClient; now: () => number } {
  return { http: lineThat(row, () => ({ kind: 'response', ...answer })), now: () => NOW }
}

function failingWith(row: ConformanceRow, failure: Awaited<ReturnType<HttpClient['request']>>): HttpClient {
  return lineThat(row, () => failure)
}

function lineThat(row: ConformanceRow, answer: () => Awaited<ReturnType<HttpClient['request']>>): HttpClient {
  return {
    request(request: HttpRequest) {
      const other = row.isSend?.(request) === false ? row.otherAnswer : undefined
      return Promise.resolve(other === undefined ? answer() : { kind: 'response', status: 200, headers: {}, body: other })
    },
    close: () => Promise.resolve(),
  }
}

function send(row: ConformanceRow, adapter: ProviderAdapter, account: ProviderAccount, answer: Answer): Promise<SendOutcome> {
  return adapter.send(account, { id: 'm', to: row.number(0), text: TEXT }, contextOf(row, answer))
}

/** JSON that uses the provider's own names and words now and then. */
function likelyJson(row: ConformanceRow, confidential: readonly string[]): fc.Arbitrary<unknown> {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...row.names) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '') },
    { weight: 1, arbitrary: fc.string() },
  )
  const leaf = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>(...row.words) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(...confidential, ...confidential.map((value) => `It was ${value}!`)) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, '', ' ', '0', 'null', 'a\u0000b', '9007199254740993') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.double() },
  )
  return fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  })).value
}

/** Real answers with something about them changed: a value, a name, the list they are in, the end. */
function mutated(row: ConformanceRow, likely: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .record({
      body: fc.constantFrom(...row.successes.map(({ body }) => body)),
      at: fc.nat({ max: 20 }),
      value: likely,
      how: fc.constantFrom('replace', 'remove', 'rename', 'list', 'twice', 'text', 'cut', 'bom', 'number'),
    })
    .map(({ body, at, value, how }) => {
      const parsed = parse(body)
      if (parsed === undefined || how === 'cut') return body.slice(0, body.length - 1 - at)
      if (how === 'bom') return `\uFEFF${body}`
      if (how === 'list') return JSON.stringify([parsed])
      if (how === 'twice') return JSON.stringify([parsed, value])
      if (how === 'text') return JSON.stringify(body)
      return JSON.stringify(changed(parsed, { left: at }, { how, value })) ?? ''
    })
}

/** The value with the `left`-th of the values inside it changed, counted as they stand. */
function changed(value: unknown, at: { left: number }, change: { how: string; value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, at, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    at.left -= 1
    if (at.left !== -1) return [[name, changed(inner, at, change)]]
    if (change.how === 'remove') return []
    if (change.how === 'rename') return [[name.toUpperCase(), inner]]
    return [[name, change.how === 'number' ? Number(inner) : change.value]]
  })
  return Object.fromEntries(entries)
}

function bodiesOf(row: ConformanceRow, confidential: readonly string[]): fc.Arbitrary<string> {
  const likely = likelyJson(row, confidential)
  return fc.oneof(
    { weight: 4, arbitrary: mutated(row, likely) },
    { weight: 4, arbitrary: likely.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')) },
    { weight: 1, arbitrary: fc.constantFrom(...row.words.map(String), ...row.words.map((word) => `<html><b>${String(word)}</b></html>`)) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...row.names), fc.constantFrom(...row.words.map(String), ...confidential)), { maxLength: 5 })
        .map((pairs) => new URLSearchParams(pairs).toString()),
    },
  )
}

export function answersOf(row: ConformanceRow, confidential: readonly string[]): fc.Arbitrary<Answer> {
  const status = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(200, 201, 202, 204, 206) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(301, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 422, 425, 429, 500, 502, 503, 504, 508),
    },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
  )
  const headers = fc.dictionary(
    fc.constantFrom('retry-after', 'content-type', 'quota-reset-utc', 'location', 'x-other'),
    fc.oneof(fc.constantFrom('1', '-1', 'soon', '99999999999999999999', 'Mon, 02 Mar 2026 09:00:10 GMT', 'application/json'), fc.string()),
    { maxKeys: 3 },
  )
  return fc.record({ status, headers, body: bodiesOf(row, confidential) })
}

function hooksOf(row: ConformanceRow, secrets: readonly string[]): fc.Arbitrary<SignedRequest> {
  const body = bodiesOf(row, secrets)
  return fc
    .record({
      method: fc.constantFrom<HookRequest['method']>('GET', 'POST', 'HEAD'),
      headers: fc.dictionary(
        fc.constantFrom('content-type', 'authorization', 'x-kpn-webhook-signature', 'x-kpn-webhook-timestamp'),
        fc.string(),
      ),
      contentType: fc.constantFrom(
        '',
        'application/json',
        'application/x-www-form-urlencoded',
        'text/plain',
        'application/json; charset=x',
      ),
      query: fc.oneof(body, fc.constant('')),
      body: fc.oneof({ weight: 4, arbitrary: body }, { weight: 1, arbitrary: fc.constant('') }),
    })
    .map((request) => ({ ...request, bytes: Buffer.from(request.body) }))
}

/** A body with each of the values inside it changed in turn. */
export function variantsOf(body: string, change: { how: string; value: unknown }): string[] {
  const names = body.match(/":/g) ?? []
  return names.map((_, left) => JSON.stringify(changed(JSON.parse(body), { left }, change)))
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

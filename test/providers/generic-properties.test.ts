import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../src/main/http/client.ts'
import type { HookRequest, SendOutcome } from '../../src/main/providers/types.ts'
import { adapter, NOW, NUMBER, readHook, SECRETS, SIMPLE, TEXT } from './generic-desk.ts'

/** The line is replaced by given bytes here, so that thousands of shapes can be tried; real servers are used elsewhere. */
function line(status = 200, body = '{"id":"R1"}', headers: Record<string, string> = {}) {
  const asked: HttpRequest[] = []
  const http: HttpClient = {
    request(request) {
      asked.push(request)
      return Promise.resolve({ kind: 'response', status, headers, body })
    },
    close: () => Promise.resolve(),
  }
  return { asked, http }
}

interface Sent {
  outcome: SendOutcome
  request: HttpRequest | undefined
}

async function send(
  config: Record<string, string>,
  change: { text?: string; to?: string; secrets?: Record<string, string> } = {},
  answering = line(),
): Promise<Sent> {
  const { secrets, ...message } = { secrets: SECRETS, text: TEXT, to: NUMBER, ...change }
  const outcome = await adapter.send({ id: 'a', config, secrets }, { id: 'm-1', ...message }, { http: answering.http, now: () => NOW })
  return { outcome, request: answering.asked[0] }
}

/** Texts with everything that means something to JSON, forms, addresses, headers or templates. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '{{',
      '}}',
      '{{text}}',
      '{{token}}',
      '"',
      '\\',
      '\\u0041',
      '%',
      '%41',
      '&',
      '=',
      '+',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u2028',
      '/',
      '..',
      '?',
      '#',
      ':',
      ',',
      '😀',
      'a',
      '$&',
      '$1',
      '\uD83D',
    ),
  }),
)

test('a text in JSON comes out of the parser as it went in, and nothing else changes', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (text, token) => {
      fc.pre(token !== '')
      const config = { ...SIMPLE, body: '{"a":"<{{text}}>","b":{{text}},"c":["{{token}}{{text}}",{"to":"{{to}}"}],"d":"{{encoding:x|x}}"}' }
      const { request } = await send(config, { text, secrets: { token } })
      const [whole, secret] = [text.toWellFormed(), token.toWellFormed()]
      expect(JSON.parse(request?.body ?? '')).toEqual({ a: `<${whole}>`, b: whole, c: [`${secret}${whole}`, { to: NUMBER }], d: 'x' })
    }),
    { numRuns: 2_000 },
  )
})

test('a text in a form or address comes out of the parser as it went in, beside the same parameters', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (text, password) => {
      fc.pre(password !== '')
      const [whole, secret] = [text.toWellFormed(), password.toWellFormed()]
      const form = await send(
        { ...SIMPLE, method: 'post-form', body: 'a=<{{text}}>\nb={{password}}{{text}}\nto={{to}}' },
        { text, secrets: { password } },
      )
      const expected = [
        ['a', `<${whole}>`],
        ['b', `${secret}${whole}`],
        ['to', NUMBER],
      ]
      expect([...new URLSearchParams(form.request?.body)]).toEqual(expected)
      const url = 'https://gateway.example/v1/{{username}}/send?a=<{{text}}>&b={{password}}{{text}}&to={{to}}'
      const { request } = await send({ ...SIMPLE, method: 'get', body: '', url }, { text, secrets: { password, username: 'u' } })
      const parsed = new URL(request?.url ?? '')
      expect([parsed.origin, parsed.pathname, [...parsed.searchParams]]).toEqual(['https://gateway.example', '/v1/u/send', expected])
    }),
    { numRuns: 2_000 },
  )
})

test('no value leads to another server, another path, or a second header', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (value) => {
      fc.pre(value !== '')
      const config = { ...SIMPLE, url: 'https://gateway.example/v1/{{username}}/{{token}}', headers: 'X-Key: {{token}}' }
      const { request, outcome } = await send(config, { secrets: { username: value, token: value } })
      if (request === undefined) {
        expect(outcome.class).toBe('account_problem')
        return
      }
      const { origin, pathname } = new URL(request.url)
      const whole = value.toWellFormed()
      expect([origin, pathname.split('/').map(decodeURIComponent)]).toEqual(['https://gateway.example', ['', 'v1', whole, whole]])
      expect(request.headers['x-key']).toBe(value)
      expect(value).toMatch(/^[\t\x20-\x7E]*$/)
    }),
    { numRuns: 3_000 },
  )
})

const words = fc.constantFrom(
  'id',
  'status',
  'messages[0].status',
  'messages[*].id',
  'header:x-id',
  'text:',
  'text:ID *',
  'status = OK',
  'messages[*].status = 0 or 1',
  'text: = OK*',
  '1 = login\n2 = busy',
  'X = delivered',
  'X-Key: {{token}}',
  'Authorization: {{token}}',
  '0',
  '160',
  'post-json',
  'post-form',
  'post',
  'get',
  'plus',
  'digits',
  '00',
  'basic',
  'bearer',
  'Bistro',
  '+46701740600',
  'https://gateway.example/{{username}}?to={{to}}&text={{text}}',
  '{"to":"{{to}}","text":{{text}}}',
  'to={{to}}\ntext={{text}}',
)
const templates = fc.string({
  unit: fc.constantFrom(
    '{',
    '}',
    '{{',
    '}}',
    '{{to}}',
    '{{text}}',
    '{{from}}',
    '{{token}}',
    '{{encoding:a|b}}',
    '{{encoding:|1}}',
    '"',
    '\\',
    ':',
    ',',
    '[',
    ']',
    '=',
    '&',
    '?',
    '/',
    '%',
    '\n',
    'a',
    '0',
    ' ',
    'https://gateway.example',
  ),
})
const wild = fc.oneof(words, templates, fc.string({ unit: 'binary', maxLength: 40 }))
const keys = adapter.descriptor.configFields.map(({ key }) => key)
/** Mostly one wild setting at a time, so that many forms are sound enough to send. */
const anyConfig: fc.Arbitrary<Record<string, string>> = fc.oneof(
  fc.dictionary(fc.constantFrom(...keys), wild),
  fc.dictionary(fc.constantFrom(...keys), wild, { maxKeys: 2 }).map((change) => ({ ...SIMPLE, ...change })),
)

const answers = fc.record({
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(201, 302, 400, 401, 408, 429, 500, 503) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) },
  ),
  body: fc.oneof(
    fc
      .record(
        {
          id: fc.constantFrom<unknown>('R1', 0, '', null, {}, ['R1'], 12),
          status: fc.constantFrom<unknown>('OK', 'SENT', 'ERROR', 1, 2, true, null),
          messages: fc.array(fc.record({ id: fc.constantFrom('A', 'B', ''), status: fc.constantFrom<unknown>(0, 1, '0', 9, null) }), {
            maxLength: 3,
          }),
          error: fc.constantFrom<unknown>('no', TEXT, { code: 1 }, null),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('OK', 'ID 4711', 'ERR', '<html></html>'),
  ),
})

test('no settings, values or answers throw, what is saved without problems can be sent, and an HTTP error is never taken', async () => {
  const classes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyConfig, texts, answers, async (config, text, { status, body }) => {
      const problems = adapter.checkConfig(config)
      for (const [key, sentence] of Object.entries(problems)) {
        expect(adapter.descriptor.configFields.map((field) => field.key)).toContain(key)
        expect(sentence).toMatch(/^[A-Z]/)
      }
      adapter.warnConfig?.(config)
      adapter.capabilitiesOf?.(config)
      adapter.checkMessage({ to: NUMBER, text }, config)
      const { outcome, request } = await send(config, { text }, line(status, body, { 'x-id': 'H1' }))
      classes.add(outcome.class)
      if (Object.keys(problems).length > 0) expect([outcome.class, request]).toEqual(['account_problem', undefined])
      if (request !== undefined) expect(new URL(request.url).protocol).toBe('https:')
      if (request?.headers['content-type'] === 'application/json') expect(() => JSON.parse(request.body ?? '') as unknown).not.toThrow()
      expect(outcome.class === 'accepted' && status >= 300).toBe(false)
      if (outcome.class === 'not_accepted_transient' && !('refusalWords' in config)) expect([408, 425, 429, 503]).toContain(status)
      if (status >= 500 && status !== 503 && request !== undefined) expect(outcome.class).toBe('unknown')
      if ('refs' in outcome) for (const ref of outcome.refs ?? []) expect(ref).toMatch(/^\S+$/)
      expect(outcome.exchange.request.length).toBeLessThanOrEqual(2_000)
      const said = [outcome.exchange.request, outcome.exchange.response ?? '', 'message' in outcome ? outcome.message : ''].join('\n')
      for (const secret of Object.values(SECRETS)) {
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) expect(said).not.toContain(form)
      }
    }),
    { numRuns: 5_000 },
  )
  expect([...classes].sort()).toEqual(['accepted', 'account_problem', 'not_accepted_permanent', 'not_accepted_transient', 'unknown'])
})

const HOOKS = {
  ...SIMPLE,
  receiptId: 'id',
  receiptStatus: 'm.status',
  inboundFrom: 'from',
  inboundText: 'text',
  hookList: 'list',
  receiptDetail: 'error',
  statusWords: 'X = delivered',
  inboundSign: 'error = 1',
}
const hookValues = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>('R1', 'X', 'DELIVRD', 'FAILED', '1', 0, true, null, '', ' '),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('id', 'm', 'status', 'from', 'text', 'list', 'error', 'm.status', '__proto__', 'constructor'), fc.string()),
      tie('value'),
      { maxKeys: 6 },
    ),
  ),
})).value
const hookRequests: fc.Arbitrary<HookRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'HEAD' as const),
  headers: fc.constant({}),
  contentType: fc.constantFrom('', 'application/json', 'application/x-www-form-urlencoded', 'text/plain'),
  query: fc.oneof(fc.constant(''), fc.string(), fc.webQueryParameters()),
  body: fc.oneof(
    hookValues.map((value) => JSON.stringify(value) ?? ''),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.webQueryParameters(),
  ),
})

test('no hook of any shape throws under any settings, and delivery is only read where it was said', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant<Record<string, string>>(HOOKS), anyConfig), hookRequests, (config, request) => {
      const reading = readHook(config, request)
      const { receipts, inbound } = reading.kind === 'read' ? reading : { receipts: [], inbound: [] }
      expect(reading.kind === 'read').toBe(receipts.length + inbound.length > 0)
      for (const receipt of receipts) {
        expect(receipt.ref).not.toBe('')
        expect(receipt.status !== 'delivered' || ['X', 'DELIVRD'].includes(receipt.rawStatus.toUpperCase())).toBe(true)
      }
      for (const text of inbound) expect(text.from).not.toBe('')
    }),
    { numRuns: 4_000 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactError, redactText, redactValue } from '../../src/main/log/redact.ts'

/** Reserved numbers, as people and programs write them. */
const writtenNumber = fc
  .tuple(
    fc.integer({ min: 5, max: 99 }),
    fc.constantFrom(
      (end: string) => `+467017406${end}`,
      (end: string) => `00467017406${end}`,
      (end: string) => `07017406${end}`,
      (end: string) => `070-174 06 ${end}`,
      (end: string) => `+46 (0)70-174 06 ${end}`,
      (end: string) => `+46.70.174.06.${end}`,
      (end: string) => `+46\u00A070\u2011174\u00A006\u00A0${end}`,
      (end: string) => `tel:+467017406${end}`,
      (end: string) => `%2B467017406${end}`,
      (end: string) => `\u202D+467017406${end}\u202C`,
    ),
  )
  .map(([end, write]) => write(String(end).padStart(2, '0')))

const secretName = fc.constantFrom(
  'apiToken',
  'password',
  'Authorization',
  'x-api-key',
  'api_key',
  'set-cookie',
  'vaultPassphrase',
  'hookKey',
  'client_secret',
  'signature',
)

/** Letters that no other part of a generated value has. */
const secret = fc.stringMatching(/^[QXZ]{12,40}$/)

const lowercase = fc.string({ unit: fc.constantFrom(...'abc xyz.,:;=&?/{}"\'\n\\'), maxLength: 30 })

describe('no log line contains', () => {
  test('a whole phone number, however it is written and wherever it is hidden', () => {
    const number = writtenNumber.chain((written) =>
      fc.record({
        written: fc.constant(written),
        value: fc.oneof(
          { depthSize: 'small' },
          planted(fc.tuple(lowercase, lowercase).map(([before, after]) => before + written + after)),
          planted(fc.constant(Number(written.replaceAll(/\D/g, '')))),
        ),
      }),
    )
    fc.assert(
      fc.property(number, ({ written, value }) => {
        const line = JSON.stringify(redactValue('field', value))
        const digits = written.replaceAll(/\D/g, '')
        expect(line.replaceAll(/\D/g, '')).not.toContain(digits.slice(-8))
        expect(line).not.toContain(written)
      }),
      { numRuns: 500 },
    )
  })

  test('a secret that stands under its name, at any depth', () => {
    const value = fc.tuple(secretName, secret).chain(([name, planting]) =>
      fc.record({
        secret: fc.constant(planting),
        value: planted(fc.constant({ [name]: planting }), fc.constant({ [name]: { deeper: [planting] } })),
      }),
    )
    fc.assert(
      fc.property(value, ({ secret: planting, value: tree }) => {
        expect(JSON.stringify(redactValue('field', tree))).not.toContain(planting)
      }),
      { numRuns: 500 },
    )
  })

  test('a secret that is named in free text, such as the message of an error', () => {
    const named = fc.constantFrom(
      (planting: string) => `token=${planting}&to=1`,
      (planting: string) => `Authorization: Bearer ${planting}`,
      (planting: string) => `authorization: Basic ${planting}==`,
      (planting: string) => `{"password":"${planting} and \\"${planting}\\""}`,
      (planting: string) => `api_key: '${planting}'`,
      (planting: string) => `x-api-key=${planting}`,
      (planting: string) => `https://user:${planting}@provider.example/send`,
      (planting: string) => `POST /hooks/01a1fc9f-9ded-741a-8898-815ad10b0e73/${planting}?a=b`,
    )
    fc.assert(
      fc.property(named, secret, lowercase, (write, planting, before) => {
        const text = `${before}\n${write(planting)}`
        expect(redactText(text, 10_000)).not.toContain(planting)
        expect(JSON.stringify(redactError(new Error(text, { cause: new TypeError(text) })))).not.toContain(planting)
      }),
      { numRuns: 500 },
    )
  })

  test('a text that stands under its name', () => {
    expect(redactValue('text', 'Your car is ready')).toBe('[17 characters]')
    expect(redactValue('message', { body: 'Your car is ready' })).toEqual({ body: '[17 characters]' })
  })
})

describe('a log line keeps', () => {
  test('the last three digits of a number, enough to know it again', () => {
    expect(redactText('to +46701740605 and 06 1234 5678.')).toBe('to …605 and …678.')
  })

  test('ids and instants', () => {
    const text = 'message 01a1fc9f-9ded-741a-8898-815ad10b0e73 at 2026-03-02T09:00:00.000Z'
    expect(redactText(text)).toBe(text)
    expect(redactText('12345678-1234-1234-1234-123456789012')).toBe('12345678-1234-1234-1234-123456789012')
  })

  test('times, sizes and small numbers', () => {
    const fields = { finishedAt: 1_772_442_000_000, bytes: 123_456_789, durationMs: 12.3456, port: 65_535, done: true, none: null }
    expect(redactValue('fields', fields)).toEqual({ ...fields, durationMs: 12.346 })
  })

  test('short codes, ports, and places in a file', () => {
    const text = '72456 at 127.0.0.1:8801, server.ts:1234:56'
    expect(redactText(text)).toBe(text)
  })

  test('an error with its cause, code and stack', () => {
    const error = Object.assign(
      new Error('cannot reach +46701740605', { cause: new AggregateError([new Error('refused')], 'all failed') }),
      { code: 'ECONNREFUSED' },
    )
    expect(redactError(error)).toMatchObject({
      name: 'Error',
      message: 'cannot reach …605',
      code: 'ECONNREFUSED',
      stack: expect.stringContaining('redact.test.ts'),
      cause: { name: 'AggregateError', message: 'all failed', errors: [{ message: 'refused' }] },
    })
  })
})

describe('whatever is logged', () => {
  test('can be written as JSON and stays short', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: true,
          withNullPrototype: true,
        }),
        (value) => {
          expect(() => JSON.stringify(redactValue('field', value))).not.toThrow()
        },
      ),
    )
    const circle: Record<string, unknown> = {}
    circle['inside'] = { circle }
    expect(JSON.stringify(redactValue('field', circle))).toBe('{"inside":{"circle":"[circle]"}}')
    expect(redactText('a'.repeat(100_000))).toHaveLength(301)
    expect(redactError(new Error('b'.repeat(100_000))).stack?.length).toBeLessThan(4_100)
  })

  test('takes no time that grows faster than the text', () => {
    const texts = [
      '1 '.repeat(20_000),
      '+'.repeat(20_000),
      `"${'\\'.repeat(20_000)}`,
      'token='.repeat(5_000),
      '12345-'.repeat(4_000),
      'a:'.repeat(10_000),
      'a'.repeat(20_000),
    ]
    for (const text of texts) expect(redactText(text).length).toBeLessThanOrEqual(301)
  })
})

/** A value somewhere inside which one of the given ones is. */
function planted(...what: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
      ...what,
      fc.tuple(fc.array(fc.constantFrom('a', 1, null, true)), tie('tree')).map(([others, inner]) => [...others, inner]),
      fc.dictionary(fc.constantFrom('name', 'reason', 'detail', 'to'), tie('tree'), { minKeys: 1 }),
      tie('tree').map((inner) => new Map([['inner', inner]])),
      tie('tree').map((inner) => new Error('outer', { cause: typeof inner === 'string' ? new Error(inner) : 'none' })),
      tie('tree').map((inner) => (typeof inner === 'string' ? { [inner]: 1 } : { inner })),
    ),
  })).tree
}

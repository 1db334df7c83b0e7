import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/main/providers/tolerant-json.ts'

/** A number as JSON may write it, with the digits of an id beyond 2^53 and the shapes that lose some when they are read. */
const written = fc
  .stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,3})?([eE][+-]?\d{1,2})?$/)
  .filter((text) => text !== '' && /^-?\d/.test(text))

describe('JSON of a provider', () => {
  test.each([
    ['{"id":17000000000000001}', { id: '17000000000000001' }],
    ['{"id":9007199254740993,"n":1}', { id: '9007199254740993', n: 1 }],
    ['{"a":1.10,"b":-0,"c":1e3,"d":0,"e":-5}', { a: '1.10', b: '-0', c: '1e3', d: 0, e: -5 }],
    ['\uFEFF{"statusInt":1}', { statusInt: 1 }],
    ['{"statusInt":', undefined],
  ])('keeps every digit: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected)
  })

  test('keeps the digits of any number, wherever it stands', () => {
    fc.assert(
      fc.property(written, fc.jsonValue(), (number, beside) => {
        const read = parseJson(`{"beside":${JSON.stringify(beside)},"list":[${number}]}`) as { list: (string | number)[] }
        const [value] = read.list
        expect(String(value)).toBe(number)
        expect(typeof value === 'string' || Number.isSafeInteger(value)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

import { assert, constantFrom, jsonValue, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../src/main/listener/redact.ts'
import { replaceMembers, scanJson } from '../../src/main/listener/scan-json.ts'

const everything = (text: string) => scanJson(text, () => true)

/** Depth and number of members, counted on what JSON.parse makes. */
function measure(value: unknown): { depth: number; keys: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, keys: 0 }
  const inner = Object.values(value).map(measure)
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return {
    depth: 1 + Math.max(0, ...inner.map((one) => one.depth)),
    keys: own + inner.reduce((sum, one) => sum + one.keys, 0),
  }
}

describe('a glance at JSON', () => {
  test('agrees with JSON.parse on depth, members and values', () => {
    assert(
      property(jsonValue(), constantFrom(0, 1, 4), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const parsed: unknown = JSON.parse(text)
        const scan = everything(text)
        expect({ depth: scan.depth, keys: scan.keys }).toEqual(measure(parsed))
        for (const member of scan.members) {
          const object: Record<string, unknown> = JSON.parse(`{${text.slice(member.start, member.end)}}`)
          expect(Object.keys(object)).toEqual([member.name])
          expect(object[member.name]).toEqual(JSON.parse(text.slice(member.valueStart, member.end)))
        }
      }),
    )
  })

  test('never fails on text that is not JSON, and its offsets stay inside', () => {
    assert(
      property(string({ unit: constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', ' ', '1') }), (text) => {
        for (const member of everything(text).members) {
          expect(member.start).toBeLessThan(member.valueStart)
          expect(member.valueStart).toBeLessThanOrEqual(member.end)
          expect(member.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  test('replaces the outermost of nested members', () => {
    const text = '{"a":{"a":1},"b":[{"a":2}],"a":3}'
    const { members } = scanJson(text, (name) => name === 'a')
    expect(replaceMembers(text, members, () => '"x":0')).toBe('{"x":0,"b":[{"x":0}],"x":0}')
  })
})

describe('redaction', () => {
  const redact = createRedactor(['authorization', 'Api_Token'])

  test('takes a secret out of JSON wherever it stands, and leaves JSON', () => {
    assert(
      property(jsonValue(), jsonValue(), constantFrom('authorization', 'AUTHORIZATION', 'api_token'), (secret, rest, name) => {
        const canary = { canary: 'tok-canary-7c1e', secret }
        const kept = redact(JSON.stringify({ rest, deep: [{ [name]: canary }], end: 1 }))
        expect(kept).not.toContain('tok-canary-7c1e')
        expect(JSON.parse(kept)).toMatchObject({ deep: [{ [name]: '[secret]' }], end: 1 })
      }),
    )
  })

  test.each([
    ['authorization=tok-canary&a=1', 'authorization=[secret]&a=1'],
    ['a=1&Authorization=tok-canary', 'a=1&Authorization=[secret]'],
    ['api%5Ftoken=tok-canary', 'api%5Ftoken=[secret]'],
    ['a=1&link=https://x.example/?authorization=tok-canary', 'a=1&link=https://x.example/?authorization=[secret]'],
    ["{'api_token': 'tok-canary', 'a': 1}", "{'api_token': '[secret]', 'a': 1}"],
    ['{"authorization":"tok-canary', '{"authorization":"[secret]"'],
    ['{"authorization":tok-canary,"a":1}', '{"authorization":"[secret]","a":1}'],
    ['<api_token>tok-canary</api_token>', '<api_token>[secret]</api_token>'],
    ['not_authorization=1&b=2', 'not_authorization=1&b=2'],
    ['%zz=1&authorization=tok-canary', '%zz=1&authorization=[secret]'],
    ['', ''],
  ])('of %s', (text, kept) => {
    expect(redact(text)).toBe(kept)
  })

  test('leaves everything to providers without secrets in their requests', () => {
    expect(createRedactor([])('authorization=1')).toBe('authorization=1')
  })
})

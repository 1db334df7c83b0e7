import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantsOf } from '../../src/renderer/activity/filter.ts'
import { appliedAgainWords, indentJson, lineBelow, readAgainWords } from '../../src/renderer/activity/words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import type { Hook } from '../../src/shared/contract/hooks.ts'
import { VERDICT_SENTENCES, VERDICT_WORDS } from '../../src/shared/hooks/words.ts'

const catalog = await loadCatalog('en')
const words = createWords(catalog, 'activity', 'en-GB')

const asItCame = (sentence: string) => sentence

describe('what a clerk is told', () => {
  test.each([
    [{ read: 0, stillUnreadable: 0 }, 'There is nothing left to read again.'],
    [{ read: 0, stillUnreadable: 1 }, '1 request still cannot be read. Nothing changed.'],
    [{ read: 1, stillUnreadable: 0 }, '1 request could be read now, and was applied.'],
    [{ read: 3, stillUnreadable: 2 }, '3 requests could be read now, and were applied. 2 requests still cannot be read.'],
  ])('after reading all again: %j', (done, said) => expect(readAgainWords(words, done)).toBe(said))

  test.each([
    [{ changed: true, verdict: 'applied' as const }, 'Applied. What it says was taken over.'],
    [{ changed: false, verdict: 'unknown_message' as const }, 'Applied again. It still waits for its text.'],
    [{ changed: false, verdict: 'duplicate' as const }, 'Applied again. It says nothing new, so nothing changed.'],
  ])('after applying one again: %j', ({ changed, verdict }, said) =>
    expect(appliedAgainWords(words, { hook: { verdict }, changed })).toBe(said),
  )

  test('what became of a request, as on the command line', () => {
    expect(catalog.activity.verdict).toEqual(VERDICT_WORDS)
    expect(catalog.activity.became).toEqual(VERDICT_SENTENCES)
  })

  test('whose it was, once', () => {
    const hook: Hook = {
      id: 'h',
      receivedAt: 0,
      accountId: 'a',
      accountName: 'Front desk',
      kinds: ['report'],
      words: '',
      about: 'reference R1',
      verdict: 'applied',
      detail: null,
      message: { id: 'm', conversationId: 'c', peer: '+46701740605', name: null },
    }
    expect(lineBelow(words, asItCame, hook)).toBe('Front desk · to +46 70 174 06 05')
    expect(lineBelow(words, asItCame, { ...hook, message: null })).toBe('Front desk · reference R1')
    expect(lineBelow(words, asItCame, { ...hook, kinds: ['reply'] })).toBe('Front desk')
    expect(
      lineBelow(words, asItCame, {
        ...hook,
        kinds: ['reply'],
        message: { id: 'm', conversationId: 'c', peer: '+46701740605', name: 'Maja' },
      }),
    ).toBe('Front desk · Maja')
    expect(lineBelow(words, asItCame, { ...hook, accountName: null, kinds: ['other'], message: null, detail: 'Wrong key.' })).toBe(
      'No account of yours · Wrong key.',
    )
  })
})

describe('a period', () => {
  test('is one of whole days of this computer', () => {
    const noon = new Date(2026, 2, 30, 12, 0).getTime()
    const day = (date: number): number => new Date(2026, 2, date).getTime()
    expect(instantsOf('ever', noon)).toEqual({})
    expect(instantsOf('today', noon)).toEqual({ from: day(30) })
    // Clocks change on the 29th in much of Europe: that day is 23 hours long there.
    expect(instantsOf('yesterday', noon)).toEqual({ from: day(29), until: day(30) })
    expect(instantsOf('week', noon)).toEqual({ from: day(24) })
    expect(instantsOf('month', noon)).toEqual({ from: day(1) })
  })
})

describe('JSON', () => {
  test('is indented as usual', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
        const usual = JSON.stringify(value, null, 2)
        expect(indentJson(JSON.stringify(value))).toBe(usual)
        expect(indentJson(usual)).toBe(usual)
      }),
    )
  })

  test('keeps every digit, and what is there twice', () => {
    expect(indentJson('{"id":12345678901234567890,"a":"\\u00e5,:{","a":1.0}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "a": "\\u00e5,:{",\n  "a": 1.0\n}',
    )
  })

  test('is all that is indented', () => {
    expect([indentJson('a=1&b=2'), indentJson('{"a":'), indentJson('"text"'), indentJson('')]).toEqual([null, null, null, null])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginStepping, replaceAndStep, skipAndStep, type Stepping } from '../../src/renderer/inbox/composer/stepping.ts'
import { countSegments, normaliseText, replaceOffenders } from '../../src/shared/segments/index.ts'

/** Characters as people type and paste them: pairs of surrogates, clusters, marks that compose anew, invisible ones. */
const char = fc.oneof(
  fc.constantFrom('“', '”', '’', '–', '…', '\u00a0', '\u200b', 'ê', 'ệ', 'a', 'e', '\u0301', '\u0323', '\u0331', '\u00ad', '\r', '\n'),
  fc.constantFrom('🎉', '👍🏽', '👨‍👩‍👧', '🇸🇪', '❤️', 'ж', 'й', '각', '€', '𝒜'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(char, { maxLength: 40 }).map((chars) => chars.join(''))

/** More steps than any text of these tests has. */
const MOST_STEPS = 1_000

/** Goes through a text to its end, deciding each time. */
function stepThrough(before: string, decide: (stepping: Stepping, step: number) => Stepping): { end: Stepping; steps: number } {
  let stepping = beginStepping(before)
  let steps = 0
  while (stepping.place !== null && steps < MOST_STEPS) {
    stepping = decide(stepping, steps)
    steps += 1
  }
  return { end: stepping, steps }
}

describe('replacing one by one', () => {
  test('goes through them in the order of the text, and says how many were replaced', () => {
    const first = beginStepping('“Hi” 🎉…')
    expect(first).toEqual({ text: '“Hi” 🎉…', place: { char: '“', index: 0, suggestion: '"' }, replaced: 0 })
    const second = replaceAndStep(first)
    expect(second).toMatchObject({ text: '"Hi” 🎉…', place: { char: '”', index: 3 }, replaced: 1 })
    // Nothing stands in for the emoji: it is passed over.
    const third = skipAndStep(second)
    expect(third).toMatchObject({ text: '"Hi” 🎉…', place: { char: '…', index: 7, suggestion: '...' }, replaced: 1 })
    expect(replaceAndStep(third)).toEqual({ text: '"Hi” 🎉...', place: null, replaced: 2 })
  })

  test('asks about the letter as a whole where it is written as letter and mark', () => {
    expect(beginStepping('te\u0302te ж').place).toEqual({ char: 'e\u0302', index: 1, suggestion: 'e' })
  })

  test('asks again where what stands there now composes with a mark behind it', () => {
    const stepping = replaceAndStep(beginStepping('a\u200b\u0301ж'))
    expect(stepping).toMatchObject({ text: 'a\u0301ж', place: { char: 'a\u0301', index: 0, suggestion: 'a' } })
  })

  test('comes to the same as all at once', () => {
    fc.assert(
      fc.property(text, (before) => {
        const { end, steps } = stepThrough(before, replaceAndStep)
        expect(end.place).toBeNull()
        expect(end.replaced).toBe(steps)
        expect(normaliseText(end.text)).toBe(replaceOffenders(before))
      }),
      { numRuns: 1_000 },
    )
  })

  test('changes nothing where everything is skipped, and asks about each once', () => {
    fc.assert(
      fc.property(text, (before) => {
        const asked: number[] = []
        const { end } = stepThrough(before, (stepping) => {
          asked.push(stepping.place?.index ?? -1)
          return skipAndStep(stepping)
        })
        expect(end).toEqual({ text: before, place: null, replaced: 0 })
        expect(asked).toEqual([...new Set(asked)].toSorted((one, other) => one - other))
        expect(asked.length).toBeGreaterThanOrEqual(countSegments(before).offenders.filter(({ suggestion }) => suggestion !== null).length)
      }),
    )
  })

  test('ends however one decides, and never cuts a character in two', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), (raw, decisions) => {
        const before = raw.toWellFormed()
        const { end, steps } = stepThrough(before, (stepping) => {
          const { text: now, place } = stepping
          if (place !== null) {
            expect(now.slice(place.index, place.index + place.char.length)).toBe(place.char)
            expect(place.char.isWellFormed()).toBe(true)
          }
          return decisions.next().value ? replaceAndStep(stepping) : skipAndStep(stepping)
        })
        expect(steps).toBeLessThan(MOST_STEPS)
        expect(end.text.isWellFormed()).toBe(true)
      }),
    )
  })
})

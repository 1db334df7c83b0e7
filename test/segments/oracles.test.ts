import { createRequire } from 'node:module'
import * as fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { septetsOf } from '../../src/shared/segments/alphabet.ts'
import { countSegments, normaliseText, PART_SIZES, replaceOffenders } from '../../src/shared/segments/index.ts'

interface SplitSms {
  split(text: string, options: { summary: boolean }): { characterSet: string; parts: { bytes: number }[]; remainingInPart: number }
}
const splitSms = createRequire(import.meta.url)('split-sms') as SplitSms

const gsm = '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡AZÄÖÑÜ§¿azäöñüà'
const extension = '^{}\\[~]|€\f'
const foreign = '中ç’…Жαñ😀🚗𝒳'

/** Texts of all lengths around the limits of one, two and three parts, dense in what divides badly. */
function textsOf(characters: string, maxLength: number): fc.Arbitrary<string> {
  const char = fc.constantFrom(...characters)
  return fc
    .tuple(char, fc.nat(maxLength), fc.array(char, { maxLength: 40 }))
    .map(([filler, length, rest]) => normaliseText(filler.repeat(length) + rest.join('')))
    .filter((text) => text.length > 0)
}

const texts = fc.oneof(textsOf(gsm + extension, 340), textsOf(gsm + extension + foreign, 150))

describe('against independent counters', () => {
  test('both know the same alphabet, character by character', () => {
    const differing: number[] = []
    for (let code = 0; code <= 0xffff; code += 1) {
      // half a surrogate pair is no text: each counter makes something else of it
      if (code >= 0xd800 && code <= 0xdfff) continue
      const char = String.fromCharCode(code)
      const split = splitSms.split(char, { summary: true })
      const twilio = new SegmentedMessage(char)
      const costs = new Set([
        septetsOf(code),
        split.characterSet === 'GSM' ? split.parts[0]?.bytes : 0,
        twilio.getEncodingName() === 'GSM-7' ? twilio.messageSize / 7 : 0,
      ])
      if (costs.size > 1) differing.push(code)
    }
    expect(differing).toEqual([])
  })

  test('split-sms finds the same encoding, parts, fill and rest', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = splitSms.split(text, { summary: true })
        const counted = countSegments(text)
        const bytesPerUnit = expected.characterSet === 'GSM' ? 1 : 2
        expect(counted.encoding).toBe(expected.characterSet === 'GSM' ? 'GSM-7' : 'UCS-2')
        expect(counted.segmentUnits).toEqual(expected.parts.map((part) => part.bytes / bytesPerUnit))
        expect(counted.remaining).toBe(expected.remainingInPart)
      }),
      { numRuns: 1_000 },
    )
  })

  // It keeps clusters of several code points (flags, families) in one part and takes CR LF for such a cluster, which
  // 3GPP does not ask for; the texts here have none.
  test('sms-segments-calculator finds the same encoding, parts and fill', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = new SegmentedMessage(text)
        const counted = countSegments(text)
        const bits = counted.encoding === 'GSM-7' ? 7 : 16
        expect(counted.encoding).toBe(expected.getEncodingName())
        expect(counted.segmentUnits).toEqual(expected.segments.map((segment) => segment.messageSizeInBits() / bits))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('for any text whatever', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...'aeEocn\u0301\u0308\u0327\u0323\r\n’…中😀가\u1100\u1161\u11a8\u0344\u1e0b\u0f73'), { maxLength: 60 })
      .map((chars) => chars.join('')),
    // UTF-16 with halves of pairs in it
    fc.array(fc.integer({ min: 0xd700, max: 0xe000 }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  )

  test('the parts add up, none is too big, and each but the last has no room for two units', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const counted = countSegments(text)
        const { single, part } = PART_SIZES[counted.encoding]
        const sum = counted.segmentUnits.reduce((total, units) => total + units, 0)
        expect(counted.units).toBe(sum)
        expect(counted.segments).toBe(counted.segmentUnits.length)
        const size = counted.segments === 1 ? single : part
        expect(counted.segmentUnits.filter((units) => units > size)).toEqual([])
        expect(counted.segmentUnits.slice(0, -1).filter((units) => units < size - 1)).toEqual([])
        expect(counted.encoding === 'GSM-7' || counted.units === normaliseText(text).length).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('every offender stands where it says, and there are some exactly when the text is UCS-2', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { encoding, offenders } = countSegments(text)
        expect(offenders.length > 0).toBe(encoding === 'UCS-2')
        let end = 0
        for (const { char, index } of offenders) {
          expect(text.slice(index, index + char.length)).toBe(char)
          expect(index).toBeGreaterThanOrEqual(end)
          end = index + char.length
        }
        const without = offenders
          .toReversed()
          .reduce((rest, { char, index }) => `${rest.slice(0, index)}\n${rest.slice(index + char.length)}`, text)
        expect(countSegments(without).encoding).toBe('GSM-7')
      }),
      { numRuns: 1_000 },
    )
  })

  test('replacing takes every offender that has a suggestion, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const replaced = replaceOffenders(text)
        expect(countSegments(replaced).offenders.filter((offender) => offender.suggestion !== null)).toEqual([])
        expect(replaceOffenders(replaced)).toBe(replaced)
        const allReplaceable = countSegments(text).offenders.every((offender) => offender.suggestion !== null)
        expect(countSegments(replaced).encoding === 'GSM-7').toBe(allReplaceable)
      }),
      { numRuns: 1_000 },
    )
  })
})

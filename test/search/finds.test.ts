import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, marksOf } from '../../src/shared/search/excerpt.ts'
import { foldForSearch, foldWithPlaces } from '../../src/shared/search/fold.ts'
import { isFound } from '../../src/shared/search/match.ts'
import { readSearch } from '../../src/shared/search/query.ts'
import { CALLING_CODES } from './desk.ts'

const finds = (typed: string, text: string): boolean => {
  const query = readSearch(typed, CALLING_CODES)
  return query !== null && isFound(query, foldForSearch(text))
}

const TABLE: readonly [language: string, typed: string, text: string, isFound: boolean][] = [
  ['a word', 'car', 'Your CAR is ready', true],
  ['a beginning', 'rea', 'Your car is ready', true],
  ['no end of a word', 'ady', 'Your car is ready', false],
  ['only the last word may be a beginning', 'rea car', 'Your car is ready', false],
  ['all words, in any order', 'ready car', 'Your car is ready', true],
  ['not some of the words', 'ready bus', 'Your car is ready', false],
  ['a phrase', '"car is"', 'Your car is ready', true],
  ['no phrase in another order', '"is car"', 'Your car is ready', false],
  ['a phrase in curly quotes', '“car is”', 'Your car is ready', true],
  ['a phrase that is still being typed', '"car is rea', 'Your car is ready', true],
  ['a phrase across a line break', '"car is"', 'Your car\n\nis ready', true],
  ['without a word', 'car -ready', 'Your car is ready', false],
  ['without a word that is not there', 'car -bus', 'Your car is ready', true],
  ['without a phrase', 'car -"is ready"', 'Your car is ready', false],
  ['only without', '-bus', 'Your car is ready', true],
  ['a hyphen within a word is no exclusion', 'e-mail', 'Answer by e-mail', true],
  ['a hyphen is a blank', 'e mail', 'Answer by e-mail', true],
  ['Swedish without its letters', 'akerstrom', 'Hälsa Åkerström', true],
  ['Swedish with its letters', 'åkerström', 'HALSA AKERSTROM', true],
  ['accents in pieces', 'cafe\u0301', 'Café Amandine', true],
  ['German ß as ss', 'strasse', 'Große Straße 5', true],
  ['German ß for ss', 'straße', 'STRASSE 5', true],
  ['Turkish, dotted capital', 'istanbul', 'İSTANBUL', true],
  ['Turkish, dotless', 'ISPARTA', 'ısparta', true],
  ['Polish ł', 'lodz', 'Łódź', true],
  ['Vietnamese', 'dong', 'đồng', true],
  ['Greek, end of a word', 'ΟΔΟΣ', 'οδός', true],
  ['Cyrillic ё', 'елка', 'Ёлка', true],
  ['full width', 'abc123', 'ＡＢＣ１２３', true],
  ['a ligature', 'office', 'o\ufb03ce', true],
  ['a soft hyphen', 'reminder', 'remin\u00adder', true],
  ['a zero-width space inside a word', 'reminder', 'remin\u200bder', true],
  ['a hundred marks on a letter', 'zalgo', `Z${'\u0351\u036b\u0352\u036a'.repeat(25)}algo`, true],
  ['Chinese, two characters', '预约', '您的预约已确认', true],
  ['Chinese, one character', '约', '您的预约已确认', true],
  ['Chinese, characters apart', '预认', '您的预约已确认', false],
  ['Chinese, two parts', '预约 确认', '您的预约已确认', true],
  ['Japanese', '予約', '明日の予約について', true],
  ['Japanese, katakana as hiragana', 'くるま', 'クルマの修理', true],
  ['Japanese, half width', 'ガス', 'ｶﾞｽ料金', true],
  ['Japanese, another sound', 'か', 'が', false],
  ['Korean within a word', '예약', '오늘예약이', true],
  ['Thai within a sentence', 'นัด', 'เตือนนัดหมายพรุ่งนี้', true],
  ['Khmer within a sentence', 'សួស្តី', 'ជំរាបសួស្តីបង', true],
  ['mixed with Latin', 'iphone修', 'iPhone修理できました', true],
  ['Latin in the middle', '修理', 'iPhone修理できました', true],
  ['Arabic with and without vowel signs', 'سلام', 'سَلَام عليكم', true],
  ['Arabic, forms of alef', 'احمد', 'أحمد', true],
  ['Persian yeh and kaf', 'کیک', 'كيك', true],
  ['Hebrew with and without points', 'שלום', 'שָׁלוֹם', true],
  ['Devanagari', 'समय', 'आपका समय मंगलवार को', true],
  ['Devanagari, a vowel sign is a letter', 'कम', 'काम', false],
  ['Devanagari, with and without the dot', 'ज़रूर', 'जरूर', true],
  ['an emoji', '🎉', 'Done 🎉!', true],
  ['another emoji', '🎈', 'Done 🎉!', false],
  ['digits of another script', '11:30', '١١:٣٠', true],
  ['a time', '11:30', 'at 11:30 on Tuesday', true],
  ['a time in two words is none', '11:30', '30 11', false],
  ['a number as in the country', '070-174 06 05', 'Ring +46701740605', true],
  ['a number with its country', '+46 70 174 06 05', 'Ring 070-174 06 05.', true],
  ['a number with 00', '0046701740605', 'Ring 0701740605', true],
  ['a number with (0)', '+46 (0)70 174 06 05', 'Ring 0701740605', true],
  ['last digits', '0605', 'Ring 070-174 06 05.', true],
  ['first digits', '070-17', 'Ring 070-174 06 05.', true],
  ['digits in the middle', '4060', 'Ring 070-174 06 05.', false],
  ['another number', '+46701740606', 'Ring 070-174 06 05.', false],
  ['a number among words', 'ring 0701740605', 'Ring +46 70 174 06 05', true],
  ['a code', '692305', 'Your code is 692305.', true],
  ['an invoice', '2026-118', 'Invoice 2026-118', true],
]

describe('what a search finds', () => {
  test.for(TABLE)('%s: “%s” in “%s”', ([, typed, text, expected]) => expect(finds(typed, text)).toBe(expected))
})

test.for(['', '   ', '-', '"', '""', '*', '()', '((', '-"', '.', '\u200b', '\u0301'])('“%s” asks for nothing', (typed) => {
  expect(readSearch(typed, CALLING_CODES)).toBeNull()
})

const SCRIPTS = [
  'abcåäöß ',
  'αβγς ',
  'абвё ',
  '预约您的认',
  'よやくカ',
  'นัดหมาย',
  'सम यकाि',
  'سلام ',
  'שלום ',
  '0123456789+- ',
  '🎉👍🏽 ',
  '"-*:',
]
const texts = fc.array(fc.constantFrom(...SCRIPTS.flatMap((script) => [...script])), { maxLength: 40 }).map((letters) => letters.join(''))
const anything = fc.string({ unit: 'binary', maxLength: 60 })

describe('properties', () => {
  test('a text is found by each of its words, in capitals too', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
          if (readSearch(word, CALLING_CODES) === null) continue
          expect(finds(word, text), `${word} in ${text}`).toBe(true)
          expect(finds(word.toUpperCase(), text), `${word} in capitals in ${text}`).toBe(true)
        }
      }),
    )
  })

  test('words of ASCII are found as if they were looked for one by one', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { minLength: 1, maxLength: 3 }), (has, wanted) => {
        const [last, ...whole] = wanted.toReversed()
        const expected = whole.every((each) => has.includes(each)) && has.some((each) => each.startsWith(last ?? ''))
        expect(finds(wanted.join(' '), has.join(' '))).toBe(expected)
      }),
    )
  })

  test('any two letters in a row of unspaced script are found', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'预约您的认よやく'), minLength: 2, maxLength: 20 }), fc.nat(), (text, at) => {
        const from = at % (text.length - 1)
        expect(finds(text.slice(from, from + 2), text)).toBe(true)
      }),
    )
  })

  test('folding leads back to places of the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const folded = foldWithPlaces(text)
        expect(folded.text).toBe(foldForSearch(text))
        for (let unit = 0; unit < folded.text.length; unit += 1) {
          expect(folded.startOf(unit)).toBeGreaterThanOrEqual(unit === 0 ? 0 : folded.startOf(unit - 1))
          expect(folded.endOf(unit + 1)).toBeGreaterThan(folded.startOf(unit))
          expect(folded.endOf(unit + 1)).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  test('no query and no text is an error, and marks stay within the excerpt, apart and in order', () => {
    fc.assert(
      fc.property(fc.oneof(texts, anything), fc.oneof(texts, anything), (typed, text) => {
        const query = readSearch(typed, CALLING_CODES)
        if (query === null) return
        const { text: shown, marks } = excerptOf(text, query)
        let last = 0
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(shown.length)
          last = end
        }
        if (isFound(query, foldForSearch(text)) && query.must.length > 0) expect(marksOf(text, query)).not.toEqual([])
      }),
    )
  })
})

describe('an excerpt', () => {
  const marked = (text: string, typed: string) => {
    const excerpt = excerptOf(text, readSearch(typed, CALLING_CODES))
    return { ...excerpt, marks: excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end)) }
  }

  test('marks what was found, as it stands in the text', () => {
    expect(marked('The Volvo and a VOLVO, not revolvo', 'vol').marks).toEqual(['Vol', 'VOL'])
    expect(marked('Große Straße', 'strasse').marks).toEqual(['Straße'])
    expect(marked('Cafe\u0301 x', 'cafe').marks).toEqual(['Cafe\u0301'])
    expect(marked('Ring 070-174 06 05 nu', '+46701740605').marks).toEqual(['070-174 06 05'])
    expect(marked('您的预约已确认', '预约').marks).toEqual(['预约'])
  })

  test('is brought near when it stands far into a text, and cut after', () => {
    const found = marked(`${'word '.repeat(40)}needle in it ${'and more '.repeat(60)}`, 'needle')
    expect(found).toMatchObject({ cutBefore: true, cutAfter: true, marks: ['needle'] })
    expect(found.text.indexOf('needle')).toBeLessThan(40)
    expect(found.text.length).toBeLessThanOrEqual(180)
  })

  test('never cuts a letter in pieces', () => {
    const { text } = marked(`${'👩‍👩‍👧‍👦'.repeat(30)} needle`, 'needle')
    expect(text.startsWith('👩‍👩‍👧‍👦') || text.startsWith('needle')).toBe(true)
  })
})

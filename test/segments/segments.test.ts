import { describe, expect, test } from 'vitest'
import { countSegments, normaliseText, replaceOffenders } from '../../src/shared/segments/index.ts'

const times = (count: number, text: string): string => text.repeat(count)

/** Septets of a text, null where it needs UCS-2. */
function unitsInGsm(text: string): number | null {
  const { encoding, units } = countSegments(text)
  return encoding === 'GSM-7' ? units : null
}

/** From the rules of 3GPP TS 23.038 and 23.040, worked out by hand. */
const vectors: [name: string, text: string, encoding: string, units: number, fill: number[]][] = [
  ['160 × a', times(160, 'a'), 'GSM-7', 160, [160]],
  ['161 × a', times(161, 'a'), 'GSM-7', 161, [153, 8]],
  ['158 × a + €', `${times(158, 'a')}€`, 'GSM-7', 160, [160]],
  ['159 × a + €', `${times(159, 'a')}€`, 'GSM-7', 161, [153, 8]],
  ['152 × a + € + 10 × a', `${times(152, 'a')}€${times(10, 'a')}`, 'GSM-7', 164, [152, 12]],
  ['306 × a', times(306, 'a'), 'GSM-7', 306, [153, 153]],
  ['307 × a', times(307, 'a'), 'GSM-7', 307, [153, 153, 1]],
  ['80 × €', times(80, '€'), 'GSM-7', 160, [160]],
  ['81 × €', times(81, '€'), 'GSM-7', 162, [152, 10]],
  ['153 × €', times(153, '€'), 'GSM-7', 306, [152, 152, 2]],
  ['70 × 中', times(70, '中'), 'UCS-2', 70, [70]],
  ['71 × 中', times(71, '中'), 'UCS-2', 71, [67, 4]],
  ['134 × 中', times(134, '中'), 'UCS-2', 134, [67, 67]],
  ['135 × 中', times(135, '中'), 'UCS-2', 135, [67, 67, 1]],
  ['35 × 😀', times(35, '😀'), 'UCS-2', 70, [70]],
  ['36 × 😀', times(36, '😀'), 'UCS-2', 72, [66, 6]],
  ['67 × 😀', times(67, '😀'), 'UCS-2', 134, [66, 66, 2]],
  ['66 × 中 + 😀 + 10 × 中', `${times(66, '中')}😀${times(10, '中')}`, 'UCS-2', 78, [66, 12]],
  ['ç', 'ç', 'UCS-2', 1, [1]],
  // extension characters cost one in UCS-2
  ['中 + 69 × €', `中${times(69, '€')}`, 'UCS-2', 70, [70]],
]

describe('counting parts', () => {
  test.each(vectors)('%s', (_name, text, encoding, units, fill) => {
    expect(countSegments(text)).toMatchObject({ encoding, units, segments: fill.length, segmentUnits: fill })
  })

  test('an empty text has no parts and the whole first part left', () => {
    expect(countSegments('')).toEqual({ encoding: 'GSM-7', units: 0, segments: 0, segmentUnits: [], remaining: 160, offenders: [] })
  })

  test('what is left is measured against a lone message until there are two parts', () => {
    expect(countSegments('Hello').remaining).toBe(155)
    expect(countSegments(times(160, 'a')).remaining).toBe(0)
    expect(countSegments(times(161, 'a')).remaining).toBe(145)
    expect(countSegments('中').remaining).toBe(69)
    expect(countSegments(times(71, '中')).remaining).toBe(63)
  })

  test('the whole alphabet counts, each character once, and the extension table twice', () => {
    // read column by column from the table in 3GPP TS 23.038, 6.2.1, left to right in rows here
    const rows = [
      '@Δ 0¡P¿p',
      '£_!1AQaq',
      '$Φ"2BRbr',
      '¥Γ#3CScs',
      'èΛ¤4DTdt',
      'éΩ%5EUeu',
      'ùΠ&6FVfv',
      "ìΨ'7GWgw",
      'òΣ(8HXhx',
      'ÇΘ)9IYiy',
      '\nΞ*:JZjz',
      'Ø+;KÄkä',
      'øÆ,<LÖlö',
      '\ræ-=MÑmñ',
      'Åß.>NÜnü',
      'åÉ/?O§oà',
    ]
    const alphabet = [...rows.join('')]
    expect(alphabet).toHaveLength(127)
    expect(alphabet.filter((char) => unitsInGsm(char) !== 1)).toEqual([])
    expect([...'\f^{}\\[~]|€'].filter((char) => unitsInGsm(char) !== 2)).toEqual([])
  })

  test('characters often thought to be in the alphabet are not', () => {
    expect([...'ç`\táíóúâêãõ’“–…\u00a0™ΑΒ\u001b'].filter((char) => unitsInGsm(char) !== null)).toEqual([])
  })
})

describe('text is counted as it is sent', () => {
  test('a line end of two characters counts once', () => {
    expect(countSegments('a\r\nb')).toMatchObject({ encoding: 'GSM-7', units: 3 })
    expect(normaliseText('a\r\nb\nc\rd')).toBe('a\nb\nc\rd')
    expect(normaliseText('a\r\r\nb')).toBe('a\nb')
  })

  test('a letter and its accent typed apart count as the letter they make', () => {
    expect(countSegments('cafe\u0301')).toMatchObject({ encoding: 'GSM-7', units: 4, offenders: [] })
  })
})

describe('characters that make a text dearer', () => {
  test('each is named with its place and what could stand there', () => {
    expect(countSegments('It’s 5…').offenders).toEqual([
      { char: '’', index: 2, suggestion: "'" },
      { char: '…', index: 6, suggestion: '...' },
    ])
    expect(countSegments('😀 – hi').offenders).toEqual([
      { char: '😀', index: 0, suggestion: null },
      { char: '–', index: 3, suggestion: '-' },
    ])
  })

  test('places are those of the text given, also where it is composed before counting', () => {
    expect(countSegments('a\r\ne\u0301\r\nc\u0327 …').offenders).toEqual([
      { char: 'c\u0327', index: 7, suggestion: 'c' },
      { char: '…', index: 10, suggestion: '...' },
    ])
    expect(countSegments('e\u0301q\u0303').offenders).toEqual([{ char: '\u0303', index: 3, suggestion: null }])
    // a composed Hangul syllable is one character
    expect(countSegments('e\u0301\u1112\u1161\u11ab').offenders).toEqual([{ char: '\u1112\u1161\u11ab', index: 2, suggestion: null }])
  })

  test.each([
    ['“Hej”', '"Hej"'],
    ['9–17 — daily', '9-17 - daily'],
    ['a\u00a0b\tc', 'a b c'],
    ['ça va, ósk', 'ca va, osk'],
    ['erdő, fű', 'erdö, fü'],
    ['zażółć', 'zazolc'],
    ['cœur', 'coeur'],
    ['ΑΘΗΝΑ', 'AΘHNA'],
    ['soft\u00adhyphen\ufeff', 'softhyphen'],
    ['å ä ö é è Ç €', 'å ä ö é è Ç €'],
  ])('%j can be sent as %j', (text, plain) => {
    expect(replaceOffenders(text)).toBe(plain)
    expect(countSegments(plain).encoding).toBe('GSM-7')
  })

  test.each(['中', 'Ж', 'α', '😀', '™', '½', 'ế', '\u200d'])('nothing stands for %s', (char) => {
    expect(countSegments(char).offenders).toEqual([{ char, index: 0, suggestion: null }])
    expect(replaceOffenders(char)).toBe(char)
  })

  test('an extension character is no offender in a text that is UCS-2 for another reason', () => {
    expect(countSegments('€中').offenders.map((offender) => offender.char)).toEqual(['中'])
  })
})

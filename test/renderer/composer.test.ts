import { describe, expect, test } from 'vitest'
import { counterWords, lengthProblem, partsHint, textRuns } from '../../src/renderer/inbox/composer/hints.ts'
import { countSegments } from '../../src/shared/segments/index.ts'

describe('the hint on what makes a text dearer', () => {
  const typographic = 'Hi Jasper, the desk is open until 17:30–ask for “Erik”. Bring the old key please.'

  test('names the characters, the parts, and has the text without them', () => {
    expect(partsHint(typographic)).toEqual({
      characters: '2 curly quotes and 1 long dash',
      verb: 'make',
      parts: 2,
      partsWithout: 1,
      replaced: 'Hi Jasper, the desk is open until 17:30-ask for "Erik". Bring the old key please.',
    })
  })

  test('is silent when replacing saves nothing', () => {
    expect(partsHint('“Erik”')).toBeNull()
    expect(partsHint('Plain text')).toBeNull()
    expect(partsHint('')).toBeNull()
  })

  test('offers no replacement for what nothing can stand in for', () => {
    const hint = partsHint(`${'See you on Friday at the workshop, and bring both keys please. '.repeat(2)}🎉`)
    expect(hint).toMatchObject({ characters: '1 emoji', verb: 'makes', partsWithout: 1, replaced: null })
  })

  test('names what cannot be seen in words', () => {
    expect(partsHint(`${'a'.repeat(100)}\u{2003}b`)?.characters).toBe('1 special space')
    expect(partsHint(`${'a'.repeat(100)}\u{200b}b`)?.characters).toBe('1 invisible character')
  })

  test('names at most three kinds, most frequent first', () => {
    expect(partsHint(`“”–—…${'a'.repeat(100)}`)?.characters).toBe('2 curly quotes, 2 long dashes and 1 ellipsis')
  })
})

const RULES = { maxUnits: 1_600, maxParts: null, partsNote: null }

describe('the limit of a provider', () => {
  test('is said with the number of characters to take away', () => {
    expect(lengthProblem('a'.repeat(1_702), RULES, 'Connectel', 'en-GB')).toBe(
      'Connectel takes at most 1,600 characters. Shorten this text by 102.',
    )
    expect(lengthProblem('a'.repeat(1_600), RULES, 'Connectel')).toBeNull()
  })

  test('counts the text as it is sent', () => {
    expect(lengthProblem('e\u0301'.repeat(1_600), RULES, 'Connectel')).toBeNull()
  })
})

describe('the text behind the field', () => {
  test('is the same text, cut where it is underlined', () => {
    const text = 'open 9–18, “in” 🎉🎉\n…'
    const runs = textRuns(text, countSegments(text))
    expect(runs.map((run) => run.text).join('')).toBe(text)
    expect(runs.filter((run) => run.offending).map((run) => run.text)).toEqual(['–', '“', '”', '🎉🎉', '…'])
    for (const run of runs) expect(text.startsWith(run.text, run.start)).toBe(true)
  })
})

test('the counter says what is left and how many parts it takes', () => {
  expect(counterWords(countSegments('Hello'), 'en-GB')).toBe('155 left · 1 part')
  expect(counterWords(countSegments('a'.repeat(161)), 'en-GB')).toBe('145 left · 2 parts')
})

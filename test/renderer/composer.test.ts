import { describe, expect, test } from 'vitest'
import { counterWords, lengthProblem, partsHint, partsNote, textRuns } from '../../src/renderer/inbox/composer/hints.ts'
import { offenderWords } from '../../src/renderer/inbox/composer/offenders.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { countSegments } from '../../src/shared/segments/index.ts'

const english = await loadCatalog('en')
const words = createWords(english, 'composer', 'en-GB')
const characters = createWords(english, 'characters', 'en-GB')
const asItIs = (sentence: string): string => sentence

/** What a text's hint names; null where there is none. */
function named(text: string): string | null {
  const hint = partsHint(text)
  return hint === null ? null : offenderWords(characters, 'en-GB', hint.offenders)
}

describe('the hint on what makes a text dearer', () => {
  const typographic = 'Hi Jasper, the desk is open until 17:30–ask for “Erik”. Bring the old key please.'

  test('names the characters, the parts, and has the text without them', () => {
    expect(named(typographic)).toBe('2 curly quotes and 1 long dash')
    expect(partsHint(typographic)).toMatchObject({
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
    const text = `${'See you on Friday at the workshop, and bring both keys please. '.repeat(2)}🎉`
    expect(named(text)).toBe('1 emoji')
    expect(partsHint(text)).toMatchObject({ partsWithout: 1, replaced: null })
  })

  test('names what cannot be seen in words', () => {
    expect(named(`${'a'.repeat(100)}\u{2003}b`)).toBe('1 special space')
    expect(named(`${'a'.repeat(100)}\u{200b}b`)).toBe('1 invisible character')
  })

  test('names at most three kinds, most frequent first', () => {
    expect(named(`“”–—…${'a'.repeat(100)}`)).toBe('2 curly quotes, 2 long dashes and 1 ellipsis')
  })
})

const RULES = { maxUnits: 1_600, maxParts: null, partsNote: null }

describe('the limit of a provider', () => {
  test('is said with the number of characters to take away', () => {
    expect(lengthProblem(words, asItIs, 'a'.repeat(1_702), RULES, 'Connectel')).toBe(
      'Connectel takes at most 1,600 characters. Shorten this text by 102.',
    )
    expect(lengthProblem(words, asItIs, 'a'.repeat(1_600), RULES, 'Connectel')).toBeNull()
  })

  test('counts the text as it is sent', () => {
    expect(lengthProblem(words, asItIs, 'e\u0301'.repeat(1_600), RULES, 'Connectel')).toBeNull()
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
  expect(counterWords(words, countSegments('Hello'))).toBe('155 left · 1 part')
  expect(counterWords(words, countSegments('a'.repeat(161)))).toBe('145 left · 2 parts')
})

test('a sentence of the provider is said in the language of the window', () => {
  const rules = { maxUnits: null, maxParts: 1, partsNote: 'It may be charged as more.' }
  const say = (sentence: string): string => `said: ${sentence}`
  expect(lengthProblem(words, say, 'a'.repeat(161), rules, 'Connectel')).toMatch(/^said: This text takes 161/)
  expect(partsNote(words, say, countSegments('a'.repeat(161)), rules, 'Connectel')).toBe('said: It may be charged as more.')
  expect(partsNote(words, say, countSegments('a'), rules, 'Connectel')).toBeNull()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { addedWords, namesOf, saidHow as saidOnScreen, splitNumbers } from '../../src/renderer/opt-outs/words.ts'
import { dayOf, saidHow } from '../../src/shared/opt-outs/words.ts'

const english = createWords(await loadCatalog('en'), 'optOuts', 'en-GB')
const swedish = createWords(await loadCatalog('sv'), 'optOuts', 'sv')

describe('how one knows of an opt-out', () => {
  it.each([
    ['reply', 'STOP', 'by reply: “STOP”'],
    ['clerk', '  Asked\n by phone ', 'noted here: “Asked by phone”'],
    ['import', 'Row 2 of stop.csv', 'from a list: “Row 2 of stop.csv”'],
    ['provider', '', 'told by the provider'],
  ] as const)('%s', (source, evidence, words) => {
    expect(saidHow({ source, evidence })).toBe(words)
    expect(saidOnScreen(english, { source, evidence })).toBe(words)
  })

  it('fits into a sentence however much was written, and never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 200 }), (evidence) => {
        const words = saidHow({ source: 'reply', evidence })
        expect(words.length).toBeLessThanOrEqual(132)
        expect(words.isWellFormed()).toBe(true)
      }),
    )
  })

  it('says the year of a day only where it is another', () => {
    const at = new Date(2026, 2, 3, 12).getTime()
    expect(dayOf(at, new Date(2026, 10, 1).getTime(), 'en-GB')).toBe('3 March')
    expect(dayOf(at, new Date(2027, 10, 1).getTime(), 'en-GB')).toBe('3 March 2026')
  })
})

describe('what came of opting numbers out', () => {
  it.each([
    [{ added: 1, already: 0, takenBack: 0 }, '1 number gets no texts any more.'],
    [{ added: 2, already: 3, takenBack: 0 }, '2 numbers get no texts any more.'],
    [{ added: 0, already: 1, takenBack: 0 }, 'This number was opted out already.'],
    [{ added: 0, already: 2, takenBack: 0 }, 'These numbers were opted out already.'],
    [{ added: 1, already: 0, takenBack: 1 }, '1 number gets no texts any more. 1 text that waited to go there is cancelled.'],
    [{ added: 2, already: 0, takenBack: 2 }, '2 numbers get no texts any more. 2 texts that waited to go there are cancelled.'],
  ])('%j', (done, words) => {
    expect(addedWords(english, done)).toBe(words)
  })
})

describe('who of several is opted out', () => {
  const people = ['Ann', 'Bo', null, 'Dag', 'Eva'].map((name, index) => ({ name, e164: `+4670174060${index + 5}` }))

  it('is named, and counted where there are many', () => {
    expect(namesOf(english, 'en-GB', people.slice(0, 1))).toBe('Ann')
    expect(namesOf(english, 'en-GB', people)).toBe('Ann, Bo, +46 70 174 06 07 and 2 more')
    expect(namesOf(swedish, 'sv', people)).toBe('Ann, Bo, +46 70 174 06 07 och 2 till')
  })
})

describe('numbers that were pasted', () => {
  it.each([
    ['', []],
    [' \n;, ', []],
    ['070-174 06 05', ['070-174 06 05']],
    ['070-174 06 05\r\n+46 70 174 06 06;0171/1234567, 12', ['070-174 06 05', '+46 70 174 06 06', '0171/1234567', '12']],
  ])('%j', (pasted, numbers) => {
    expect(splitNumbers(pasted)).toEqual(numbers)
  })
})

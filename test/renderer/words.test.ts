import { describe, expect, test } from 'vitest'
import { hashFor, parseHash } from '../../src/renderer/app/routes.ts'
import { displayName, formatNumber, initials } from '../../src/renderer/components/names.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

describe('names', () => {
  test('a number is written as people write it', () => {
    expect(formatNumber('+46701740621')).toBe('+46 70 174 06 21')
    expect(formatNumber('MyBank')).toBe('MyBank')
    expect(formatNumber('71456')).toBe('71456')
  })

  test('somebody without a name is called by their number', () => {
    expect(displayName(null, '+46701740621')).toBe('+46 70 174 06 21')
    expect(displayName('  ', '+46701740621')).toBe('+46 70 174 06 21')
    expect(displayName('Maja Öberg', '+46701740621')).toBe('Maja Öberg')
  })

  test('initials are the first and the last word’s, or the country of a number', () => {
    expect(initials('Maja Öberg', '+46701740605')).toBe('MÖ')
    expect(initials('Jasper de Vries', '')).toBe('JV')
    expect(initials('Cher', '')).toBe('C')
    expect(initials('(staff) 🎉 Olu Eze', '')).toBe('OE')
    expect(initials(null, '+46701740605')).toBe('+46')
    expect(initials(null, 'MyBank')).toBe('MY')
  })

  test('initials never cut a character in half', () => {
    expect(initials('e\u0301lodie Arnaud', '')).toBe('E\u0301A')
  })
})

describe('places', () => {
  test('survive the way through the address', () => {
    expect(parseHash(hashFor('inbox', 'new', '+46 70/1'))).toEqual({ screen: 'inbox', parts: ['new', '+46 70/1'] })
    expect(parseHash('#/settings/accounts')).toEqual({ screen: 'settings', parts: ['accounts'] })
  })

  test('that do not exist are the inbox', () => {
    for (const hash of ['', '#', '#/nowhere/1', '#/%E0%A4%A']) expect(parseHash(hash)).toEqual({ screen: 'inbox', parts: [] })
  })
})

test.each([
  ['en', 1, 'No internet. 1 text waits and goes by itself.'],
  ['en', 5, 'No internet. 5 texts wait and go by themselves.'],
  ['en', 0, 'No internet. Texts you send now wait here and go by themselves.'],
  ['sv', 1, 'Inget internet. 1 sms väntar och går ut av sig självt.'],
  ['nl', 5, 'Geen internet. 5 sms’en wachten en gaan vanzelf uit.'],
] as const)('being offline says what happens to the texts that wait: %s, %i', async (language, waiting, sentence) => {
  expect(createWords(await loadCatalog(language), 'desk', language)('offline', { waiting })).toBe(sentence)
})

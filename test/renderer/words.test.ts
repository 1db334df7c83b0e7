import { describe, expect, test } from 'vitest'
import { hashFor, parseHash } from '../../src/renderer/app/routes.ts'
import { offlineSentence } from '../../src/renderer/app/sentences.ts'
import { displayName, formatNumber, initials } from '../../src/renderer/components/names.ts'

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

test('being offline says what happens to the texts that wait', () => {
  expect(offlineSentence(5)).toBe('No internet. 5 texts wait and go by themselves.')
  expect(offlineSentence(1)).toBe('No internet. 1 text waits and goes by itself.')
  expect(offlineSentence(0)).toContain('go by themselves')
})

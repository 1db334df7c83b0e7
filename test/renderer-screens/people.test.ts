import { describe, expect, it } from 'vitest'
import type { Contact } from '../../src/shared/contract/contacts.ts'
import { exportFileName, exportParts } from '../../src/renderer/contacts/export-file.ts'
import { draftOf, draftProblem, inputOf, personName, withDefault } from '../../src/renderer/contacts/person.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'contacts', 'en-GB')

const maja: Contact = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Maja Öberg',
  company: 'Bistro Solsidan',
  notes: 'Before nine.\n',
  numbers: [
    { e164: '+46701740605', label: 'mobile', extension: '' },
    { e164: '+46701740606', label: 'work', extension: '' },
  ],
  fields: { Bil: 'Volvo V60' },
  createdAt: 0,
  updatedAt: 0,
}

describe('a person', () => {
  it('always has something to be called by', () => {
    expect(personName(words, maja)).toBe('Maja Öberg')
    expect(personName(words, { ...maja, name: ' ' })).toBe('+46 70 174 06 05')
    expect(personName(words, { name: '', company: 'Bistro', numbers: [] })).toBe('Bistro')
    expect(personName(words, { name: '', company: '', numbers: [] })).toBe('No name')
  })

  it('is saved as it was when nothing is edited', () => {
    const input = inputOf(draftOf(words, maja))
    expect({ ...input, numbers: input.numbers.map(({ number }) => number.replaceAll(' ', '')) }).toEqual({
      name: 'Maja Öberg',
      company: 'Bistro Solsidan',
      notes: 'Before nine.\n',
      numbers: ['+46701740605', '+46701740606'],
      fields: { Bil: 'Volvo V60' },
    })
  })

  it('drops numbers left empty, and asks for a name or a number', () => {
    const empty = draftOf(words, null)
    expect(inputOf(empty).numbers).toEqual([])
    expect(draftProblem(words, empty)).not.toBeNull()
    expect(draftProblem(words, { ...empty, name: 'Maja' })).toBeNull()
  })

  it('keeps every number when another one is texted first', () => {
    const { numbers } = draftOf(words, maja)
    expect(withDefault(numbers, '+46701740606').map(({ key }) => key)).toEqual(['+46701740606', '+46701740605'])
  })
})

describe('exporting everybody', () => {
  it('puts the chunks together in order and counts the people', async () => {
    const asked: (string | undefined)[] = []
    const counts: number[] = []
    const chunks: Record<string, { text: string; count: number; next: string | null }> = {
      start: { text: 'Name\r\nA\r\n', count: 1, next: 'second' },
      second: { text: 'B\r\nC\r\n', count: 2, next: null },
    }
    const parts = await exportParts(
      async ({ after }) => {
        asked.push(after)
        return chunks[after ?? 'start'] ?? { text: '', count: 0, next: null }
      },
      (count) => counts.push(count),
    )
    expect(parts.join('')).toBe('Name\r\nA\r\nB\r\nC\r\n')
    expect(asked).toEqual([undefined, 'second'])
    expect(counts).toEqual([1, 3])
  })

  it('names the file after the day', () => {
    expect(exportFileName('contacts', 'csv', new Date(2026, 0, 5))).toBe('contacts 2026-01-05.csv')
    expect(exportFileName('contacts', 'vcard', new Date(2026, 10, 25))).toBe('contacts 2026-11-25.vcf')
  })
})

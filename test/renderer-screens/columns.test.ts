import { describe, expect, it } from 'vitest'
import { columnMapping, fileEncoding, importOptions, type ColumnMapping } from '../../src/shared/contract/imports.ts'
import {
  columnChoices,
  currentChoice,
  ENCODINGS,
  mappingProblem,
  QUOTES,
  withColumn,
  withReading,
} from '../../src/renderer/import/columns.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'importing', 'en-GB')

const mobile: ColumnMapping = { meaning: 'number', label: 'mobile' }
const name: ColumnMapping = { meaning: 'name', label: '' }

describe('what a column means', () => {
  it('offers only mappings the host takes, each once', () => {
    for (const current of [
      mobile,
      name,
      { meaning: 'number', label: 'växel' },
      { meaning: 'field', label: 'Bil' },
    ] satisfies ColumnMapping[]) {
      const choices = columnChoices(words, 'Bil', current)
      for (const choice of choices) columnMapping.parse(choice.mapping)
      expect(new Set(choices.map((choice) => choice.value)).size).toBe(choices.length)
      expect(choices.map((choice) => choice.value)).toContain(currentChoice(choices, current))
    }
  })

  it('keeps a kind of number the file brought along', () => {
    const choices = columnChoices(words, 'Växel', { meaning: 'number', label: 'växel' })
    expect(choices.find((choice) => choice.value === 'number:växel')?.label).toBe('Number · växel')
  })

  it('names a field after its header', () => {
    expect(columnChoices(words, 'Bil', name).find((choice) => choice.value === 'field')).toEqual({
      value: 'field',
      label: 'Field “Bil”',
      mapping: { meaning: 'field', label: 'Bil' },
    })
  })

  it('says of a label that it goes with its number', () => {
    const skip: ColumnMapping = { meaning: 'skip', label: '' }
    const wordFor = (header: string) => columnChoices(words, header, skip).find((choice) => choice.value === 'skip')?.label
    expect(wordFor('Phone 1 - Label')).toBe('Number label')
    expect(wordFor('E-mail 1 - Label')).toBe('Leave out')
    expect(wordFor('Bil')).toBe('Leave out')
  })

  it('shortens a header of any length to what the host takes', () => {
    const choices = columnChoices(words, 'x'.repeat(500), name)
    expect(choices.every((choice) => columnMapping.safeParse(choice.mapping).success)).toBe(true)
  })

  it('changes one column and no other', () => {
    expect(withColumn([name, mobile, name], 1, { meaning: 'skip', label: '' })).toEqual([name, { meaning: 'skip', label: '' }, name])
  })

  it('says so when no column holds a number', () => {
    expect(mappingProblem(words, [name])).toContain('No column')
    expect(mappingProblem(words, [name, mobile])).toBeNull()
  })
})

describe('how the file is read', () => {
  const options = importOptions.required().parse({
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    hasHeader: true,
    sheet: '',
    columns: [name, mobile],
    country: 'SE',
    onDuplicate: 'update',
  })

  it('guesses the columns again when another reading makes other columns', () => {
    expect(withReading(options, { delimiter: ',' })).not.toHaveProperty('columns')
    expect(withReading(options, { quote: '' })).not.toHaveProperty('columns')
    expect(withReading(options, { encoding: 'windows-1252' })).not.toHaveProperty('columns')
    expect(withReading(options, { hasHeader: false })).not.toHaveProperty('columns')
    const { columns: _, hasHeader: __, ...rest } = options
    expect(withReading(options, { sheet: 'Gamla' })).toEqual({ ...rest, sheet: 'Gamla' })
  })

  it('can be chosen from everything the host reads', () => {
    expect(ENCODINGS.map(({ value }) => value).sort()).toEqual([...fileEncoding.options].sort())
    expect(QUOTES.map(({ value }) => value)).toEqual(['"', "'", ''])
  })

  it('keeps the columns when only the country changes', () => {
    expect(withReading(options, { country: 'NL' })).toEqual({ ...options, country: 'NL' })
  })
})

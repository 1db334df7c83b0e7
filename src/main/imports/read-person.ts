import { cleanLine, cleanNotes, LONGEST_LABEL, LONGEST_NAME, LONGEST_NOTES, MOST_NUMBERS } from '../../shared/contacts/person-text.ts'
import type { ColumnMeaning } from '../../shared/contract/imports.ts'
import { partOfPair } from '../../shared/import/header-words.ts'
import { type CellNumber, readPhones } from '../../shared/phone/index.ts'
import type { Person, PersonNumber } from '../contacts/person.ts'
import type { Layout } from './layout.ts'
import { type FileRow, unescaped } from './file-row.ts'

/** A row as a person. */
export interface ReadPerson {
  kind: 'person'
  row: number
  person: Person
  /** A number that stands before the first of `person` could not be read: that one is not what the row goes by. */
  firstUnread: boolean
  /** A number of the row could not be read: the person comes without it. */
  someUnread: boolean
}

/** A row as a person, or why it cannot be one. */
export type RowReading =
  | ReadPerson
  /** `reason` is a sentence; `value` is what was refused, as it stands in the file, bounded. */
  | { kind: 'rejected'; row: number; reason: string; value: string; name: string }

/** Told of every number of a row, readable or not. */
export type NumberListener = (column: number, number: CellNumber) => void

/** What a name is made of, in the order people say it. */
const NAME_PARTS: readonly ColumnMeaning[] = ['namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix']

/** Longest value kept with a rejected row, in UTF-16 units. */
const LONGEST_VALUE = 200

/** Turns rows of one layout into people. Columns are sorted out once, not per row. */
export function createPersonReader(layout: Layout): (row: FileRow, onNumber?: NumberListener) => RowReading {
  const indexes = (meaning: ColumnMeaning) => layout.columns.flatMap((column, index) => (column.meaning === meaning ? [index] : []))
  const names = indexes('name')
  // In the order people say them.
  const nameParts = NAME_PARTS.flatMap(indexes)
  const companies = indexes('company')
  const notes = indexes('notes')
  const fields = indexes('field').map((index) => ({ index, name: (layout.columns[index]?.label || layout.names[index]) ?? '' }))
  const numberColumns = indexes('number')
    .map((index) => ({ index, label: layout.columns[index]?.label ?? '', labelColumn: labelColumnOf(layout, index) }))
    // The first number is the one texts go to.
    .sort((a, b) => Number(b.label === 'mobile') - Number(a.label === 'mobile'))
  const used = layout.columns.flatMap((column, index) => (column.meaning === 'skip' ? [] : [index]))

  /** Without what a spreadsheet puts before text; in cards and workbooks an apostrophe is one. */
  function textsOf(cells: readonly string[]): readonly string[] {
    return layout.format.kind === 'text' && cells.some((cell) => cell.startsWith("'")) ? cells.map(unescaped) : cells
  }

  function readNumbers(cells: readonly string[], texts: readonly string[], onNumber: NumberListener | undefined) {
    const numbers = new Map<string, Omit<PersonNumber, 'e164'>>()
    let refused: { reason: string; raw: string } | null = null
    let firstUnread = false
    for (const { index, label, labelColumn } of numberColumns) {
      const cell = cells[index]
      if (cell === undefined || cell === '') continue
      for (const number of readPhones(cell, layout.country)) {
        onNumber?.(index, number)
        if (!number.reading.valid) refused ??= { reason: number.reading.reason, raw: number.raw }
        else if (!numbers.has(number.reading.e164)) {
          if (numbers.size === 0) firstUnread = refused !== null
          numbers.set(number.reading.e164, {
            label: label !== '' || labelColumn === null ? label : labelOf(texts[labelColumn] ?? ''),
            extension: number.extension,
          })
        }
      }
    }
    return { numbers, refused, firstUnread }
  }

  return ({ row, cells, broken }, onNumber) => {
    const texts = textsOf(cells)
    const name = nameOf(texts, names, nameParts)
    const rejected = (reason: string, value: string): RowReading => ({
      kind: 'rejected',
      row,
      reason,
      value: bounded(value),
      name: bounded(name),
    })
    if (broken)
      return rejected(
        layout.format.kind === 'vcard'
          ? 'This card has no end, so what it says may not be whole.'
          : 'The quotation marks in this row do not match, so it and the rows it runs into cannot be told apart.',
        cells.join(layout.format.kind === 'text' ? layout.format.delimiter : ' '),
      )
    const tooLong = used.find((index) => (cells[index]?.length ?? 0) > LONGEST_NOTES)
    if (tooLong !== undefined)
      return rejected(`The text under “${layout.names[tooLong] ?? ''}” is longer than ${LONGEST_NOTES} characters.`, cells[tooLong] ?? '')

    const { numbers, refused, firstUnread } = readNumbers(cells, texts, onNumber)
    if (numbers.size === 0) {
      if (numberColumns.length === 0) return rejected('No column is chosen as the number.', '')
      return refused === null ? rejected('There is no number in this row.', '') : rejected(refused.reason, refused.raw)
    }
    if (numbers.size > MOST_NUMBERS)
      return rejected(`A person can have ${MOST_NUMBERS} numbers, and this row has ${numbers.size}. Spread them over several rows.`, name)
    const company = firstOf(texts, companies)
    const kept = notesOf(texts, notes)
    if (kept.length > LONGEST_NOTES) return rejected(`The notes of this row are together longer than ${LONGEST_NOTES} characters.`, kept)
    if (name.length > LONGEST_NAME) return rejected(`The name is longer than ${LONGEST_NAME} characters.`, name)
    if (company.length > LONGEST_NAME) return rejected(`The company is longer than ${LONGEST_NAME} characters.`, company)
    return {
      kind: 'person',
      row,
      firstUnread,
      someUnread: refused !== null,
      person: {
        name,
        company,
        notes: kept,
        fields: fieldsOf(texts, fields),
        numbers: Array.from(numbers, ([e164, { label, extension }]) => ({ e164, label, extension })),
      },
    }
  }
}

/** The column that names the number in `index`, where the mapping itself gives no label. */
function labelColumnOf(layout: Layout, index: number): number | null {
  const value = partOfPair(layout.headers?.[index] ?? '')
  if (value?.part !== 'value' || layout.headers === null) return null
  const label = layout.headers.findIndex((header) => {
    const half = partOfPair(header)
    return half?.part === 'label' && half.stem === value.stem
  })
  return label === -1 ? null : label
}

/** Google marks the default number's label with an asterisk. */
function labelOf(cell: string): string {
  return cleanLine(cell.replace(/^\*\s*/, ''))
    .slice(0, LONGEST_LABEL)
    .toWellFormed()
}

function firstOf(cells: readonly string[], columns: readonly number[]): string {
  for (const index of columns) {
    const line = cleanLine(cells[index] ?? '')
    if (line !== '') return line
  }
  return ''
}

function nameOf(cells: readonly string[], names: readonly number[], parts: readonly number[]): string {
  const whole = firstOf(cells, names)
  if (whole !== '' || parts.length === 0) return whole
  return parts
    .map((index) => cleanLine(cells[index] ?? ''))
    .filter((part) => part !== '')
    .join(' ')
}

function notesOf(cells: readonly string[], columns: readonly number[]): string {
  if (columns.length === 0) return ''
  const parts = columns.map((index) => cleanNotes(cells[index] ?? '')).filter((part) => part !== '')
  return parts.join('\n')
}

function fieldsOf(cells: readonly string[], fields: readonly { index: number; name: string }[]): Record<string, string> {
  const kept: [string, string][] = []
  for (const { index, name } of fields) {
    const cell = cells[index]
    if (cell === undefined || cell === '') continue
    const value = cleanNotes(cell)
    if (value !== '') kept.push([name, value])
  }
  return Object.fromEntries(kept)
}

function bounded(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`.toWellFormed()
}

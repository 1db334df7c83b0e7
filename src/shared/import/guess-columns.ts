import type { ColumnMapping } from '../contract/imports.ts'
import { LONGEST_LABEL } from '../contacts/person-text.ts'
import { readPhones } from '../phone/index.ts'
import { foldText } from '../text/fold.ts'
import { headerWords, meaningOfHeader, numberKind } from './header-words.ts'

/** Most columns of a file that are looked at; the contract carries no more. */
export const MOST_COLUMNS = 200

/** The beginning of a file, to guess from. Rows may be of unequal length. */
export interface Sample {
  rows: readonly (readonly string[])[]
  /** ISO 3166-1 alpha-2, for numbers written without a country. */
  country: string
}

/** Enough to be a phone number and nothing but: cheap to ask of many cells. */
const NUMBER_LIKE = /^['"=]*[+(]?[0-9\uff10-\uff19][0-9\uff10-\uff19\s().,\-\u2010-\u2015/]{5,}$/u

/**
 * Whether the first row names the columns: it does when a cell of it is a known header; it does not when one of its
 * cells is a phone number. Otherwise it is taken for a header where a later row has a number in its place.
 */
export function guessHeader({ rows, country }: Sample): boolean {
  const [first = [], ...rest] = rows
  if (first.some((cell) => isNumber(cell, country))) return false
  if (first.some((cell) => cell.trim() !== '' && meaningOfHeader(cell).meaning !== 'field')) return true
  if (rest.length === 0) return false
  return rest.some((row) => row.some((cell) => isNumber(cell, country))) || first.every((cell) => !/\d/.test(cell))
}

/** What each column holds, by its header and, where there is none or no header tells of a number, by its cells. */
export function guessColumns(headers: readonly string[] | null, width: number, sample: Sample): ColumnMapping[] {
  const columns = headers === null ? withoutHeader(width, sample) : byHeaders(headers.slice(0, MOST_COLUMNS), sample)
  return uniqueFields(columns)
}

/** Names of the columns for people: the headers, or "Column 1" and so on where there are none. */
export function columnNames(headers: readonly string[] | null, width: number): string[] {
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => {
    const header = headers?.[index]?.trim() ?? ''
    return header === '' ? `Column ${index + 1}` : header.slice(0, 200).toWellFormed()
  })
}

function byHeaders(headers: readonly string[], sample: Sample): ColumnMapping[] {
  const columns = headers.map((header, index) => {
    const guess = meaningOfHeader(header)
    // A column without a header still has cells.
    return header.trim() === '' ? { meaning: 'field' as const, label: `Column ${index + 1}` } : guess
  })
  const body = { ...sample, rows: sample.rows.slice(1) }
  markKindsByContent(columns, headers, body)
  if (!columns.some((column) => column.meaning === 'number')) markNumbersByContent(columns, body)
  splitOrWholeName(columns, body)
  titleOfAddress(columns, headers)
  return withoutOwnNotes(onceEach(columns, columnNames(headers, headers.length)), headers)
}

function withoutHeader(width: number, sample: Sample): ColumnMapping[] {
  const columns = columnNames(null, width).map((label): ColumnMapping => ({ meaning: 'field', label }))
  markNumbersByContent(columns, sample)
  const name = columns.findIndex((column, index) => column.meaning === 'field' && isMostlyWords(index, sample))
  if (name !== -1) columns[name] = { meaning: 'name', label: '' }
  return columns
}

/** A person has one name, company and notes: the first such column; further ones are kept as fields. */
function onceEach(columns: readonly ColumnMapping[], names: readonly string[]): ColumnMapping[] {
  return columns.map((column, index) => {
    const single = column.meaning === 'name' || column.meaning === 'company' || column.meaning === 'notes'
    const isFirst = columns.findIndex((other) => other.meaning === column.meaning) === index
    return single && !isFirst ? { meaning: 'field', label: (names[index] ?? '').slice(0, LONGEST_LABEL) } : column
  })
}

/** The column with most readable numbers is the number, and so is any other where half of the cells are. */
function markNumbersByContent(columns: ColumnMapping[], sample: Sample): void {
  const counts = columns.map((column, index) =>
    column.meaning === 'field' || column.meaning === 'name'
      ? sample.rows.filter((row) => isNumber(row[index] ?? '', sample.country)).length
      : 0,
  )
  const most = Math.max(0, ...counts)
  if (most === 0) return
  const best = counts.indexOf(most)
  for (const [index, numbers] of counts.entries()) {
    const filled = sample.rows.filter((row) => (row[index] ?? '').trim() !== '').length
    if (index === best || (numbers >= most / 2 && numbers >= filled / 2 && numbers > 0)) columns[index] = { meaning: 'number', label: '' }
  }
}

/** "Home" or "Arbete" alone may be an address or a number: the cells tell. */
function markKindsByContent(columns: ColumnMapping[], headers: readonly string[], { rows, country }: Sample): void {
  for (const [index, column] of columns.entries()) {
    const kind =
      column.meaning === 'field' && headerWords(headers[index] ?? '').split(' ').length === 1 ? numberKind(headers[index] ?? '') : ''
    if (kind === '') continue
    const filled = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '')
    const numbers = filled.filter((cell) => isNumber(cell, country)).length
    if (numbers > 0 && numbers >= filled.length / 2) columns[index] = { meaning: 'number', label: kind }
  }
}

/**
 * "Name" beside "First name": the family name in many German, Dutch and French lists, the whole name in others.
 * The cells tell: a whole name holds the given name.
 */
function splitOrWholeName(columns: ColumnMapping[], sample: Sample): void {
  const given = columns.findIndex((column) => column.meaning === 'givenName')
  const name = columns.findIndex((column) => column.meaning === 'name')
  if (given === -1 || name === -1 || columns.some((column) => column.meaning === 'familyName')) return
  const both = sample.rows.filter((row) => (row[given] ?? '').trim() !== '' && (row[name] ?? '').trim() !== '')
  const whole = both.filter((row) => foldText(row[name] ?? '').includes(foldText(row[given] ?? '')))
  if (both.length > 0 && whole.length < both.length / 2) columns[name] = { meaning: 'familyName', label: '' }
}

/** "Title" beside a suffix, as Outlook has it, is what one is addressed with; elsewhere it is what one does. */
function titleOfAddress(columns: ColumnMapping[], headers: readonly string[]): void {
  if (!columns.some((column) => column.meaning === 'nameSuffix')) return
  const title = headers.findIndex((header) => /^(?:title|titel|titre|tittel|otsikko)$/.test(headerWords(header)))
  if (columns[title]?.meaning === 'field') columns[title] = { meaning: 'namePrefix', label: '' }
}

/** The file of rows an import left out begins with where each stood and why it was left out: nothing of the person. */
function withoutOwnNotes(columns: ColumnMapping[], headers: readonly string[]): ColumnMapping[] {
  if (headerWords(headers[0] ?? '') !== 'row' || headerWords(headers[1] ?? '') !== 'reason') return columns
  return columns.map((column, index) => (index < 2 ? { meaning: 'skip', label: '' } : column))
}

function isMostlyWords(column: number, { rows }: Sample): boolean {
  const filled = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
  const words = filled.filter((cell) => /^[\p{L}\p{M}\s.'’-]+$/u.test(cell))
  return words.length > 0 && words.length >= filled.length / 2
}

function isNumber(cell: string, country: string): boolean {
  return NUMBER_LIKE.test(cell.trim()) && readPhones(cell, country).some((number) => number.reading.valid)
}

/** Two fields of one name would overwrite each other. */
function uniqueFields(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    if (column.meaning !== 'field') return column
    const times = (seen.get(column.label) ?? 0) + 1
    seen.set(column.label, times)
    return times === 1 ? column : { meaning: 'field', label: `${column.label.slice(0, 54)} (${times})` }
  })
}

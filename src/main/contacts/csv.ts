import Papa from 'papaparse'
import { meaningOfHeader } from '../../shared/import/header-words.ts'
import type { ExportShape } from './operations.ts'
import type { Person } from './person.ts'

/**
 * Cells a spreadsheet would run (OWASP, CSV injection): papaparse puts an apostrophe before them, which
 * spreadsheets hide and the import takes away again. A sign followed by digits alone is a number, not a formula:
 * phone numbers stay `+46…`. A cell that begins with an apostrophe before such a sign gets another one, so that
 * nothing is lost on the way back.
 */
const FORMULA = /^(?:'+[=@+\-\t\r\n]|[=@\t\r\n]|[+-](?!\d+$))/

/** Before a field's name where the import would otherwise take the column for something else. */
export const FIELD_PREFIX = 'Field: '

const OPTIONS: Papa.UnparseConfig = { escapeFormulae: FORMULA, newline: '\r\n', header: false }

/** First row of an export, behind the byte order mark that has Excel read UTF-8. */
export function csvHeader(shape: ExportShape): string {
  const numbers = Array.from({ length: shape.numbers }, (_, index) => [`Number ${index + 1} - Label`, `Number ${index + 1} - Value`])
  return `\ufeff${csvRows([['Name', 'Company', 'Notes', ...numbers.flat(), ...shape.fields.map(fieldHeader)]])}`
}

function fieldHeader(name: string): string {
  const meaning = meaningOfHeader(name)
  return meaning.meaning === 'field' && meaning.label === name ? name : FIELD_PREFIX + name
}

/** One row per person. */
export function csvPeople(people: readonly Person[], shape: ExportShape): string {
  return csvRows(
    people.map((person) => [
      person.name,
      person.company,
      person.notes,
      ...Array.from({ length: shape.numbers }, (_, index) => {
        const number = person.numbers[index]
        return number === undefined ? ['', ''] : [number.label, number.e164]
      }).flat(),
      ...shape.fields.map((name) => (Object.hasOwn(person.fields, name) ? (person.fields[name] ?? '') : '')),
    ]),
  )
}

/** Rows of text as CSV (RFC 4180), safe to open in a spreadsheet, each with its line end. */
export function csvRows(rows: string[][], delimiter = ','): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { ...OPTIONS, delimiter })}\r\n`
}

import type { FileEncoding } from '../../shared/contract/imports.ts'
import type { Delimiter } from '../../shared/import/guess-delimiter.ts'
import type { Quote } from '../../shared/import/guess-quote.ts'
import { Refused } from '../app/refused.ts'

/** How the text of a file is parted into rows. */
export interface TextFormat {
  kind: 'text'
  encoding: FileEncoding
  delimiter: Delimiter
  quote: Quote
  newline: '\n' | '\r'
}

/** The columns a file of cards has, known once all of it was looked through. */
export interface CardColumns {
  headers: string[]
  /** Most numbers one card has; each is two columns, `Phone 1 - Label` and `Phone 1 - Value`. */
  numbers: number
  /** Columns between the name and the numbers, and those after them. */
  before: string[]
  after: string[]
}

/** Contact cards: each card is a row, its properties are the columns. */
export interface CardFormat {
  kind: 'vcard'
  encoding: FileEncoding
  columns: CardColumns
}

/** Which sheet of a workbook is read. */
export interface SheetPlace {
  name: string
  /** Its part of the package. */
  part: string
}

/** One sheet of a workbook. */
export interface SheetFormat {
  kind: 'xlsx'
  sheet: SheetPlace
}

/** How the bytes of a file become rows. */
export type RowFormat = TextFormat | CardFormat | SheetFormat

/** One row of a file. */
export interface FileRow {
  /** As a spreadsheet shows it: the first row is 1, empty rows count. Of contact cards, the card; their header is 0. */
  row: number
  cells: string[]
  /** Its quotation marks do not match, or its card has no end, and the cells are not to be trusted. */
  broken: boolean
}

/** Rows handed over at a time. */
export const ROWS_PER_BATCH = 1_000
/** Longest row, in UTF-16 units: beyond it a quotation mark was forgotten, or this is no list. */
export const LONGEST_ROW = 4_194_304

/**
 * Spreadsheets, and exports of this desk, put an apostrophe before text that would otherwise be a formula. It is no
 * part of the text.
 */
export function unescaped(cell: string): string {
  return cell.startsWith("'") && /^'+[=@+\-\t\r\n]/.test(cell) ? cell.slice(1) : cell
}

/** Whether a row has nothing in it. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Refuses a row beyond {@link LONGEST_ROW}. */
export function tooLong(row: number): Refused {
  return new Refused(
    'file_row_too_long',
    `Row ${row} is longer than any list of customers has. Check that this is a list with one person in each row.`,
  )
}

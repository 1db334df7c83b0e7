import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import type { Delimiter } from '../../shared/import/guess-delimiter.ts'
import type { FileEncoding } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'

/** How the text of a file is parted into rows. */
export interface TextFormat {
  encoding: FileEncoding
  delimiter: Delimiter
  newline: '\n' | '\r'
}

/** One row of a file. */
export interface FileRow {
  /** As a spreadsheet shows it: the first row is 1, empty rows count. */
  row: number
  cells: string[]
  /** Its quotation marks do not match, and the cells are not to be trusted. */
  broken: boolean
}

/** Rows handed over at a time. */
export const ROWS_PER_BATCH = 1_000
/** Bytes read at a time. */
const CHUNK_BYTES = 262_144
/** Longest row, in UTF-16 units: beyond it a quotation mark was forgotten, or this is no list. */
const LONGEST_ROW = 4_194_304
/** First line by which Excel is told the delimiter. */
const SEP_LINE = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i

/** The delimiter a `sep=` line names, and how many characters that line takes; null without one. */
export function sepLine(text: string): { delimiter: string; length: number } | null {
  const match = SEP_LINE.exec(text)
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length }
}

/** Line feeds end rows, with or without a carriage return before; carriage returns alone where there is no feed. */
export function newlineOf(text: string): '\n' | '\r' {
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n'
}

interface Parsed {
  data: string[][]
  errors: { code: string; row: number }[]
  meta: { cursor: number }
}

/** Rows of a text. With `ignoreLast`, a row that may go on is left; `rest` is where it begins. */
export function parseRows(text: string, { delimiter, newline }: Pick<TextFormat, 'delimiter' | 'newline'>, ignoreLast: boolean) {
  const parsed = new Papa.Parser({ delimiter, newline, quoteChar: '"' }).parse(text, 0, ignoreLast) as Parsed
  if (newline === '\n') {
    for (const cells of parsed.data) {
      const last = cells.at(-1)
      if (last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1)
    }
  }
  return { rows: parsed.data, errors: parsed.errors, rest: parsed.meta.cursor }
}

/** Text of the beginning of a file, for guessing: whole rows only, unless the file ends there. */
export function headText(head: Buffer, encoding: FileEncoding, isWhole: boolean): string {
  const text = iconv.decode(head, encoding).replaceAll('\0', '')
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return isWhole || end === -1 ? text : text.slice(0, end + 1)
}

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

/**
 * The rows of a file that have something in them, in batches, without ever holding the whole file. Zero bytes are
 * dropped. A `sep=` line is no row.
 *
 * @throws Refused `file_unterminated_quote`, `file_row_too_long`, each naming the row
 */
export async function* readRows(path: string, format: TextFormat): AsyncGenerator<FileRow[], void, void> {
  const decoder = iconv.getDecoder(format.encoding)
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    let text = ''
    let row = 0
    let isStart = true
    let batch: FileRow[] = []
    for (let isEnd = false; !isEnd;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null)
      isEnd = bytesRead === 0
      const piece = isEnd ? (decoder.end() ?? '') : decoder.write(buffer.subarray(0, bytesRead))
      text += piece.includes('\0') ? piece.replaceAll('\0', '') : piece
      if (isStart) {
        text = text.slice(sepLine(text)?.length ?? 0)
        isStart = text === ''
      }
      const parsed = parseRows(text, format, !isEnd)
      const suspect = new Set<number>()
      for (const error of parsed.errors) {
        if (error.row >= parsed.rows.length) continue
        if (error.code === 'MissingQuotes') throw unterminated(row + error.row + 1)
        suspect.add(error.row)
      }
      for (const [index, cells] of parsed.rows.entries()) {
        row += 1
        if (isBlank(cells)) continue
        // A quotation mark within a text is read as it stands; one that swallowed a line end has eaten other rows.
        const broken = suspect.has(index) && cells.some((cell) => /[\r\n]/.test(cell))
        batch.push({ row, cells, broken })
        if (batch.length === ROWS_PER_BATCH) {
          yield batch
          batch = []
        }
      }
      text = isEnd ? '' : text.slice(parsed.rest)
      if (text.length > LONGEST_ROW) throw text.includes('"') ? unterminated(row + 1) : tooLong(row + 1)
    }
    if (batch.length > 0) yield batch
  } finally {
    await file.close()
  }
}

function unterminated(row: number): Refused {
  return new Refused(
    'file_unterminated_quote',
    `A quotation mark in row ${row} is never closed, so the rows after it cannot be told apart. Add or remove the mark in row ${row}, save the file and choose it again.`,
  )
}

function tooLong(row: number): Refused {
  return new Refused(
    'file_row_too_long',
    `Row ${row} is longer than any list of customers has. Check that this is a CSV file with one person in each row.`,
  )
}

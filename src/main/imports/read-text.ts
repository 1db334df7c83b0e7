import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import type { FileEncoding } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import { type FileRow, isBlank, LONGEST_ROW, ROWS_PER_BATCH, type TextFormat, tooLong } from './file-row.ts'

/** Bytes read at a time. */
const CHUNK_BYTES = 262_144
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

/** What parts a text into cells and rows. */
export type Marks = Pick<TextFormat, 'delimiter' | 'newline' | 'quote'>

/** Rows of a text. With `ignoreLast`, a row that may go on is left; `rest` is where it begins. */
export function parseRows(text: string, { delimiter, newline, quote }: Marks, ignoreLast: boolean) {
  // Without a quote every mark is text: the parser's fast mode splits and nothing else.
  const quoting = quote === '' ? { fastMode: true } : { quoteChar: quote }
  const parsed = new Papa.Parser({ delimiter, newline, ...quoting }).parse(text, 0, ignoreLast) as Parsed
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
 * The rows of a text. Zero bytes are dropped. A `sep=` line is no row.
 * @throws Refused `file_unterminated_quote`, `file_row_too_long`
 */
export async function* readTextRows(path: string, format: TextFormat): AsyncGenerator<FileRow[], void, void> {
  let text = ''
  let row = 0
  let isStart = true
  let batch: FileRow[] = []
  for await (const { piece, isEnd } of decoded(path, format.encoding)) {
    text += piece
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
    if (text.length > LONGEST_ROW) throw format.quote !== '' && text.includes(format.quote) ? unterminated(row + 1) : tooLong(row + 1)
  }
  if (batch.length > 0) yield batch
}

/** The text of a file piece by piece, without zero bytes. The last piece says so. */
export async function* decoded(path: string, encoding: FileEncoding): AsyncGenerator<{ piece: string; isEnd: boolean }, void, void> {
  const decoder = iconv.getDecoder(encoding)
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    for (let isEnd = false; !isEnd;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null)
      isEnd = bytesRead === 0
      const piece = isEnd ? (decoder.end() ?? '') : decoder.write(buffer.subarray(0, bytesRead))
      yield { piece: piece.includes('\0') ? piece.replaceAll('\0', '') : piece, isEnd }
    }
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

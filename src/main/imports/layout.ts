import type { ColumnMapping, DuplicatePolicy, ImportOptions } from '../../shared/contract/imports.ts'
import { columnNames, guessColumns, guessHeader, MOST_COLUMNS, type Sample } from '../../shared/import/guess-columns.ts'
import { DELIMITERS, type Delimiter, guessDelimiter } from '../../shared/import/guess-delimiter.ts'
import { Refused } from '../app/refused.ts'
import type { Inspection } from './inspect-file.ts'
import { headText, isBlank, newlineOf, parseRows, sepLine, type TextFormat, unescaped } from './read-rows.ts'

/** How a file is read: guesses completed with the person's choices. */
export interface Layout {
  format: TextFormat
  hasHeader: boolean
  /** The header row as it stands in the file; null without one. */
  headers: string[] | null
  /** Names of the columns for people. */
  names: string[]
  columns: ColumnMapping[]
  country: string
  onDuplicate: DuplicatePolicy
}

/** Rows the guesses are made from. */
const SAMPLE_ROWS = 200

/**
 * @param country for numbers without one, unless the options say otherwise
 * @param remembered what was chosen before for a file with these headers; null for an unknown one
 * @throws Refused `file_empty`
 */
export function layOut(
  inspection: Inspection,
  options: ImportOptions,
  country: string,
  remembered: (headers: readonly string[]) => Pick<Layout, 'columns' | 'country' | 'onDuplicate'> | null,
): Layout {
  const encoding = options.encoding ?? inspection.encoding
  const whole = headText(inspection.head, encoding, inspection.head.length === inspection.size)
  const sep = sepLine(whole)
  const text = whole.slice(sep?.length ?? 0)
  const newline = newlineOf(text)
  const delimiter = options.delimiter ?? known(sep?.delimiter) ?? guessDelimiter((candidate) => sampleRows(text, candidate, newline))
  const rows = sampleRows(text, delimiter, newline)
  const first = rows[0]
  if (first === undefined || !/[^\s,;|"]/.test(text))
    throw new Refused('file_empty', 'There is nothing in this file. Choose the file with your customers.')

  const hasHeader = options.hasHeader ?? guessHeader({ rows, country: options.country ?? country })
  const headers = hasHeader ? first.map((header) => unescaped(header.replace(/^\ufeff/, ''))) : null
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)))
  const before = headers === null ? null : remembered(headers)
  const sample: Sample = { rows, country: options.country ?? before?.country ?? country }
  const guessed = options.columns ?? before?.columns ?? guessColumns(headers === null ? null : padded(headers, width), width, sample)
  return {
    format: { encoding, delimiter, newline },
    hasHeader,
    headers,
    names: columnNames(headers, width),
    columns: Array.from({ length: Math.max(width, 1) }, (_, index) => guessed[index] ?? { meaning: 'skip', label: '' }),
    country: sample.country,
    onDuplicate: options.onDuplicate ?? before?.onDuplicate ?? 'skip',
  }
}

function sampleRows(text: string, delimiter: Delimiter, newline: '\n' | '\r'): string[][] {
  return parseRows(text, { delimiter, newline }, false)
    .rows.filter((cells) => !isBlank(cells))
    .slice(0, SAMPLE_ROWS)
}

function padded(headers: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => headers[index] ?? '')
}

function known(delimiter: string | undefined): Delimiter | undefined {
  return DELIMITERS.find((candidate) => candidate === delimiter)
}

import type { ColumnMapping, DuplicatePolicy, ImportOptions } from '../../shared/contract/imports.ts'
import { columnNames, guessColumns, guessHeader, MOST_COLUMNS, type Sample } from '../../shared/import/guess-columns.ts'
import { DELIMITERS, type Delimiter, guessDelimiter } from '../../shared/import/guess-delimiter.ts'
import { guessQuote } from '../../shared/import/guess-quote.ts'
import { Refused } from '../app/refused.ts'
import type { FileSource, Inspection } from './inspect-file.ts'
import { isBlank, type RowFormat, type TextFormat, unescaped } from './file-row.ts'
import { headText, type Marks, newlineOf, parseRows, sepLine } from './read-text.ts'

/** How a file is read: guesses completed with the person's choices. */
export interface Layout {
  format: RowFormat
  /** What the file is, in words. */
  source: string
  /** Names of a workbook's sheets with something in them. */
  sheets: string[]
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
export const SAMPLE_ROWS = 200

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
  const { format, source, rows } = sampled(inspection, options)
  const sheets = inspection.source.kind === 'xlsx' ? inspection.source.sheets : []
  const first = rows[0]
  if (first === undefined) throw new Refused('file_empty', 'There is nothing in this file. Choose the file with your customers.')

  // Cards name their properties themselves.
  const hasHeader = format.kind === 'vcard' || (options.hasHeader ?? guessHeader({ rows, country: options.country ?? country }))
  const headers = hasHeader ? first.map((header) => unescaped(header.replace(/^\ufeff/, ''))) : null
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)))
  const before = headers === null ? null : remembered(headers)
  const sample: Sample = { rows, country: options.country ?? before?.country ?? country }
  const guessed = options.columns ?? before?.columns ?? guessColumns(headers === null ? null : padded(headers, width), width, sample)
  return {
    format,
    source,
    sheets,
    hasHeader,
    headers,
    names: columnNames(headers, width),
    columns: Array.from({ length: Math.max(width, 1) }, (_, index) => guessed[index] ?? { meaning: 'skip', label: '' }),
    country: sample.country,
    onDuplicate: options.onDuplicate ?? before?.onDuplicate ?? 'skip',
  }
}

/** Everything a person can choose about a file, as this layout has it. What its format does not know is as usual. */
export function chosenOptions({ format, hasHeader, columns, country, onDuplicate }: Layout): Required<ImportOptions> {
  const text = format.kind === 'text' ? format : null
  return {
    encoding: format.kind === 'xlsx' ? 'utf-8' : format.encoding,
    delimiter: text?.delimiter ?? ',',
    quote: text?.quote ?? '"',
    hasHeader,
    sheet: format.kind === 'xlsx' ? format.sheet.name : '',
    columns,
    country,
    onDuplicate,
  }
}

function sampled({ source, size }: Inspection, options: ImportOptions): { format: RowFormat; source: string; rows: string[][] } {
  switch (source.kind) {
    case 'text':
      return sampledText(source, size, options)
    case 'vcard':
      return {
        format: { kind: 'vcard', encoding: options.encoding ?? source.encoding, columns: source.columns },
        source: `Contact cards (vCard ${inWords(source.versions)})`,
        rows: [source.columns.headers],
      }
    case 'xlsx':
      return {
        format: { kind: 'xlsx', sheet: source.sheet },
        source: `Excel workbook, sheet “${source.sheet.name}”`,
        rows: source.sample,
      }
  }
}

function sampledText({ encoding: guessed, head }: FileSource & { kind: 'text' }, size: number, options: ImportOptions) {
  const encoding = options.encoding ?? guessed
  const whole = headText(head, encoding, head.length === size)
  const sep = sepLine(whole)
  const text = whole.slice(sep?.length ?? 0)
  const newline = newlineOf(text)
  const quote = options.quote ?? guessQuote(text)
  const delimiter =
    options.delimiter ?? known(sep?.delimiter) ?? guessDelimiter((candidate) => sampleRows(text, { delimiter: candidate, newline, quote }))
  const format: TextFormat = { kind: 'text', encoding, delimiter, quote, newline }
  return { format, source: 'Table of text (CSV)', rows: /[^\s,;|"']/.test(text) ? sampleRows(text, format) : [] }
}

function sampleRows(text: string, marks: Marks): string[][] {
  return parseRows(text, marks, false)
    .rows.filter((cells) => !isBlank(cells))
    .slice(0, SAMPLE_ROWS)
}

function padded(headers: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => headers[index] ?? '')
}

function known(delimiter: string | undefined): Delimiter | undefined {
  return DELIMITERS.find((candidate) => candidate === delimiter)
}

/** "2.1", "2.1 and 3.0", "2.1, 3.0 and 4.0". */
function inWords(versions: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(versions)
}

import type { ColumnMapping } from '../../shared/contract/imports.ts'
import { REJECT_HEADERS, isRejectHeader } from '../../shared/import/reject-headers.ts'
import { BYTE_ORDER_MARK, csvRows } from '../contacts/csv-rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { KeptOptions } from './scan.ts'

/** Refused rows of a piece. */
const ROWS_PER_PIECE = 2_000

/** A piece of a file: its text, the rows in it, and after which row the next one begins; null for none. */
export interface RejectsPiece {
  text: string
  count: number
  next: number | null
}

/**
 * Refused rows of an import as a CSV file, a piece at a time: the cells as they stood in the file, under its headers and
 * with its delimiter, behind the row they were in and why they were left out. Null for an import that is not known.
 * @param input `afterRow` 0 for the first piece, which begins with the headers
 */
export function exportRejects(db: Db, input: { importId: string; afterRow: number }): RejectsPiece | null {
  const record = statement<[string], { options: string }>(db, 'SELECT options FROM imports WHERE id = ?').get(input.importId)
  if (record === undefined) return null
  const options = JSON.parse(record.options) as KeptOptions
  const headers = options.headers ?? options.columns.map(headerFor)
  // What was a file of refused rows itself gets these two columns anew.
  const own = headers.flatMap((header, index) => (isRejectHeader(header) ? [] : [index]))
  const rows = statement<[object], { row: number; reason: string; cells: string }>(
    db,
    `SELECT row, reason, cells FROM import_rejects WHERE import_id = @importId AND row > @afterRow ORDER BY row LIMIT ${ROWS_PER_PIECE}`,
  ).all(input)
  const lines = rows.map(({ row, reason, cells }) => {
    const stood = JSON.parse(cells) as string[]
    const beyond = stood.slice(headers.length)
    return [String(row), reason, ...own.map((index) => stood[index] ?? ''), ...beyond]
  })
  const head = [REJECT_HEADERS.row, REJECT_HEADERS.reason, ...own.map((index) => headers[index] ?? '')]
  const text = csvRows(input.afterRow === 0 ? [head, ...lines] : lines, options.delimiter)
  return {
    text: input.afterRow === 0 ? BYTE_ORDER_MARK + text : text,
    count: rows.length,
    next: rows.length === ROWS_PER_PIECE ? (rows.at(-1)?.row ?? null) : null,
  }
}

/** A header by which the next import reads a column of a file that had none as this one was. */
function headerFor({ meaning, label }: ColumnMapping, index: number): string {
  switch (meaning) {
    case 'name':
      return 'Name'
    case 'namePrefix':
      return 'Name prefix'
    case 'givenName':
      return 'First name'
    case 'middleName':
      return 'Middle name'
    case 'familyName':
      return 'Last name'
    case 'nameSuffix':
      return 'Name suffix'
    case 'company':
      return 'Company'
    case 'notes':
      return 'Notes'
    case 'number':
      return label === '' ? 'Phone' : `${label} phone`
    case 'field':
    case 'skip':
      return label === '' ? `Column ${index + 1}` : label
  }
}

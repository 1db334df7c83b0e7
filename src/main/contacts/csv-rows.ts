import Papa from 'papaparse'

/**
 * Cells a spreadsheet would run (OWASP, CSV injection): papaparse puts an apostrophe before them, which
 * spreadsheets hide and the import takes away again. A sign followed by digits alone is a number, not a formula:
 * phone numbers stay `+46…`. A cell that begins with an apostrophe before such a sign gets another one, so that
 * nothing is lost on the way back.
 */
const FORMULA = /^(?:'+[=@+\-\t\r\n]|[=@\t\r\n]|[+-](?!\d+$))/

const OPTIONS: Papa.UnparseConfig = { escapeFormulae: FORMULA, newline: '\r\n', header: false }

/** What has Excel read a file as UTF-8: its first character. */
export const BYTE_ORDER_MARK = '\ufeff'

/** Rows of a CSV file (RFC 4180) that a spreadsheet opens without running anything, each with its line end; empty for none. */
export function csvRows(rows: string[][], delimiter = ','): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { ...OPTIONS, delimiter })}\r\n`
}

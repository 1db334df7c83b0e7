import type { ImportReject } from '../../shared/contract/imports.ts'

/** Beginnings that spreadsheets run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/u
/** A number in E.164 or national digits begins with `+` and is no formula. */
const PHONE = /^\+[\d\s().-]*$/u

/** One cell of a CSV file (RFC 4180), with an apostrophe before what a spreadsheet would run as a formula. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !PHONE.test(value) ? `'${value}` : value
  return /[",\r\n;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The rows left out, as a CSV file that spreadsheets open safely: row, why, and the value as the file has it. */
export function rejectsCsv(rejects: readonly ImportReject[]): string {
  const lines = rejects.map((reject) => [String(reject.row), reject.reason, reject.value].map(csvCell).join(','))
  return ['Row,Why it was left out,What the file says', ...lines].join('\r\n').concat('\r\n')
}

/** Name of the file the rows left out are saved under: that of the import, without its ending. */
export function rejectsFileName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/u, '')} - left out.csv`
}

/** Rows asked for in one call. */
const PAGE = 5_000

/** All rows an import left out, however many, asked for in pages. */
export async function allRejects(
  askFor: (input: { importId: string; afterRow: number; limit: number }) => Promise<{ rejects: ImportReject[] }>,
  importId: string,
): Promise<ImportReject[]> {
  const all: ImportReject[] = []
  for (;;) {
    const { rejects } = await askFor({ importId, afterRow: all.at(-1)?.row ?? 0, limit: PAGE })
    all.push(...rejects)
    if (rejects.length < PAGE) return all
  }
}

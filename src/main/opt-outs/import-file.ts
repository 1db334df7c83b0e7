import { cleanNotes } from '../../shared/contacts/person-text.ts'
import { readPhones } from '../../shared/phone/index.ts'
import { Refused } from '../app/refused.ts'
import { cancelled } from '../imports/cancelled.ts'
import type { Layout } from '../imports/layout.ts'
import { type FileRow, unescaped } from '../imports/file-row.ts'
import { openFile, rowsBelowHeader } from '../imports/scan.ts'
import { SeenNumbers } from '../imports/seen-numbers.ts'
import { collectTouched, type Touched } from '../outbox/bulk-operations.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { optOut } from './consent.ts'
import { HEADERS } from './csv.ts'
import { isOptedOut } from './refuse.ts'

/** A staged list of numbers. */
export interface ImportOptOuts {
  /** Absolute path of the staged file. */
  path: string
  fileName: string
  /** For numbers without a country. */
  country: string
  /** Counts what would happen, and writes nothing. */
  dryRun: boolean
  /** ms UTC */
  now: number
}

/** What became of the rows: rows = added + already + rejected. */
export interface ImportedOptOuts {
  rows: number
  added: number
  already: number
  rejected: number
  /** Waiting texts that were cancelled. */
  takenBack: number
  /** The first refused rows. */
  rejects: { row: number; reason: string; value: string }[]
  touched: Touched
}

/** Refused rows that are shown. */
const MOST_REJECTS = 200
/** Longest value shown of a refused row, and longest evidence, in UTF-16 units. */
const LONGEST_VALUE = 200
const LONGEST_EVIDENCE = 1_000

/** A row of the list, read. */
interface ReadRow {
  numbers: string[]
  /** Why a number of it, or all of it, cannot be read; null where everything can. */
  refused: { reason: string; value: string } | null
  evidence: string
  /** When it was said, ms UTC. */
  at: number
}

/**
 * Opts out every number of a file, a batch of rows in a transaction each: one that is cut off has done a part, and doing it
 * again does the rest.
 * @throws Refused `file_no_numbers`, and those of reading a file
 */
export async function importOptOuts(db: Db, input: ImportOptOuts, context: OperationContext): Promise<ImportedOptOuts> {
  const { layout, inspection } = await openFile(db, { path: input.path, options: {}, defaultCountry: input.country }, context)
  const read = createRowReader(layout, input)
  const touched = collectTouched(db)
  const done: ImportedOptOuts = { rows: 0, added: 0, already: 0, rejected: 0, takenBack: 0, rejects: [], touched: [] }
  const seen = new SeenNumbers()

  /** @returns whether it is new */
  function take(e164: string, row: ReadRow, line: number): boolean {
    if (input.dryRun) {
      const isNew = seen.rowOf(e164) === 0 && !isOptedOut(db, e164)
      seen.add(e164, line, '')
      return isNew
    }
    const ended = optOut(db, { e164, source: 'import', evidence: row.evidence, messageId: null, at: row.at }, input.now)
    if (ended === null) return false
    for (const id of ended) touched.add(id)
    done.takenBack += ended.length
    return true
  }

  function takeRow(line: FileRow): void {
    const row = read(line)
    const added = row.numbers.filter((e164) => take(e164, row, line.row)).length
    done.rows += 1
    if (row.refused !== null) {
      done.rejected += 1
      if (done.rejects.length < MOST_REJECTS) done.rejects.push({ row: line.row, ...row.refused })
    } else if (added > 0) done.added += 1
    else done.already += 1
  }

  const takeAll = (rows: readonly FileRow[]): void => {
    for (const row of rows) takeRow(row)
  }
  const commitAll = db.transaction(takeAll)
  for await (const rows of rowsBelowHeader(input.path, layout)) {
    if (input.dryRun) takeAll(rows)
    else commitAll.immediate(rows)
    context.progress(done.rows, Math.max(inspection.lines, done.rows))
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  return { ...done, touched: touched.all() }
}

/** @throws Refused `file_no_numbers` */
function createRowReader(layout: Layout, { fileName, now }: ImportOptOuts): (row: FileRow) => ReadRow {
  const numberColumns = layout.columns.flatMap(({ meaning }, index) => (meaning === 'number' ? [index] : []))
  if (numberColumns.length === 0) {
    throw new Refused('file_no_numbers', 'No column of this file looks like phone numbers. Choose a list with a number in each row.')
  }
  const columnOf = (header: string) => layout.headers?.findIndex((each) => each.trim() === header) ?? -1
  const evidenceColumn = columnOf(HEADERS.evidence)
  const timeColumn = columnOf(HEADERS.at)

  return ({ row, cells, broken }) => {
    const said = cleanNotes(unescaped(cells[evidenceColumn] ?? ''))
    const evidence = said === '' ? `Row ${row} of ${fileName}` : said.slice(0, LONGEST_EVIDENCE).toWellFormed()
    const at = readTime(cells[timeColumn] ?? '', now)
    if (broken) {
      const reason = 'The quotation marks in this row do not match, so it and the rows it runs into cannot be told apart.'
      return { numbers: [], refused: { reason, value: shown(cells.join(' ')) }, evidence, at }
    }
    const found = numberColumns.flatMap((index) => readPhones(unescaped(cells[index] ?? ''), layout.country))
    const numbers = [...new Set(found.flatMap(({ reading }) => (reading.valid ? [reading.e164] : [])))]
    return { numbers, refused: refusalOf(found, numbers.length), evidence, at }
  }
}

/** An unreadable number is a wish that would get lost: its row is refused, so that a person looks at it. */
function refusalOf(found: ReturnType<typeof readPhones>, readable: number): ReadRow['refused'] {
  if (found.length === 0) return { reason: 'There is no number in this row.', value: '' }
  for (const { raw, reading } of found) {
    if (reading.valid) continue
    const rest = readable === 0 ? '' : readable === 1 ? ' The other number of this row counts.' : ' The other numbers of this row count.'
    return { reason: `${reading.reason}${rest}`, value: shown(raw) }
  }
  return null
}

/** A time as this desk's own export writes it; anything else, and what has not come yet, is now. */
function readTime(cell: string, now: number): number {
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cell) ? Date.parse(cell) : Number.NaN
  return at >= 0 && at <= now ? at : now
}

function shown(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`.toWellFormed()
}

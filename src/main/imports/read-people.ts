import { foldText } from '../../shared/text/fold.ts'
import type { Layout } from './layout.ts'
import type { Candidate } from './decide.ts'
import { type PreparedPerson, preparePerson } from './prepare-person.ts'
import { createPersonReader, type RowReading } from './read-person.ts'
import type { FileRow } from './read-rows.ts'
import { rowsBelowHeader } from './scan.ts'

/** A row on its way into the database: as a person, or why it cannot be one, with its cells as they stand in the file. */
export type ImportRow =
  | ({ kind: 'person' } & PreparedPerson & Pick<Candidate, 'row' | 'firstUnread' | 'foldedName'>)
  | (Extract<RowReading, { kind: 'rejected' }> & { cells: string[] })

/** What is read, and how. Can be cloned to another thread. */
export interface ReadInput {
  /** Absolute path of the staged file. */
  path: string
  layout: Layout
}

/**
 * Reads a file's rows as people, in file order, in batches. Ending the iteration early ends the reading.
 * @throws Refused as `rowsBelowHeader`
 */
export type OpenReader = (input: ReadInput) => AsyncIterable<ImportRow[]>

/** Rows handed over at a time: each is a transaction of the import. */
export const ROWS_PER_CHUNK = 2_000
/** Longest cell kept of a refused row, in UTF-16 units: more than any text that would have been taken. */
const LONGEST_CELL = 20_001

/** Reads in the thread of its caller. */
export const readPeople: OpenReader = async function* ({ path, layout }) {
  const readPerson = createPersonReader(layout)
  let chunk: ImportRow[] = []
  for await (const rows of rowsBelowHeader(path, layout)) {
    for (const row of rows) {
      chunk.push(importRow(readPerson(row), row))
      if (chunk.length < ROWS_PER_CHUNK) continue
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

function importRow(reading: RowReading, { cells }: FileRow): ImportRow {
  if (reading.kind === 'rejected') return { ...reading, cells: cells.map(kept) }
  const { row, person, firstUnread } = reading
  return { kind: 'person', row, firstUnread, foldedName: foldText(person.name), ...preparePerson(person) }
}

function kept(cell: string): string {
  return cell.length <= LONGEST_CELL ? cell : cell.slice(0, LONGEST_CELL).toWellFormed()
}

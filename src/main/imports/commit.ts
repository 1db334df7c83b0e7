import { uuidv7 } from 'uuidv7'
import type { ImportCounts, ImportReject } from '../../shared/contract/imports.ts'
import type { StoredPerson } from '../contacts/person.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { createDecider } from './decide.ts'
import { cancelled } from './inspect-file.ts'
import { createPeopleInserter } from './insert-people.ts'
import { chosenOptions } from './layout.ts'
import { createPersonReader, type RowReading } from './read-person.ts'
import { countRow, type KeptOptions, type OpenedFile, openFile, type ScanInput, scanRows, zeroCounts } from './scan.ts'
import { openSpill, type Spill } from './spill.ts'

export interface CommitInput extends ScanInput {
  fileName: string
  /** ms since 1970 UTC: when the import began, and what it stamps people with. */
  now: number
}

export interface Committed {
  importId: string
  counts: ImportCounts
  /** The first refused rows. */
  rejects: ImportReject[]
}

/** Refused rows handed back; all of them are kept with the import. */
const RETURNED_REJECTS = 10_000

/**
 * Imports a staged file: all of it or nothing. Rows are read and checked in batches, others working in between, and
 * set aside on the disk; then one transaction decides each row again, against the people as they are by then, and
 * writes. Progress counts both passes, each as half a row.
 */
export async function commitFile(db: Db, input: CommitInput, context: OperationContext): Promise<Committed> {
  const opened = await openFile(db, input, context)
  const spill = await openSpill(`${input.path}.${uuidv7()}.rows`)
  try {
    const readPerson = createPersonReader(opened.layout)
    const expected = opened.inspection.lines
    let read = 0
    await scanRows(input.path, opened.layout, context, async (rows) => {
      await spill.write(rows.map((row) => readPerson(row)))
      read += rows.length
      context.progress(Math.floor(read / 2), Math.max(expected, read))
    })
    return db.transaction(() => apply(db, input, opened, spill, read, context)).immediate()
  } finally {
    await spill.remove()
  }
}

function apply(
  db: Db,
  input: CommitInput,
  { inspection, layout }: OpenedFile,
  spill: Spill,
  total: number,
  context: OperationContext,
): Committed {
  const importId = uuidv7()
  const kept: KeptOptions = { ...chosenOptions(layout), headers: layout.headers }
  db.prepare(`INSERT INTO imports (id, file_name, file_hash, options, status, stamp, started_at) VALUES (?, ?, ?, ?, 'running', ?, ?)`).run(
    importId,
    input.fileName,
    inspection.hash,
    JSON.stringify(kept),
    input.now,
    input.now,
  )

  const { people, decide } = createDecider(db, layout.onDuplicate)
  // The decider remembers whom this import created, so they need not be in the database before the next row.
  const created = createPeopleInserter(db, importId, input.now)
  const insertUpdate = db.prepare<[string, number, string, number]>(
    'INSERT INTO import_changes (import_id, contact, before, left_at) VALUES (?, ?, ?, ?)',
  )
  const insertReject = db.prepare<[string, number, string, string]>(
    'INSERT INTO import_rejects (import_id, row, reason, value) VALUES (?, ?, ?, ?)',
  )
  const counts = zeroCounts()
  const rejects: ImportReject[] = []

  function write(reading: RowReading): void {
    if (reading.kind === 'rejected') {
      const { row, reason, value } = reading
      insertReject.run(importId, row, reason, value)
      if (rejects.length < RETURNED_REJECTS) rejects.push({ row, reason, value })
      countRow(counts, 'rejected')
      return
    }
    const decision = decide(reading)
    if (decision.outcome === 'created') {
      created.add(uuidv7(), decision.person)
    } else if (decision.outcome === 'updated') {
      const { before } = decision
      const at = Math.max(input.now, before.updatedAt + 1)
      people.replace(before, decision.person, at)
      insertUpdate.run(importId, before.ordinal, JSON.stringify(before satisfies StoredPerson), at)
    }
    countRow(counts, decision.outcome)
  }

  for (const batch of spill.batches()) {
    for (const reading of batch) write(reading)
    if (context.cancelled) throw cancelled()
    context.progress(Math.floor((total + counts.rows) / 2), total)
  }
  created.flush()
  db.prepare(
    `UPDATE imports SET status = 'done', finished_at = @now, rows = @rows, created = @created, updated = @updated,
       unchanged = @unchanged, duplicates = @duplicates, rejected = @rejected
     WHERE id = @importId`,
  ).run({ ...counts, importId, now: input.now })
  return { importId, counts, rejects }
}

import type { ImportCounts, ImportReject } from '../../shared/contract/imports.ts'
import { listRanges, pagesOf } from '../contacts/people-index-ranges.ts'
import type { Person, StoredPerson } from '../contacts/person.ts'
import { refreshSmartGroups } from '../groups/smart.ts'
import { newId } from '../store/new-id.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { withoutSync } from '../store/without-sync.ts'
import { createDecider, type Decider } from './decide.ts'
import { cancelled } from './cancelled.ts'
import { chosenOptions } from './layout.ts'
import { insertUnlisted, rangesOf } from './insert-people.ts'
import { personOf, type PreparedPerson, preparePerson } from './prepare-person.ts'
import type { ImportRow, OpenReader } from './read-people.ts'
import { rememberLayout } from './remembered-layouts.ts'
import { countRow, type KeptOptions, openFile, type OpenedFile, type ScanInput, zeroCounts } from './scan.ts'
import { refuseWhileUnfinished } from './unfinished.ts'

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
/** Share of an import's time after which all rows are written and only the lists are left (measured). */
const WRITING_SHARE = 0.75

/**
 * Imports a staged file in chunks, each a transaction, others working in between: reads, decides each row against the
 * people as they are then, writes; lists the new people when all are written; and is done with the last transaction.
 * Until then the import is `running`. One that is cancelled, fails or is cut off stays so, and `takeBackUnfinished` takes
 * back what it wrote. Progress is in rows; listing people counts as the last quarter of them.
 * @throws Refused `import_running` while another import is unfinished, `import_cancelled`, and those of reading
 */
export async function commitFile(db: Db, input: CommitInput, context: OperationContext, openReader: OpenReader): Promise<Committed> {
  const startedAt = performance.now()
  const opened = await openFile(db, input, context)
  const importId = newId()
  begin(db, importId, input, opened)

  const decider = createDecider(db, opened.layout.onDuplicate)
  const counts = zeroCounts()
  const rejects: ImportReject[] = []
  const writeChunk = db.transaction((rows: readonly ImportRow[]) => {
    decider.lookAgain()
    write(db, { importId, now: input.now, decider, counts, rejects }, rows)
  })
  for await (const rows of openReader({ path: input.path, layout: opened.layout })) {
    if (context.cancelled) throw cancelled()
    withoutSync(db, () => writeChunk.immediate(rows))
    context.progress(Math.floor(counts.rows * WRITING_SHARE), Math.max(opened.inspection.lines, counts.rows))
    await context.yield()
  }
  if (context.cancelled) throw cancelled()

  await list(db, importId, input.now, counts, context)
  const finish = db.transaction(() => {
    rememberLayout(db, opened.layout, input.now)
    db.prepare(
      `UPDATE imports SET status = 'done', finished_at = @finishedAt, rows = @rows, created = @created, updated = @updated,
         unchanged = @unchanged, duplicates = @duplicates, rejected = @rejected
       WHERE id = @importId`,
    ).run({ ...counts, importId, finishedAt: input.now + Math.round(performance.now() - startedAt) })
  })
  finish.immediate()
  context.progress(counts.rows, counts.rows)
  return { importId, counts, rejects }
}

function begin(db: Db, importId: string, input: CommitInput, { inspection, layout }: OpenedFile): void {
  const kept: KeptOptions = { ...chosenOptions(layout), headers: layout.headers }
  db.transaction(() => {
    refuseWhileUnfinished(db)
    db.prepare(
      `INSERT INTO imports (id, file_name, file_hash, options, status, stamp, started_at) VALUES (?, ?, ?, ?, 'running', ?, ?)`,
    ).run(importId, input.fileName, inspection.hash, JSON.stringify(kept), input.now, input.now)
  }).immediate()
}

interface Writing {
  importId: string
  now: number
  decider: Decider
  /** Grows with the rows. */
  counts: ImportCounts
  rejects: ImportReject[]
}

function write(db: Db, { importId, now, decider, counts, rejects }: Writing, rows: readonly ImportRow[]): void {
  const insertReject = statement<[string, number, string, string, string]>(
    db,
    'INSERT INTO import_rejects (import_id, row, reason, value, cells) VALUES (?, ?, ?, ?, ?)',
  )
  // Who was changed by hand between two rows about them keeps what was before the first; they are left alone later.
  const insertChange = statement<[string, number, string, number]>(
    db,
    'INSERT INTO import_changes (import_id, contact, before, left_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  // The decider remembers the numbers of earlier rows, so who is created need not be in the database before the next.
  const created: PreparedPerson[] = []
  for (const reading of rows) {
    if (reading.kind === 'rejected') {
      const { row, reason, value, cells } = reading
      insertReject.run(importId, row, reason, value, JSON.stringify(cells))
      if (rejects.length < RETURNED_REJECTS) rejects.push({ row, reason, value })
      countRow(counts, 'rejected')
      continue
    }
    const person = (): Person => personOf(reading)
    const decision = decider.decide({ ...reading, person })
    countRow(counts, decision.outcome)
    if (decision.outcome === 'created') {
      const { numbers } = decision
      created.push(numbers.length === reading.numbers.length ? reading : preparePerson({ ...person(), numbers }))
    }
    if (decision.outcome !== 'updated') continue
    const { before } = decision
    const at = Math.max(now, before.updatedAt + 1)
    decider.people.replace(before, decision.person, at)
    insertChange.run(importId, before.ordinal, JSON.stringify(before satisfies StoredPerson), at)
  }
  insertUnlisted(db, importId, created, now)
}

async function list(db: Db, importId: string, stamp: number, counts: ImportCounts, context: OperationContext): Promise<void> {
  const ranges = rangesOf(db, importId)
  const people = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  let entries = 0
  await listRanges(db, ranges, stamp, {
    turns: context,
    onCancel: cancelled,
    onDone(more) {
      entries += more
      // An entry for each place in the list, and about one for each number.
      const share = Math.min(1, entries / (2 * people))
      context.progress(Math.floor(counts.rows * (WRITING_SHARE + (1 - WRITING_SHARE) * share)), counts.rows)
    },
  })
  const refresh = db.transaction((page: { first: number; last: number }) => refreshSmartGroups(db, page))
  for (const page of pagesOf(ranges)) {
    withoutSync(db, () => refresh.immediate(page))
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
}

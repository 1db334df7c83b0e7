import type { LeftAlone } from '../../shared/contract/imports.ts'
import { type ChunkWatch, forgetRemoved, pagesOf, removeUnlisted, unlistRanges } from '../contacts/people-index-ranges.ts'
import { openPeopleTable, type StoredPerson } from '../contacts/person.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { withoutSync } from '../store/without-sync.ts'
import { rangesOf } from './insert-people.ts'
import { refuseWhileUnfinished, unfinishedImports } from './unfinished.ts'

/** What taking an import back did. */
export interface TakenBack {
  removed: number
  restored: number
  /** How many were left alone, since somebody changed them after the import. */
  leftAlone: number
  /** The first of these. */
  left: LeftAlone[]
}

export type Undone = ({ kind: 'undone' } & TakenBack) | { kind: 'not_found' } | { kind: 'already_undone' }

/** Rows of one transaction. */
const ROWS_PER_CHUNK = 1_000
/** People named who were left alone. */
const MOST_NAMED = 100

/** Thrown between two chunks when there is no time for the rest; the next start goes on. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

/**
 * Takes a finished import back, in chunks, others working in between: people it created go, people it changed get their
 * old values, with the instant of their last change, so that the import before it can be taken back as well. People
 * somebody changed since are left alone; people removed since stay removed. Conversations stay. What is cut off is gone on
 * with by {@link takeBackUnfinished}.
 * @throws Refused `import_running` while another import is unfinished
 */
export async function undoImport(db: Db, input: { importId: string; now: number }, context: OperationContext): Promise<Undone> {
  const begin = db.transaction((): 'begun' | Exclude<Undone, TakenBack>['kind'] => {
    const found = db.prepare<[string], { status: string }>('SELECT status FROM imports WHERE id = ?').get(input.importId)
    if (found === undefined || found.status === 'cancelled') return 'not_found'
    if (found.status === 'undone') return 'already_undone'
    refuseWhileUnfinished(db)
    db.prepare(`UPDATE imports SET status = 'undoing', removed = 0, restored = 0, left_alone = 0 WHERE id = ?`).run(input.importId)
    return 'begun'
  })
  const begun = begin.immediate()
  if (begun !== 'begun') return { kind: begun }
  return { kind: 'undone', ...(await takeBack(db, input.importId, input.now, context)) }
}

/**
 * Takes back what imports wrote that were cancelled, failed or cut off, and finishes what was being taken back. Does
 * nothing when there is no such import.
 * @returns how many there were
 */
export async function takeBackUnfinished(db: Db, input: { now: number }, context: OperationContext): Promise<number> {
  const unfinished = unfinishedImports(db)
  for (const id of unfinished) await takeBack(db, id, input.now, context)
  return unfinished.length
}

async function takeBack(db: Db, importId: string, now: number, context: OperationContext): Promise<TakenBack> {
  const left: LeftAlone[] = []
  const record = statement<[string], { stamp: number; status: string }>(db, 'SELECT stamp, status FROM imports WHERE id = ?').get(importId)
  if (record === undefined) return { removed: 0, restored: 0, leftAlone: 0, left }
  await restoreChanged(db, importId, left, context)
  await removeCreated(db, importId, record.stamp, context)
  if (record.status === 'running') await removeRejects(db, importId, context)

  const finish = db.transaction((): TakenBack => {
    for (const { first, last } of rangesOf(db, importId)) {
      const stayed = db
        .prepare<[object], { people: number }>('SELECT count(*) AS people FROM contacts WHERE ordinal BETWEEN @first AND @last')
        .get({ first, last })
      db.prepare('UPDATE imports SET left_alone = ifnull(left_alone, 0) + ? WHERE id = ?').run(stayed?.people ?? 0, importId)
      name(db, left, 'c.ordinal BETWEEN @first AND @last', { first, last })
    }
    db.prepare(
      record.status === 'running'
        ? `UPDATE imports SET status = 'cancelled', finished_at = @now WHERE id = @importId`
        : `UPDATE imports SET status = 'undone', undone_at = @now WHERE id = @importId`,
    ).run({ importId, now })
    const done = db
      .prepare<[string], { removed: number; restored: number; leftAlone: number }>(
        'SELECT ifnull(removed, 0) AS removed, ifnull(restored, 0) AS restored, ifnull(left_alone, 0) AS leftAlone FROM imports WHERE id = ?',
      )
      .get(importId)
    return { removed: 0, restored: 0, leftAlone: 0, ...done, left }
  })
  return finish.immediate()
}

/** Gives people their old values back; a row of `import_changes` goes in the transaction that has dealt with it. */
async function restoreChanged(db: Db, importId: string, left: LeftAlone[], context: OperationContext): Promise<void> {
  const people = openPeopleTable(db)
  const page = statement<[string], { contact: number; before: string; left_at: number }>(
    db,
    `SELECT contact, before, left_at FROM import_changes WHERE import_id = ? ORDER BY contact LIMIT ${ROWS_PER_CHUNK}`,
  )
  const restore = db.transaction((): number => {
    const rows = page.all(importId)
    let restored = 0
    let leftAlone = 0
    for (const { contact, before, left_at } of rows) {
      const person = people.read(contact)
      if (person === null) continue
      if (person.updatedAt === left_at) {
        const old = JSON.parse(before) as StoredPerson
        people.replace(person, old, old.updatedAt)
        restored += 1
      } else {
        leftAlone += 1
        name(db, left, 'c.ordinal = @contact', { contact })
      }
    }
    const through = rows.at(-1)?.contact
    if (through !== undefined) statement(db, 'DELETE FROM import_changes WHERE import_id = ? AND contact <= ?').run(importId, through)
    statement(db, 'UPDATE imports SET restored = ifnull(restored, 0) + ?, left_alone = ifnull(left_alone, 0) + ? WHERE id = ?').run(
      restored,
      leftAlone,
      importId,
    )
    return rows.length
  })
  while (withoutSync(db, () => restore.immediate()) > 0) await pause(context)
}

/** Adds people to those who are named, as long as there is room. */
function name(db: Db, left: LeftAlone[], which: string, values: object): void {
  if (left.length >= MOST_NAMED) return
  left.push(
    ...statement<[object], LeftAlone>(
      db,
      `SELECT c.id, CASE WHEN c.name = '' THEN c.company ELSE c.name END AS name,
         (SELECT n.e164 FROM contact_numbers n WHERE n.contact = c.ordinal AND n.position = 0) AS number
       FROM contacts c WHERE ${which} ORDER BY c.ordinal LIMIT @room`,
    ).all({ ...values, room: MOST_NAMED - left.length }),
  )
}

async function removeCreated(db: Db, importId: string, stamp: number, context: OperationContext): Promise<void> {
  const ranges = rangesOf(db, importId)
  const total = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  // Entries of both lists, the people themselves, and search, a quarter each.
  let done = 0
  const progress = (more: number): void => {
    done = Math.min(done + more, 4 * total)
    context.progress(Math.floor(done / 4), total)
  }
  const watch: ChunkWatch = { turns: context, onCancel: () => new Interrupted(), onDone: progress }
  await unlistRanges(db, ranges, stamp, watch)
  const remove = db.transaction((page: { first: number; last: number }) => {
    const removed = removeUnlisted(db, page, stamp)
    statement(db, 'UPDATE imports SET removed = ifnull(removed, 0) + ? WHERE id = ?').run(removed, importId)
  })
  for (const page of pagesOf(ranges, ROWS_PER_CHUNK)) {
    withoutSync(db, () => remove.immediate(page))
    progress(page.last - page.first + 1)
    await pause(context)
  }
  await forgetRemoved(db, ranges, watch)
}

async function removeRejects(db: Db, importId: string, context: OperationContext): Promise<void> {
  const remove = statement<[string, string]>(
    db,
    `DELETE FROM import_rejects WHERE import_id = ? AND row IN
       (SELECT row FROM import_rejects WHERE import_id = ? ORDER BY row LIMIT ${ROWS_PER_CHUNK})`,
  )
  while (withoutSync(db, () => remove.run(importId, importId)).changes > 0) await pause(context)
}

async function pause(context: OperationContext): Promise<void> {
  await context.yield()
  if (context.cancelled) throw new Interrupted()
}

import type { GroupFilter } from '../../shared/contract/groups.ts'
import { asksAbout } from '../../shared/groups/rules.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { nextContacts } from './candidates.ts'
import { forgetSmartGroups, refreshSmartGroup, smartGroup } from './smart.ts'

/** People looked at, or members removed, in one transaction. */
const CHUNK = 1_000

interface UnfinishedRow {
  id: string
  filter: string | null
  zone: string | null
  state: 'building' | 'removing'
  built_through: number
}

const UNFINISHED = `SELECT id, filter, zone, state, built_through FROM contact_groups WHERE state <> 'ready'`

/** Runs a write of `contact_groups` as one transaction. */
export function changeGroups<Result>(db: Db, work: () => Result): Result {
  try {
    return db.transaction(work).immediate()
  } finally {
    forgetSmartGroups(db)
  }
}

/**
 * Works out the members of smart groups that are being built, and removes groups that are to go, a chunk at a time, until
 * nothing is left to do. Both begin in the operation that asked for it, so that with up to 1,000 people nothing is left for
 * here. What a crash cuts off goes on where it stood. Progress counts steps worth showing: per cents and finished groups.
 * @param zone IANA name; groups with rules about days that were built for another time zone are built anew
 */
export async function finishGroups(db: Db, { zone }: { zone: string }, context: OperationContext): Promise<void> {
  changeGroups(db, () => adoptZone(db, zone))
  let shown = -1
  let steps = 0
  while (!context.cancelled) {
    const row = statement<[], UnfinishedRow>(db, `${UNFINISHED} ORDER BY created_at, id LIMIT 1`).get()
    if (row === undefined) return
    const isDone = changeGroups(db, () => step(db, row))
    const percent = builtPercent(row.built_through, lastOrdinal(db))
    if (isDone || percent !== shown) {
      shown = percent
      steps += 1
      context.progress(steps, null)
    }
    await context.yield()
  }
}

/** Takes the next step of a group, if there is one to take. Call within {@link changeGroups}. */
export function stepGroup(db: Db, id: string): void {
  const row = statement<[string], UnfinishedRow>(db, `${UNFINISHED} AND id = ?`).get(id)
  if (row !== undefined) step(db, row)
}

function step(db: Db, row: UnfinishedRow): boolean {
  return row.state === 'removing' || row.filter === null || row.zone === null
    ? removeStep(db, row.id)
    : buildStep(db, row.id, JSON.parse(row.filter) as GroupFilter, row.zone, row.built_through)
}

function buildStep(db: Db, id: string, filter: GroupFilter, zone: string, through: number): boolean {
  const page = nextContacts(db, through, Number.MAX_SAFE_INTEGER, CHUNK)
  refreshSmartGroup(db, smartGroup(id, filter, zone), page)
  const isDone = page.length < CHUNK
  statement(db, 'UPDATE contact_groups SET state = ?, built_through = ? WHERE id = ?').run(
    isDone ? 'ready' : 'building',
    isDone ? 0 : (page.at(-1) ?? through),
    id,
  )
  return isDone
}

function removeStep(db: Db, id: string): boolean {
  const { changes } = statement<[object]>(
    db,
    `DELETE FROM contact_group_members WHERE group_id = @id
       AND contact IN (SELECT contact FROM contact_group_members WHERE group_id = @id LIMIT ${CHUNK})`,
  ).run({ id })
  if (changes === CHUNK) return false
  statement(db, 'DELETE FROM contact_groups WHERE id = ?').run(id)
  return true
}

function adoptZone(db: Db, zone: string): void {
  const groups = db
    .prepare<[string], { id: string; filter: string }>('SELECT id, filter FROM contact_groups WHERE filter IS NOT NULL AND zone <> ?')
    .all(zone)
  for (const { id, filter } of groups) {
    db.prepare('UPDATE contact_groups SET zone = ? WHERE id = ?').run(zone, id)
    if (asksAbout(JSON.parse(filter) as GroupFilter, 'added')) {
      db.prepare(`UPDATE contact_groups SET state = 'building', built_through = 0 WHERE id = ? AND state <> 'removing'`).run(id)
    }
  }
}

/** How far a group is built, from the ordinal it is built up to and the last one there is. */
export function builtPercent(through: number, last: number): number {
  return last === 0 ? 100 : Math.min(100, Math.floor((100 * through) / last))
}

/** The ordinal of the person who came last; 0 where there is nobody. */
export function lastOrdinal(db: Db): number {
  return statement<[], { last: number | null }>(db, 'SELECT max(ordinal) AS last FROM contacts').get()?.last ?? 0
}

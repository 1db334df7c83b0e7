import type { ContactSelection } from '../../shared/contract/contacts.ts'
import { refreshSmartGroups } from '../groups/smart.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { selectedAfter } from './find.ts'
import { ownerOf, openPeopleTable, type PeopleTable, type StoredPerson } from './person.ts'

/** A person as they were before they were removed or merged. */
export interface PersonBefore extends StoredPerson {
  /** Static groups they were in; smart ones are found again. */
  groups: { id: string; addedAt: number }[]
}

/** What taking a removal or a merge back did, or why nothing was. */
export type TakenBack =
  | { kind: 'taken_back'; restored: number; leftAlone: number }
  | { kind: 'not_found' }
  /** The person who stayed in a merge is not as the merge left them. */
  | { kind: 'changed_since'; name: string }

/** How long people who were removed can come back, in ms: then nothing is kept of them. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000
/** People written in one transaction. */
const CHUNK = 1_000
/** Kept people who are forgotten at a time. */
const FORGOTTEN = 5_000

/**
 * Removes people, some at a time; those who come meanwhile stay. One that is cut off by the end of the program is taken
 * back by {@link settleRemovals}.
 * @returns how many there were
 */
export async function removePeople(
  db: Db,
  input: { removalId: string; selection: ContactSelection; now: number },
  context: OperationContext,
): Promise<number> {
  const until = statement<[], { last: number | null }>(db, 'SELECT max(ordinal) AS last FROM contacts').get()?.last ?? 0
  statement(db, `INSERT INTO removals (id, at, kind, finished) VALUES (?, ?, 'removed', 0)`).run(input.removalId, input.now)
  let removed = 0
  for (let after: number | null = 0; after !== null;) {
    const chunk = removeChunk(db, input, after, until)
    removed += chunk.removed
    after = chunk.last
    context.progress(removed, null)
    if (after !== null) await context.yield()
  }
  statement(db, 'UPDATE removals SET finished = 1 WHERE id = ?').run(input.removalId)
  return removed
}

/** Removes the next people of a selection up to an ordinal. `last` is where to go on, null at the end. */
function removeChunk(
  db: Db,
  { removalId, selection }: { removalId: string; selection: ContactSelection },
  after: number,
  until: number,
): { removed: number; last: number | null } {
  return db
    .transaction(() => {
      const people = openPeopleTable(db)
      const found = selectedAfter(db, selection, after, CHUNK)
      const persons = found.filter((ordinal) => ordinal <= until).flatMap((ordinal) => people.read(ordinal) ?? [])
      for (const person of persons) {
        keepBefore(db, removalId, person, null)
        people.remove(person)
      }
      const last = found.length < CHUNK ? null : (found.at(-1) ?? null)
      return { removed: persons.length, last: last === null || last >= until ? null : last }
    })
    .immediate()
}

/** Keeps a person, with their groups, for taking it back. @param leftAt as the merge left the one who stays; null for who goes */
export function keepBefore(db: Db, removalId: string, person: StoredPerson, leftAt: number | null): void {
  const groups = statement<[number], PersonBefore['groups'][number]>(
    db,
    `SELECT m.group_id AS id, m.added_at AS addedAt FROM contact_group_members m JOIN contact_groups g ON g.id = m.group_id
     WHERE m.contact = ? AND g.filter IS NULL`,
  ).all(person.ordinal)
  const before: PersonBefore = { ...person, groups }
  statement(db, 'INSERT INTO removed_people (removal_id, contact, before, left_at) VALUES (?, ?, ?, ?)').run(
    removalId,
    person.ordinal,
    JSON.stringify(before),
    leftAt,
  )
}

/**
 * Takes a removal or a merge back, some people at a time: they are as they were, with the same id and place of arrival.
 * Somebody whose number belongs to another person by now is left alone. One that is cut off goes on at the next start.
 */
export async function takeBack(db: Db, { removalId }: { removalId: string }, context: OperationContext): Promise<TakenBack> {
  const removal = statement<[string], { kind: string }>(db, 'SELECT kind FROM removals WHERE id = ?').get(removalId)
  if (removal === undefined) return { kind: 'not_found' }
  if (removal.kind === 'merged') return takeMergeBack(db, removalId)
  statement(db, 'UPDATE removals SET finished = 0 WHERE id = ?').run(removalId)
  const counts = { restored: 0, leftAlone: 0 }
  const people = openPeopleTable(db)
  for (let isDone = false; !isDone;) {
    isDone = db
      .transaction(() => {
        const page = pageOfKept(db, removalId)
        for (const { before } of page) counts[bringBack(db, people, before) ? 'restored' : 'leftAlone'] += 1
        const last = page.at(-1)
        if (last === undefined) statement(db, 'DELETE FROM removals WHERE id = ?').run(removalId)
        else statement(db, 'DELETE FROM removed_people WHERE removal_id = ? AND contact <= ?').run(removalId, last.before.ordinal)
        return last === undefined
      })
      .immediate()
    context.progress(counts.restored, null)
    if (!isDone) await context.yield()
  }
  return { kind: 'taken_back', ...counts }
}

function pageOfKept(db: Db, removalId: string): { before: PersonBefore; leftAt: number | null }[] {
  return statement<[string], { before: string; left_at: number | null }>(
    db,
    `SELECT before, left_at FROM removed_people WHERE removal_id = ? ORDER BY contact LIMIT ${CHUNK}`,
  )
    .all(removalId)
    .map((row) => ({ before: JSON.parse(row.before) as PersonBefore, leftAt: row.left_at }))
}

function takeMergeBack(db: Db, removalId: string): TakenBack {
  return db
    .transaction((): TakenBack => {
      const people = openPeopleTable(db)
      const kept = pageOfKept(db, removalId)
      const stayed = kept.find(({ leftAt }) => leftAt !== null)
      const gone = kept.find(({ leftAt }) => leftAt === null)
      if (stayed === undefined || gone === undefined) return { kind: 'not_found' }
      const present = people.read(stayed.before.ordinal)
      if (present?.updatedAt !== stayed.leftAt) return { kind: 'changed_since', name: present?.name || present?.company || '' }
      people.replace(present, stayed.before, stayed.before.updatedAt)
      statement(
        db,
        `DELETE FROM contact_group_members WHERE contact = ? AND group_id IN (SELECT id FROM contact_groups WHERE filter IS NULL)`,
      ).run(stayed.before.ordinal)
      putIntoGroups(db, stayed.before)
      const isBack = bringBack(db, people, gone.before)
      statement(db, 'DELETE FROM removals WHERE id = ?').run(removalId)
      return { kind: 'taken_back', restored: isBack ? 2 : 1, leftAlone: isBack ? 0 : 1 }
    })
    .immediate()
}

/** Whether the person is back: not where somebody has one of the numbers, or is there already. */
function bringBack(db: Db, people: PeopleTable, before: PersonBefore): boolean {
  const isThere = statement<[object], { found: 1 }>(
    db,
    'SELECT 1 AS found FROM contacts WHERE id = @id UNION ALL SELECT 1 FROM contacts WHERE ordinal = @ordinal',
  ).get({ id: before.id, ordinal: before.ordinal })
  if (isThere !== undefined) return false
  const owner = statement<[string], { owner: number | null }>(db, `SELECT ${ownerOf('?')} AS owner`)
  if (before.numbers.some(({ e164 }) => typeof owner.get(e164)?.owner === 'number')) return false
  people.insert(before.id, before, before)
  putIntoGroups(db, before)
  return true
}

function putIntoGroups(db: Db, { ordinal, groups }: PersonBefore): void {
  const add = statement<[object]>(
    db,
    `INSERT OR IGNORE INTO contact_group_members (group_id, contact, added_at)
     SELECT id, @ordinal, @addedAt FROM contact_groups WHERE id = @id AND filter IS NULL`,
  )
  for (const { id, addedAt } of groups) add.run({ ordinal, addedAt, id })
  // Smart groups may have rules about these groups.
  refreshSmartGroups(db, { first: ordinal, last: ordinal })
}

/**
 * For the start of a desk: takes back what was cut off while people were removed or came back, and forgets those who were
 * removed more than 30 days ago. Stops between chunks when it is cancelled; the next start goes on.
 * @returns how many people came back
 */
export async function settleRemovals(db: Db, { now }: { now: number }, context: OperationContext): Promise<number> {
  let restored = 0
  const cutOff = db.prepare<[], { id: string }>('SELECT id FROM removals WHERE finished = 0').all()
  for (const { id } of cutOff) {
    const result = await takeBack(db, { removalId: id }, context)
    if (result.kind === 'taken_back') restored += result.restored
  }
  const old = db.prepare<[number], { id: string }>('SELECT id FROM removals WHERE at < ?').all(now - KEPT_MS)
  const forget = db.prepare<[object]>(
    `DELETE FROM removed_people WHERE removal_id = @id AND contact IN
       (SELECT contact FROM removed_people WHERE removal_id = @id ORDER BY contact LIMIT ${FORGOTTEN})`,
  )
  for (const { id } of old) {
    while (!context.cancelled && forget.run({ id }).changes === FORGOTTEN) await context.yield()
    if (context.cancelled) return restored
    db.prepare('DELETE FROM removals WHERE id = ?').run(id)
  }
  return restored
}

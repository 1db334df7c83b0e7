import type { ContactGroup, GroupFilter } from '../../shared/contract/groups.ts'
import { groupsNamedBy } from '../../shared/groups/rules.ts'
import { foldText } from '../../shared/text/fold.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { builtPercent, changeGroups, finishGroups, lastOrdinal, stepGroup } from './build.ts'
import { nextContacts, readCandidates } from './candidates.ts'
import { addMembers, removeMembers, undoAddMembers } from './members.ts'
import { smartGroup } from './smart.ts'

/** Why a group or filter cannot be as it was asked for. */
export type GroupProblem =
  | { kind: 'name_taken'; name: string }
  | { kind: 'too_many'; most: number }
  | { kind: 'not_found' }
  /** A static group cannot become a smart one, nor the other way round. */
  | { kind: 'other_kind' }
  /** A rule refers to a group that is not there, or to a smart one. */
  | { kind: 'no_such_group' }
  | { kind: 'smart_in_smart'; name: string }

/** Most groups of a desk: each smart one is looked at whenever a person is written. */
const MOST_GROUPS = 1_000

/** People a filter is tried on between two turns of the data thread. */
const COUNT_CHUNK = 1_000

interface GroupRow {
  id: string
  name: string
  filter: string | null
  state: 'ready' | 'building' | 'removing'
  built_through: number
  created_at: number
  updated_at: number
}

const THERE = `FROM contact_groups g WHERE g.state <> 'removing'`
const COLUMNS = 'g.id, g.name, g.filter, g.state, g.built_through, g.created_at, g.updated_at'

export const groupOperations = {
  addMembers,
  removeMembers,
  undoAddMembers,
  finish: finishGroups,

  /** All groups by name. Groups that are being removed are gone already. */
  list(db: Db): ContactGroup[] {
    return statement<[], GroupRow>(db, `SELECT ${COLUMNS} ${THERE}`)
      .all()
      .map((row) => group(db, row))
      .sort((one, other) => compare(one.name, other.name))
  },

  /** Adds a group. A smart one of up to 1,000 people has its members when this returns; else `finish` goes on. */
  create(
    db: Db,
    input: { id: string; name: string; filter: GroupFilter | null; zone: string; now: number },
  ): { kind: 'saved'; group: ContactGroup } | GroupProblem {
    return changeGroups(db, () => {
      const count = statement<[], { groups: number }>(db, 'SELECT count(*) AS groups FROM contact_groups').get()?.groups ?? 0
      if (count >= MOST_GROUPS) return { kind: 'too_many', most: MOST_GROUPS }
      const problem = findNameProblem(db, input) ?? (input.filter === null ? null : findReferenceProblem(db, input.filter))
      if (problem !== null) return problem
      statement<[object]>(
        db,
        `INSERT INTO contact_groups (id, name, filter, zone, state, created_at, updated_at)
         VALUES (@id, @name, @filter, @zone, @state, @now, @now)`,
      ).run({
        id: input.id,
        name: input.name,
        filter: input.filter === null ? null : JSON.stringify(input.filter),
        zone: input.filter === null ? null : input.zone,
        state: input.filter === null ? 'ready' : 'building',
        now: input.now,
      })
      stepGroup(db, input.id)
      return saved(db, input.id)
    })
  },

  /** Renames a group; another filter has a smart one built anew, as `create` does. */
  update(
    db: Db,
    input: { id: string; name: string; filter: GroupFilter | null; zone: string; now: number },
  ): { kind: 'saved'; group: ContactGroup } | GroupProblem {
    return changeGroups(db, () => {
      const before = findRow(db, input.id)
      if (before === undefined) return { kind: 'not_found' }
      if ((before.filter === null) !== (input.filter === null)) return { kind: 'other_kind' }
      const filter = input.filter === null ? null : JSON.stringify(input.filter)
      const problem = findNameProblem(db, input) ?? (input.filter === null ? null : findReferenceProblem(db, input.filter))
      if (problem !== null) return problem
      statement(db, 'UPDATE contact_groups SET name = ?, updated_at = ? WHERE id = ?').run(input.name, input.now, input.id)
      if (filter !== before.filter) {
        statement(db, `UPDATE contact_groups SET filter = ?, zone = ?, state = 'building', built_through = 0 WHERE id = ?`).run(
          filter,
          input.zone,
          input.id,
        )
        stepGroup(db, input.id)
      }
      return saved(db, input.id)
    })
  },

  /** Removes a group, its first 1,000 members at once; `finish` goes on. Not while smart groups, which are named, refer to it. */
  remove(db: Db, input: { id: string }): { kind: 'removed' } | { kind: 'not_found' } | { kind: 'in_use'; by: string[] } {
    return changeGroups(db, () => {
      if (findRow(db, input.id) === undefined) return { kind: 'not_found' }
      const by = groupsReferringTo(db, input.id)
      if (by.length > 0) return { kind: 'in_use', by }
      // Its name is free at once.
      statement(db, `UPDATE contact_groups SET state = 'removing', name = 'removed ' || id WHERE id = ?`).run(input.id)
      stepGroup(db, input.id)
      return { kind: 'removed' }
    })
  },

  /** How many people a filter fits. @throws AbortError once the caller no longer wants to know */
  async count(
    db: Db,
    input: { filter: GroupFilter; zone: string },
    context: OperationContext,
  ): Promise<{ kind: 'counted'; count: number } | GroupProblem> {
    const problem = findReferenceProblem(db, input.filter)
    if (problem !== null) return problem
    const { holds } = smartGroup('', input.filter, input.zone)
    let count = 0
    let after = 0
    for (;;) {
      const page = nextContacts(db, after, Number.MAX_SAFE_INTEGER, COUNT_CHUNK)
      const last = page.at(-1)
      if (last === undefined) return { kind: 'counted', count }
      for (const { person, facts } of readCandidates(db, page)) if (holds(person, facts)) count += 1
      after = last
      await context.yield()
      if (context.cancelled) throw new DOMException('the count is no longer wanted', 'AbortError')
    }
  },

  /** Groups a person is in, by name. */
  ofContact(db: Db, input: { contactId: string }): { id: string; name: string; smart: boolean }[] {
    return statement<[string], { id: string; name: string; smart: number }>(
      db,
      `SELECT g.id, g.name, g.filter IS NOT NULL AS smart ${THERE} AND g.id IN (
         SELECT m.group_id FROM contact_group_members m WHERE m.contact = (SELECT c.ordinal FROM contacts c WHERE c.id = ?))`,
    )
      .all(input.contactId)
      .map(({ id, name, smart }) => ({ id, name, smart: smart === 1 }))
      .sort((one, other) => compare(one.name, other.name))
  },
}

function findRow(db: Db, id: string): GroupRow | undefined {
  return statement<[string], GroupRow>(db, `SELECT ${COLUMNS} ${THERE} AND g.id = ?`).get(id)
}

function saved(db: Db, id: string): { kind: 'saved'; group: ContactGroup } | GroupProblem {
  const row = findRow(db, id)
  return row === undefined ? { kind: 'not_found' } : { kind: 'saved', group: group(db, row) }
}

function group(db: Db, row: GroupRow): ContactGroup {
  const members = statement<[string], { members: number }>(
    db,
    'SELECT count(*) AS members FROM contact_group_members WHERE group_id = ?',
  ).get(row.id)?.members
  return {
    id: row.id,
    name: row.name,
    filter: row.filter === null ? null : (JSON.parse(row.filter) as GroupFilter),
    members: members ?? 0,
    builtPercent: row.state === 'building' ? builtPercent(row.built_through, lastOrdinal(db)) : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** Letter case does not tell names apart, in any script; accents do. */
function findNameProblem(db: Db, { id, name }: { id: string; name: string }): GroupProblem | null {
  const taken = statement<[string], { name: string }>(db, `SELECT g.name ${THERE} AND g.id <> ?`)
    .all(id)
    .find((other) => other.name.toLowerCase() === name.toLowerCase())
  return taken === undefined ? null : { kind: 'name_taken', name: taken.name }
}

function findReferenceProblem(db: Db, filter: GroupFilter): GroupProblem | null {
  for (const id of groupsNamedBy(filter)) {
    const row = findRow(db, id)
    if (row === undefined) return { kind: 'no_such_group' }
    if (row.filter !== null) return { kind: 'smart_in_smart', name: row.name }
  }
  return null
}

/** Names of the smart groups with a rule about this one, in order. */
function groupsReferringTo(db: Db, id: string): string[] {
  return statement<[], { name: string; filter: string }>(db, `SELECT g.name, g.filter ${THERE} AND g.filter IS NOT NULL`)
    .all()
    .filter(({ filter }) => groupsNamedBy(JSON.parse(filter) as GroupFilter).includes(id))
    .map(({ name }) => name)
    .sort(compare)
}

function compare(one: string, other: string): number {
  const [first, second] = [foldText(one), foldText(other)]
  return first < second ? -1 : first > second ? 1 : one < other ? -1 : 1
}

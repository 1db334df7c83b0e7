import type { GroupFilter } from '../../shared/contract/groups.ts'
import { compileFilter, type Holds } from '../../shared/groups/fits.ts'
import { asksAbout, groupsNamedBy } from '../../shared/groups/rules.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { nextContacts, readCandidates, type StoredCandidate } from './candidates.ts'

/** A smart group as its members are decided. */
export interface SmartGroup {
  id: string
  holds: Holds
  asksOptOuts: boolean
  /** Ids of the static groups its rules refer to. */
  refersTo: readonly string[]
}

/** People read at a time. */
const PAGE = 500

/** The smart groups of each connection, so that writing a person costs next to nothing while there are none. */
const kept = new WeakMap<Db, readonly SmartGroup[]>()

/** To be called after every write of `contact_groups`, and after one that was rolled back. */
export function forgetSmartGroups(db: Db): void {
  kept.delete(db)
}

function smartGroups(db: Db): readonly SmartGroup[] {
  let groups = kept.get(db)
  if (groups === undefined) {
    groups = statement<[], { id: string; filter: string; zone: string }>(
      db,
      `SELECT id, filter, zone FROM contact_groups WHERE filter IS NOT NULL AND state <> 'removing'`,
    )
      .all()
      .map(({ id, filter, zone }) => smartGroup(id, JSON.parse(filter) as GroupFilter, zone))
    kept.set(db, groups)
  }
  return groups
}

/** @param zone IANA name of the time zone in which days of the filter are meant */
export function smartGroup(id: string, filter: GroupFilter, zone: string): SmartGroup {
  return { id, holds: compileFilter(filter, zone), asksOptOuts: asksAbout(filter, 'optedOut'), refersTo: groupsNamedBy(filter) }
}

/**
 * Brings the members of all smart groups up to date for the people of a range of ordinals, who were added or changed.
 * Members of smart groups are kept in `contact_group_members` like all others, so that counting and listing them costs no
 * more. Call within the transaction that changed the people, with a range it can bear (1,000 people with a few smart groups:
 * some ms); a range of one person costs next to nothing while there are no smart groups.
 */
export function refreshSmartGroups(db: Db, range: { first: number; last: number }): void {
  const groups = smartGroups(db)
  if (groups.length === 0) return
  if (range.first === range.last) return refresh(db, groups, [range.first])
  let after = range.first - 1
  for (;;) {
    const page = nextContacts(db, after, range.last, PAGE)
    const last = page.at(-1)
    if (last === undefined) return
    refresh(db, groups, page)
    after = last
  }
}

/**
 * The same for those who have a number (E.164) that was opted out or may be texted again. Finds them by `number_owners`:
 * who writes numbers without it, for later, calls {@link refreshSmartGroups} once it is filled.
 */
export function refreshSmartGroupsOfNumber(db: Db, e164: string): void {
  const groups = smartGroups(db).filter(({ asksOptOuts }) => asksOptOuts)
  if (groups.length === 0) return
  const owners = statement<[string], { contact: number }>(db, 'SELECT contact FROM number_owners WHERE e164 = ?').all(e164)
  for (let at = 0; at < owners.length; at += PAGE)
    refresh(
      db,
      groups,
      owners.slice(at, at + PAGE).map(({ contact }) => contact),
    )
}

/** The same for people who were put into a static group or taken out of it. */
export function refreshSmartGroupsAbout(db: Db, groupId: string, contacts: readonly number[]): void {
  const groups = smartGroups(db).filter(({ refersTo }) => refersTo.includes(groupId))
  if (groups.length > 0) refresh(db, groups, contacts)
}

/** The same for one group and these people: while it is built. */
export function refreshSmartGroup(db: Db, group: SmartGroup, contacts: readonly number[]): void {
  refresh(db, [group], contacts)
}

function refresh(db: Db, groups: readonly SmartGroup[], contacts: readonly number[]): void {
  const insert = statement<[string, number, number]>(db, 'INSERT INTO contact_group_members (group_id, contact, added_at) VALUES (?, ?, ?)')
  const remove = statement<[string, number]>(db, 'DELETE FROM contact_group_members WHERE group_id = ? AND contact = ?')
  for (const candidate of readCandidates(db, contacts)) {
    for (const group of groups) {
      const isIn = candidate.facts.groups.has(group.id)
      if (isMember(group, candidate) === isIn) continue
      if (isIn) remove.run(group.id, candidate.contact)
      else insert.run(group.id, candidate.contact, candidate.updatedAt)
    }
  }
}

function isMember(group: SmartGroup, { person, facts }: StoredCandidate): boolean {
  return group.holds(person, facts)
}

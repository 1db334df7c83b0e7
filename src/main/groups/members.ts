import type { ContactSelection } from '../../shared/contract/contacts.ts'
import { selectedAfter } from '../contacts/find.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { refreshSmartGroupsAbout } from './smart.ts'

/** What became of a change of a static group's members: how many people it concerned, or why it was not done. */
export type MembersChanged = { kind: 'changed'; people: number } | { kind: 'not_found' } | { kind: 'smart'; name: string }

/** People changed in one transaction. */
const CHUNK = 1_000

/** Changes members and says how many of these people it was. */
type Change = (contacts: readonly number[]) => number

/** Puts the selected people into a static group who are not in it yet; `addedAt` marks them. */
export async function addMembers(
  db: Db,
  input: { id: string; selection: ContactSelection; now: number },
  context: OperationContext,
): Promise<MembersChanged & { addedAt: number }> {
  const latest = statement<[string], { at: number | null }>(
    db,
    'SELECT max(added_at) AS at FROM contact_group_members WHERE group_id = ?',
  ).get(input.id)?.at
  const addedAt = Math.max(input.now, (latest ?? 0) + 1)
  const insert = statement<[object]>(
    db,
    `INSERT INTO contact_group_members (group_id, contact, added_at)
       SELECT @id, value, @addedAt FROM json_each(@contacts) WHERE true ON CONFLICT DO NOTHING`,
  )
  const next = (after: number) => selectedAfter(db, input.selection, after, CHUNK)
  const change: Change = (contacts) => insert.run({ id: input.id, addedAt, contacts: JSON.stringify(contacts) }).changes
  return { ...(await changeMembers(db, input.id, next, change, context)), addedAt }
}

/** Takes the selected people out of a static group. */
export function removeMembers(
  db: Db,
  { id, selection }: { id: string; selection: ContactSelection },
  context: OperationContext,
): Promise<MembersChanged> {
  return changeMembers(db, id, (after) => selectedAfter(db, selection, after, CHUNK), remover(db, id), context)
}

/** Takes those out of a static group again whom {@link addMembers} put in at that instant. */
export function undoAddMembers(
  db: Db,
  { id, addedAt }: { id: string; addedAt: number },
  context: OperationContext,
): Promise<MembersChanged> {
  const select = statement<[object], { contact: number }>(
    db,
    `SELECT contact FROM contact_group_members WHERE group_id = @id AND contact > @after AND added_at = @addedAt
     ORDER BY contact LIMIT ${CHUNK}`,
  )
  const next = (after: number) => select.all({ id, after, addedAt }).map(({ contact }) => contact)
  return changeMembers(db, id, next, remover(db, id), context)
}

function remover(db: Db, id: string): Change {
  const remove = statement<[object]>(
    db,
    'DELETE FROM contact_group_members WHERE group_id = @id AND contact IN (SELECT value FROM json_each(@contacts))',
  )
  return (contacts) => remove.run({ id, contacts: JSON.stringify(contacts) }).changes
}

/** Each chunk is one transaction, with the smart groups that refer to the group: whatever happens between two, all of them are right. */
async function changeMembers(
  db: Db,
  id: string,
  next: (after: number) => number[],
  change: Change,
  context: OperationContext,
): Promise<MembersChanged> {
  const find = statement<[string], { name: string; smart: number }>(
    db,
    `SELECT name, filter IS NOT NULL AS smart FROM contact_groups WHERE id = ? AND state <> 'removing'`,
  )
  let people = 0
  let after = 0
  for (;;) {
    const group = find.get(id)
    if (group === undefined) return { kind: 'not_found' }
    if (group.smart === 1) return { kind: 'smart', name: group.name }
    const contacts = next(after)
    if (contacts.length === 0) return { kind: 'changed', people }
    people += db
      .transaction(() => {
        const changed = change(contacts)
        if (changed > 0) refreshSmartGroupsAbout(db, id, contacts)
        return changed
      })
      .immediate()
    after = contacts.at(-1) ?? after
    context.progress(people, null)
    await context.yield()
  }
}

import type { ContactFilter, ContactSelection } from '../../shared/contract/contacts.ts'
import { foldText } from '../../shared/text/fold.ts'
import type { Db } from '../store/operation.ts'

/** A condition on people: SQL over `o.contact`, an ordinal, with its values. */
export interface Condition {
  sql: string
  values: Record<string, string>
}

/** Letters a piece of the search index has. */
const PIECE = 3

/** The condition of a filter; a filter that asks for nothing holds for everybody. */
export function conditionOf(filter: ContactFilter): Condition {
  const parts: string[] = []
  const values: Record<string, string> = {}
  if (filter.groupId !== undefined) {
    parts.push('o.contact IN (SELECT contact FROM contact_group_members WHERE group_id = @groupId)')
    values['groupId'] = filter.groupId
  }
  const typed = filter.search === undefined ? '' : foldText(filter.search)
  if (typed !== '') {
    parts.push('o.contact IN (SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH @pieces)')
    values['pieces'] = piecesOf(typed)
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values }
}

function piecesOf(text: string): string {
  const letters = [...text]
  const pieces = new Set<string>()
  for (let at = 0; at + PIECE <= letters.length; at += 1) pieces.add(letters.slice(at, at + PIECE).join(''))
  return [...pieces].map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' AND ') || '""'
}

/**
 * The next people of a selection, by ordinal: for work on many, a page at a time.
 * @param after ordinal of the last one seen; 0 at first
 */
export function selectedAfter(db: Db, selection: ContactSelection, after: number, limit: number): number[] {
  if (selection.kind === 'some') {
    return db
      .prepare<[object], { contact: number }>(
        `SELECT c.ordinal AS contact FROM contacts c
         WHERE c.id IN (SELECT value FROM json_each(@ids)) AND c.ordinal > @after ORDER BY c.ordinal LIMIT @limit`,
      )
      .all({ ids: JSON.stringify(selection.ids), after, limit })
      .map(({ contact }) => contact)
  }
  const { sql, values } = conditionOf(selection.filter)
  return db
    .prepare<[object], { contact: number }>(
      `SELECT o.ordinal AS contact FROM (SELECT ordinal, ordinal AS contact, id FROM contacts) o
       WHERE o.ordinal > @after AND ${sql} AND o.id NOT IN (SELECT value FROM json_each(@except)) ORDER BY o.ordinal LIMIT @limit`,
    )
    .all({ ...values, except: JSON.stringify(selection.except), after, limit })
    .map(({ contact }) => contact)
}

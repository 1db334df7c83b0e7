import type { Contact } from '../../../shared/contract/contacts.ts'
import type { FoundConversation, FoundMessage, FoundNote } from '../../../shared/contract/search.ts'
import type { Words } from '../../language/words.ts'
import type { Found } from './useSearch.ts'

/** A line of the results. `place` counts those that can be opened. */
export type Row =
  | { kind: 'title'; key: string; title: string; more: 'people' | 'notes' | null }
  | { kind: 'person'; key: string; place: number; contact: Contact }
  | { kind: 'conversation'; key: string; place: number; conversation: FoundConversation }
  | { kind: 'note'; key: string; place: number; note: FoundNote }
  | { kind: 'message'; key: string; place: number; found: FoundMessage }
  | { kind: 'end'; key: 'end' }

/** People shown above texts. */
const FEW_PEOPLE = 3

/** What was found, as lines: people first, then conversations by number, notes, and texts. @param isAll nothing else than one kind was asked for */
export function rowsOf(words: Words<'inboxSearch'>, found: Found, isAll: boolean): Row[] {
  const rows: Row[] = []
  let place = 0
  const group = <Item>(title: string, more: 'people' | 'notes' | null, items: readonly Item[], row: (item: Item, place: number) => Row) => {
    if (items.length === 0) return
    rows.push({ kind: 'title', key: title, title, more })
    for (const item of items) {
      rows.push(row(item, place))
      place += 1
    }
  }
  const few = isAll ? found.contacts.slice(0, FEW_PEOPLE) : found.contacts
  group(words('group.people'), few.length < found.contacts.length ? 'people' : null, few, (contact, at) => ({
    kind: 'person',
    key: contact.id,
    place: at,
    contact,
  }))
  group(words('group.conversations'), null, found.conversations, (conversation, at) => ({
    kind: 'conversation',
    key: conversation.id,
    place: at,
    conversation,
  }))
  group(words('group.notes'), isAll ? 'notes' : null, found.notes, (note, at) => ({ kind: 'note', key: note.id, place: at, note }))
  group(words('group.texts'), null, found.messages, (message, at) => ({
    kind: 'message',
    key: message.message.id,
    place: at,
    found: message,
  }))
  rows.push({ kind: 'end', key: 'end' })
  return rows
}

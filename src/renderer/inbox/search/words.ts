import type { Words } from '../../language/words.ts'
import type { Found, Search } from './useSearch.ts'

/** How much was found: "1 person, 1,000+ texts". @param tag by which lists are written */
export function foundWords(
  words: Words<'inboxSearch'>,
  tag: string,
  { contacts, conversations, notes, total }: Pick<Found, 'contacts' | 'conversations' | 'notes' | 'total'>,
  { hasMore }: Pick<Search, 'hasMore'>,
): string {
  const parts = [
    contacts.length > 0 ? words('found.people', { count: contacts.length }) : null,
    conversations.length > 0 ? words('found.conversations', { count: conversations.length }) : null,
    notes.length > 0 ? words('found.notes', { count: notes.length }) : null,
    total.count === 0 ? null : words(total.atLeast ? 'found.textsAtLeast' : 'found.texts', { count: total.count }),
  ].filter((part) => part !== null)
  if (parts.length > 0) return new Intl.ListFormat(tag, { type: 'unit' }).format(parts)
  return words(hasMore ? 'found.further' : 'found.nothing')
}

/** A day far back within a sentence: "Thursday 19 November", with the year when it is another. Both in ms UTC. @param tag by which dates are written */
export function dayFarBack(tag: string, at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const options = { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' as const }) } as const
  return new Intl.DateTimeFormat(tag, options).format(at)
}

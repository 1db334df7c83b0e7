import * as z from 'zod'
import { operation } from './base.ts'
import { contact } from './contacts.ts'
import { message, messageStatus } from './messages.ts'
import { count, cursor, id, instant, searchText } from './primitives.ts'

/** Kinds of things a search finds. */
export const SEARCH_KINDS = ['people', 'messages', 'notes'] as const
export const searchKind = z.enum(SEARCH_KINDS)
export type SearchKind = z.infer<typeof searchKind>

/** What is asked of texts besides their words; all of it together. */
export const searchFilter = z.object({
  /** Exchanged with one of this person's numbers. */
  contactId: id.optional(),
  conversationId: id.optional(),
  /** Of any of these. */
  statuses: z.array(messageStatus).min(1).max(10).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  accountId: id.optional(),
  /** From this instant on. */
  from: instant.optional(),
  /** Before this instant. */
  until: instant.optional(),
})
export type SearchFilter = z.infer<typeof searchFilter>

/** The part of a text around what was found. Places are UTF-16 units of `text`. */
export const excerpt = z.object({
  text: z.string(),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  /** Beginning and end of each stretch that was looked for, in order, none overlapping another. */
  marks: z.array(z.tuple([count, count])),
})
export type FoundExcerpt = z.infer<typeof excerpt>

const where = { conversationId: id, name: z.string().nullable(), peer: z.string(), excerpt }

export const foundMessage = z.object({ message, ...where })
export type FoundMessage = z.infer<typeof foundMessage>

export const foundNote = z.object({ id, createdAt: instant, ...where })
export type FoundNote = z.infer<typeof foundNote>

export const foundConversation = z.object({ id, peer: z.string(), name: z.string().nullable(), lastAt: instant })
export type FoundConversation = z.infer<typeof foundConversation>

export const searchContract = {
  /**
   * Texts, notes, people and conversations. Words must all occur, the last one may be a beginning; `"…"` is a phrase, `-word` must
   * not occur; digits are found in any notation. Whatever else is typed is text: no query is an error. Newest texts first. A page
   * may be short or empty and yet have a `next`: each call looks at so much at most.
   */
  query: operation
    .input(
      z.object({
        query: searchText.min(1),
        /** Left out: all. People and conversations come with the first page of a search without a filter. */
        kinds: z.array(searchKind).min(1).max(3).optional(),
        filter: searchFilter.optional(),
        /** The `next` of the page before. */
        after: cursor.optional(),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(
      z.object({
        messages: z.array(foundMessage),
        /** A few beside texts; by pages when nothing else is asked for. */
        notes: z.array(foundNote),
        /** Known by the number, or by the name of a sender that has none. */
        conversations: z.array(foundConversation),
        contacts: z.array(contact),
        next: cursor.nullable(),
        /** How far back texts were looked at, where there are earlier ones. */
        searchedTo: instant.nullable(),
        /** Texts found, on the first page. Beyond a bound they are not counted. */
        total: z.object({ count, atLeast: z.boolean() }),
        /** About so many older texts cannot be found yet, since they are still being made ready for the search. */
        preparing: count,
      }),
    ),
}

import * as z from 'zod'
import { operation } from './base.ts'
import { contact } from './contacts.ts'
import { message } from './messages.ts'
import { count, cursor, id, instant, pageSize, rawNumber } from './primitives.ts'

export const conversation = z.object({
  id,
  /** The other side: a number in E.164, a short code, or an alphanumeric sender. */
  peer: z.string(),
  peerKind: z.enum(['number', 'short_code', 'alphanumeric']),
  /** Name of the person the number belongs to, if there is one. */
  name: z.string().nullable(),
  contactId: id.nullable(),
  unread: count,
  lastAt: instant,
  /** Since when it stands on top; the pinned ones stand in this order. Null when it does not. */
  pinnedAt: instant.nullable(),
  /** Put away until a customer or a clerk writes in it. */
  archived: z.boolean(),
  /** The last word is the customer's, or was written by nobody here. */
  unanswered: z.boolean(),
  /** The last text did not arrive, or nobody knows. */
  failed: z.boolean(),
  /** The account of the last message; null when there is none. */
  accountId: id.nullable(),
  /** Its labels, in the order of the labels. */
  labelIds: z.array(id),
  lastMessage: message
    .pick({ id: true, kind: true, direction: true, automatic: true, text: true, status: true })
    .extend({
      /** What a queued one waits for, where that is more than its turn. */
      waitsFor: z.enum(['its_time', 'quiet_hours', 'blockout', 'a_person']).nullable(),
      /** It was not sent, because the time after which it makes no sense had passed. */
      lapsed: z.boolean(),
    })
    .nullable(),
  /** The beginning of a text half written here; null for none. */
  draft: z.string().nullable(),
})
export type Conversation = z.infer<typeof conversation>

/** The tabs of the list. Archived conversations are in `archived` only. */
export const conversationFilter = z.enum(['all', 'unread', 'unanswered', 'failed', 'archived'])
export type ConversationFilter = z.infer<typeof conversationFilter>

const narrowedBy = {
  /** With this label only. */
  labelId: id.optional(),
  /** Whose last message came or goes by this account only. */
  accountId: id.optional(),
}

export const listedBy = z.object({ filter: conversationFilter, ...narrowedBy })
/** What a list of conversations is asked for by. */
export type ListedBy = z.infer<typeof listedBy>

/** Where a conversation stood before it was archived, by which that is undone. */
const wasInList = z.object({ unread: count, pinnedAt: instant.nullable() })
export type WasInList = z.infer<typeof wasInList>

/** Most a tab counts to; as many mean that many or more. */
export const MOST_COUNTED = 1_000

const upToMost = z.int().min(0).max(MOST_COUNTED)

export const conversationsContract = {
  /** Latest activity first. The first page begins with the pinned ones (at most 50), which do not count towards `limit`. */
  list: operation
    .input(listedBy.extend({ before: cursor.optional(), limit: pageSize }))
    .output(z.object({ conversations: z.array(conversation), next: cursor.nullable() })),
  /** Those of these that are there, in no order: for a list that is told which have changed. */
  some: operation.input(z.object({ ids: z.array(id).min(1).max(200) })).output(z.array(conversation)),
  /** How many conversations ask for somebody, each counted to 1,000 at most. */
  counts: operation.input(z.object(narrowedBy)).output(z.object({ unread: upToMost, unanswered: upToMost, failed: upToMost })),
  /** Stands on top of every list it is in, below those pinned before. One that was archived comes back. */
  pin: operation.input(z.object({ id })).output(z.object({ pinnedAt: instant })),
  unpin: operation.input(z.object({ id })).output(z.object({ unpinned: z.boolean() })),
  /** Puts away: out of every list but `archived`, read, and no longer pinned. Comes back when a customer or a clerk writes in it. */
  archive: operation.input(z.object({ id })).output(wasInList),
  /** Brings back; with what `archive` answered, as it was before. */
  unarchive: operation.input(z.object({ id, was: wasInList.optional() })).output(z.object({ unread: count })),
  get: operation.input(z.object({ id })).output(
    conversation.extend({
      contact: contact.nullable(),
      /** The earliest message that nobody has seen; null where all were. */
      firstUnreadId: id.nullable(),
      /**
       * The account a person used last here, or, before anybody wrote or once the customer wrote to another, the one of the latest message; it may have been removed since.
       * `sender` is what the customer saw the texts come from; null where none came yet.
       */
      usualAccount: z.object({ id, name: z.string(), sender: z.string().nullable() }).nullable(),
    }),
  ),
  /** What is known of a number before anything was said: who it is, and the conversation if there is one. */
  lookUp: operation
    .input(z.object({ number: rawNumber }))
    .output(z.object({ e164: z.string(), conversationId: id.nullable(), contact: contact.nullable() })),
  markRead: operation.input(z.object({ id })).output(z.object({ unread: count })),
  /** One that was archived comes back. */
  markUnread: operation.input(z.object({ id })).output(z.object({ unread: count })),
}

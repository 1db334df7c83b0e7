import type { MessageStatus } from '../../shared/messages/status.ts'
import { type Excerpt, excerptOf } from '../../shared/search/excerpt.ts'
import { readSearch } from '../../shared/search/query.ts'
import { ownerOf } from '../contacts/person.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, type MessageRow, type MessageView, messageView } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { findConversations } from './find-conversations.ts'
import { findMessages, type FoundPlaces } from './find-messages.ts'
import { findNotes, type FoundNote } from './find-notes.ts'
import { indexBatch, indexChanged, readProgress } from './index-text.ts'

/** A message found, with whom it was exchanged. */
export interface FoundMessage {
  message: MessageView
  conversationId: string
  name: string | null
  peer: string
  excerpt: Excerpt
}

/** A conversation found by its number or sender. */
interface FoundByNumber {
  id: string
  peer: string
  name: string | null
  /** ms UTC. */
  lastAt: number
}

/** A search as the data thread is asked. */
export interface SearchQuestion {
  /** As the person typed it. */
  typed: string
  /** Calling codes of all countries, such as `+46`. */
  callingCodes: readonly string[]
  kinds: { messages: boolean; notes: boolean; conversations: boolean }
  contactId: string | null
  conversationId: string | null
  statuses: readonly MessageStatus[] | null
  direction: 'inbound' | 'outbound' | null
  accountId: string | null
  /** ms UTC: from this instant on, before this instant. */
  from: number | null
  until: number | null
  /** Place of the last one of the page before; null for the first page. */
  beforeMessage: number | null
  beforeNote: number | null
  messageLimit: number
  noteLimit: number
}

export interface SearchAnswer {
  messages: FoundMessage[]
  notes: FoundNote[]
  conversations: FoundByNumber[]
  nextMessage: number | null
  nextNote: number | null
  /** When the message at `nextMessage` was sent or came, ms UTC. */
  searchedTo: number | null
  /** How many texts there are, on a first page. */
  total: FoundPlaces['total']
  /** Texts of before there was an index that are not in it yet; about. */
  preparing: number
}

/** Conversations shown that a number finds. */
const MOST_CONVERSATIONS = 5
/** A person with more numbers than that has conversations that are left out. */
const MOST_OF_PERSON = 50

/** Conversations with any number of a person. */
export const CONVERSATIONS_OF = `SELECT c.id FROM contacts p CROSS JOIN contact_numbers n ON n.contact = p.ordinal CROSS JOIN conversations c ON c.peer = n.e164
  WHERE p.id = ? LIMIT ${MOST_OF_PERSON}`

export const searchOperations = {
  /** What a search finds. Looks at so much at most and tells where to go on: it never takes long. */
  find(db: Db, question: SearchQuestion): SearchAnswer {
    const { typed, callingCodes, kinds, direction, accountId, from, until } = question
    const nothing = {
      messages: [],
      notes: [],
      conversations: [],
      nextMessage: null,
      nextNote: null,
      searchedTo: null,
      total: { count: 0, atLeast: false },
    }
    indexChanged(db)
    const preparing = readProgress(db).below
    const query = readSearch(typed, callingCodes)
    if (query === null) return { ...nothing, preparing }

    const conversationIds = conversationsOf(db, question)
    const conversations =
      kinds.conversations && conversationIds === null
        ? findConversations(db, { query, typed, callingCodes, limit: MOST_CONVERSATIONS + 1 })
        : []
    const filter = { conversationIds, statuses: question.statuses, direction, accountId, from, until }
    const found = kinds.messages
      ? findMessages(db, {
          query,
          filter,
          // Of many numbers that end alike, the person meant the digits.
          peers: conversations.length > MOST_CONVERSATIONS ? [] : conversations.map(({ id }) => id),
          before: question.beforeMessage,
          limit: question.messageLimit,
        })
      : { places: [], next: null, total: nothing.total }
    const notes = kinds.notes
      ? findNotes(db, { query, conversationIds, from, until, before: question.beforeNote, limit: question.noteLimit })
      : { notes: [], next: null }
    return {
      messages: messagesAt(db, found.places).map((message) => ({ ...message, excerpt: excerptOf(message.message.text, query) })),
      notes: notes.notes,
      conversations:
        question.beforeMessage === null
          ? conversations.slice(0, MOST_CONVERSATIONS).map((each) => ({ ...each, name: nameOf(db, each.peer) }))
          : [],
      nextMessage: found.next,
      nextNote: notes.next,
      searchedTo: found.next === null ? null : timeAt(db, found.next),
      total: found.total,
      preparing,
    }
  },

  /** Puts texts that came into the index, a batch; answers whether there are more. */
  index(db: Db): { texts: number; isMore: boolean } {
    return indexBatch(db)
  },
}

/** The conversations of a filter by person; null where it asks for nobody. */
function conversationsOf(db: Db, { contactId, conversationId }: SearchQuestion): string[] | null {
  if (conversationId !== null) return [conversationId]
  if (contactId === null) return null
  return statement<[string], { id: string }>(db, CONVERSATIONS_OF)
    .all(contactId)
    .map(({ id }) => id)
}

/** Messages at these places of arrival, in their order. */
function messagesAt(db: Db, places: readonly number[]): Omit<FoundMessage, 'excerpt'>[] {
  const rows = statement<[string], MessageRow & { peer: string; contact_name: string | null }>(
    db,
    `SELECT ${MESSAGE_COLUMNS}, c.peer,
         (SELECT nullif(p.name, '') FROM contacts p WHERE p.ordinal = ${ownerOf('c.peer')}) AS contact_name
       FROM ${MESSAGE_SOURCE} JOIN conversations c ON c.id = m.conversation_id
       WHERE m.rowid IN (SELECT value FROM json_each(?)) ORDER BY m.rowid DESC`,
  ).all(JSON.stringify(places))
  return rows.map((row) => ({ message: messageView(row), conversationId: row.conversation_id, name: row.contact_name, peer: row.peer }))
}

function timeAt(db: Db, place: number): number | null {
  return statement<[number], { at: number }>(db, 'SELECT created_at AS at FROM messages WHERE rowid = ?').get(place)?.at ?? null
}

function nameOf(db: Db, peer: string): string | null {
  const row = statement<[string], { name: string | null }>(
    db,
    `SELECT nullif(p.name, '') AS name FROM contacts p WHERE p.ordinal = ${ownerOf('?')}`,
  ).get(peer)
  return row?.name ?? null
}

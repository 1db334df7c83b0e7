import type { MessageStatus } from '../../shared/messages/status.ts'
import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView, readTimeCursor, timeCursor, type MessageRow, type MessageView } from './rows.ts'

/** Which messages are wanted. At most one of `around` and the places `before` and `after`; times are ms UTC. */
export interface ListInput {
  conversationId: string | null
  to: string | null
  status: MessageStatus | null
  before: string | null
  after?: string | null
  around?: { id: string } | { at: number } | null
  limit: number
}

/** A page, newest first. */
export interface MessagePage {
  messages: MessageView[]
  /** The place beyond which there are older ones; null at the beginning. */
  next: string | null
  /** The place beyond which there are newer ones; null at the end. */
  previous: string | null
  /** What `around` was about: the message itself, or the first at or after the instant; null where there is none. */
  target: string | null
}

interface Place {
  at: number
  id: string
}

type Filter = Pick<ListInput, 'conversationId' | 'to' | 'status'>

/** Sorts before the id of any message. */
const BEFORE_ALL_IDS = ''

/**
 * A page of messages by key set, in either direction or to both sides of a place: never by counting rows, so a page costs the
 * same wherever it lies.
 * @throws Refused `message_not_found` where the message that `around` names is not there, or not in that conversation
 */
export function listMessages(db: Db, input: ListInput): MessagePage {
  if (input.around !== undefined && input.around !== null) return pageAround(db, input, placeAround(db, input, input.around))
  const before = input.before === null ? null : readTimeCursor(input.before)
  const after = input.after === undefined || input.after === null ? null : readTimeCursor(input.after)
  const rows = readRows(db, input, { before, after, newestFirst: after === null, limit: input.limit + 1 })
  const isCut = rows.length > input.limit
  const page = rows.slice(0, input.limit)
  // What lies on the side the page was asked from is known to be there: the place itself.
  return after === null
    ? pageOf(page, { older: isCut, newer: before !== null })
    : pageOf(page.toReversed(), { older: true, newer: isCut || before !== null })
}

function pageAround(db: Db, input: ListInput, place: Place | null): MessagePage {
  if (place === null) return { messages: [], next: null, previous: null, target: null }
  const newerWanted = Math.ceil(input.limit / 2)
  const from = readRows(db, input, { from: place, newestFirst: false, limit: input.limit + 1 })
  const olderWanted = Math.max(input.limit - newerWanted, input.limit - from.length)
  const older = readRows(db, input, { before: place, newestFirst: true, limit: olderWanted + 1 })
  const shownOlder = older.slice(0, olderWanted)
  const shownFrom = from.slice(0, input.limit - shownOlder.length)
  const page = pageOf([...shownFrom.toReversed(), ...shownOlder], {
    older: older.length > shownOlder.length,
    newer: from.length > shownFrom.length,
  })
  return { ...page, target: from[0]?.id ?? null }
}

function placeAround(db: Db, { conversationId }: Filter, around: { id: string } | { at: number }): Place | null {
  if ('at' in around) return { at: around.at, id: BEFORE_ALL_IDS }
  const row = statement<[string], { created_at: number; conversation_id: string }>(
    db,
    'SELECT created_at, conversation_id FROM messages WHERE id = ?',
  ).get(around.id)
  if (row === undefined || (conversationId !== null && row.conversation_id !== conversationId)) {
    throw new Refused('message_not_found', 'This message is not here any more.')
  }
  return { at: row.created_at, id: around.id }
}

function readRows(
  db: Db,
  filter: Filter,
  range: { before?: Place | null; after?: Place | null; from?: Place; newestFirst: boolean; limit: number },
): MessageRow[] {
  const before = range.before ?? null
  const after = range.after ?? null
  const from = range.from ?? null
  const { sql, parameters } = listSql({
    ...filter,
    before: before !== null,
    after: after !== null,
    from: from !== null,
    newestFirst: range.newestFirst,
  })
  return statement<[object], MessageRow>(db, sql).all({
    ...parameters,
    beforeAt: before?.at ?? null,
    beforeId: before?.id ?? null,
    afterAt: after?.at ?? from?.at ?? null,
    afterId: after?.id ?? from?.id ?? null,
    limit: range.limit,
  })
}

/** The statement that reads a stretch of messages, with the values of its filter. */
export function listSql(wanted: Filter & { before: boolean; after: boolean; from: boolean; newestFirst: boolean }): {
  sql: string
  parameters: Filter
} {
  const { conversationId, to, status } = wanted
  const conditions = [
    conversationId === null ? null : 'm.conversation_id = @conversationId',
    to === null ? null : 'm.recipient = @to',
    status === null ? null : 'm.status = @status',
    wanted.before ? '(m.created_at, m.id) < (@beforeAt, @beforeId)' : null,
    wanted.after ? '(m.created_at, m.id) > (@afterAt, @afterId)' : null,
    wanted.from ? '(m.created_at, m.id) >= (@afterAt, @afterId)' : null,
  ].filter((condition) => condition !== null)
  const order = wanted.newestFirst ? 'm.created_at DESC, m.id DESC' : 'm.created_at, m.id'
  return {
    sql: `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
         ORDER BY ${order} LIMIT @limit`,
    parameters: { conversationId, to, status },
  }
}

function pageOf(newestFirst: readonly MessageRow[], beyond: { older: boolean; newer: boolean }): MessagePage {
  const newest = newestFirst[0]
  const oldest = newestFirst.at(-1)
  const place = (row: MessageRow | undefined): string | null => (row === undefined ? null : timeCursor({ at: row.created_at, id: row.id }))
  return {
    messages: newestFirst.map((row) => messageView(row)),
    next: beyond.older ? place(oldest) : null,
    previous: beyond.newer ? place(newest) : null,
    target: null,
  }
}

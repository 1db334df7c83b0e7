import type { Message } from '../../shared/contract/messages.ts'
import { MOST_PRINTED } from '../../shared/contract/exports.ts'
import { ownerOf } from '../contacts/person.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView, readTimeCursor, timeCursor, type MessageRow } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { csvMessages, type ExportRow } from './csv.ts'

/** Messages looked at for one piece of a file: some tens of milliseconds, in which the data thread does nothing else. */
export const ROWS_PER_PIECE = 1_000
/** Messages of a conversation that are counted one by one. */
const MOST_COUNTED = 100_000

interface Place {
  at: number
  id: string
}

export interface CsvInput {
  conversationId: string | null
  accountId: string | null
  /** ms UTC, from and before */
  from: number
  until: number
  zone: string
  /** Of the last message looked at. */
  after: string | null
}

export interface Range {
  conversationId: string
  from: number
  until: number
}

/** Where to go on: after the last one, or with the first of a time. No id is smaller than none. */
function startOf(from: number, after: string | null): Place {
  return (after === null ? null : readTimeCursor(after)) ?? { at: from, id: '' }
}

/** Places of the next messages by time, of all or of one conversation: a walk along an index that already has the order. */
export const NEXT_PLACES = (ofConversation: boolean) => /* sql */ `
  SELECT m.id, m.created_at AS at FROM messages m INDEXED BY ${ofConversation ? 'messages_by_conversation' : 'messages_by_time'}
  WHERE ${ofConversation ? 'm.conversation_id = @conversationId AND ' : ''}(m.created_at, m.id) > (@at, @id) AND m.created_at < @until
  ORDER BY m.created_at, m.id LIMIT @limit`

/** The messages of these places; of one account where one is given. */
export const ROWS = /* sql */ `
  SELECT m.created_at AS at, m.direction, m.kind, m.sender, m.recipient, nullif(p.name, '') AS name, m.text, m.status, m.status_at AS statusAt,
    m.parts, a.name AS account, m.error_message AS error,
    (SELECT json_group_array(r.ref) FROM provider_refs r WHERE r.message_id = m.id) AS refs
  FROM json_each(@ids) i CROSS JOIN messages m ON m.id = i.value JOIN accounts a ON a.id = m.account_id
  JOIN conversations c ON c.id = m.conversation_id LEFT JOIN contacts p ON p.ordinal = ${ownerOf('c.peer')}
  WHERE @accountId IS NULL OR m.account_id = @accountId ORDER BY i.key`

/** Messages of a conversation within a time, in order. */
export const IN_RANGE = /* sql */ `
  FROM messages m INDEXED BY messages_by_conversation
  WHERE m.conversation_id = @conversationId AND m.created_at >= @from AND m.created_at < @until`

export const exportOperations = {
  /** The next rows of a file. Costs what a piece costs, however many messages there are and however few of them fit. */
  csvPiece(db: Db, { after, zone, accountId, ...range }: CsvInput): { text: string; count: number; next: string | null } {
    const place = { ...range, ...startOf(range.from, after), limit: ROWS_PER_PIECE }
    const places = statement<[object], Place>(db, NEXT_PLACES(range.conversationId !== null)).all(place)
    const rows = statement<[object], ExportRow>(db, ROWS).all({ ids: JSON.stringify(places.map(({ id }) => id)), accountId })
    const end = places.length < ROWS_PER_PIECE ? undefined : places.at(-1)
    return { text: csvMessages(rows, zone), count: rows.length, next: end === undefined ? null : timeCursor(end) }
  },

  /** How many messages of a conversation are in a time, and from when on so few are left that they can be printed. */
  size(db: Db, range: Range) {
    const counted = statement<[object], { n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 ${IN_RANGE} LIMIT @most)`).get({
      ...range,
      most: MOST_COUNTED + 1,
    })
    const messages = counted?.n ?? 0
    const edge = (order: 'ASC' | 'DESC', offset: number): number | null =>
      statement<[object], { at: number }>(
        db,
        `SELECT m.created_at AS at ${IN_RANGE} ORDER BY m.created_at ${order}, m.id ${order} LIMIT 1 OFFSET @offset`,
      ).get({ ...range, offset })?.at ?? null
    return {
      messages: Math.min(messages, MOST_COUNTED),
      atLeast: messages > MOST_COUNTED,
      first: edge('ASC', 0),
      last: edge('DESC', 0),
      // One millisecond later: others of the same one may lie before it.
      printableFrom: messages > MOST_PRINTED ? (edge('DESC', MOST_PRINTED) ?? 0) + 1 : null,
    }
  },

  /** Messages of a conversation, oldest first, by key set. */
  messages(
    db: Db,
    { after, limit, ...range }: Range & { after: string | null; limit: number },
  ): { messages: Message[]; next: string | null } {
    const place = { ...range, ...startOf(range.from, after), limit: limit + 1 }
    const places = statement<[object], Place>(db, NEXT_PLACES(true)).all(place)
    const page = places.slice(0, limit)
    const rows = statement<[string], MessageRow>(
      db,
      `SELECT ${MESSAGE_COLUMNS} FROM json_each(?) i CROSS JOIN ${MESSAGE_SOURCE} WHERE m.id = i.value ORDER BY i.key`,
    ).all(JSON.stringify(page.map(({ id }) => id)))
    const end = page.at(-1)
    return { messages: rows.map((row) => messageView(row)), next: places.length > limit && end !== undefined ? timeCursor(end) : null }
  },
}

import type { Conversation } from '../../shared/contract/conversations.ts'
import type { AutomaticKind, MessageKind } from '../../shared/contract/messages.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { Refused } from '../app/refused.ts'
import { findContactByNumber, ownerOf } from '../contacts/person.ts'
import { readTimeCursor, timeCursor } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { type UsualAccount, usualAccountOf } from './usual-account.ts'

interface ConversationRow {
  id: string
  peer: string
  peer_kind: Conversation['peerKind']
  unread: number
  last_at: number
  contact_id: string | null
  name: string | null
  last_id: string | null
  last_kind: MessageKind | null
  last_direction: 'outbound' | 'inbound' | null
  last_automatic: AutomaticKind | null
  last_text: string | null
  last_status: MessageStatus | null
  last_waits_for: NonNullable<Conversation['lastMessage']>['waitsFor']
  last_lapsed: 0 | 1
  draft: string | null
}

/** Longest excerpt of the last text in a list, in UTF-16 units: a row shows one line. */
const EXCERPT_UNITS = 200

const CONVERSATION_COLUMNS = /* sql */ `
  c.id, c.peer, c.peer_kind, c.unread, c.last_at,
  p.id AS contact_id, nullif(p.name, '') AS name,
  l.id AS last_id, l.kind AS last_kind, l.direction AS last_direction, l.automatic AS last_automatic, substr(l.text, 1, ${EXCERPT_UNITS}) AS last_text, l.status AS last_status,
  CASE WHEN l.status <> 'queued' THEN NULL WHEN l.hold = 'missed' THEN 'a_person' WHEN l.hold IN ('quiet_hours', 'blockout') THEN l.hold
    WHEN l.scheduled_at IS NOT NULL AND l.came_due_at IS NULL THEN 'its_time' END AS last_waits_for,
  l.error_code IS 'lapsed' AS last_lapsed, nullif(substr(d.text, 1, ${EXCERPT_UNITS}), '') AS draft`

const CONVERSATION_SOURCE = /* sql */ `
  conversations c
  LEFT JOIN messages l ON l.id = c.last_message_id
  LEFT JOIN drafts d ON d.key = c.id
  LEFT JOIN contacts p ON p.ordinal = ${ownerOf('c.peer')}`

const FILTERS = {
  all: null,
  unread: 'c.unread > 0',
  // What nobody here wrote is no answer to what the customer asked.
  unanswered: `(l.direction = 'inbound' OR l.automatic IN ('away', 'help'))`,
  failed: `l.status IN ('failed', 'undelivered', 'expired', 'unconfirmed')`,
} as const

function view(row: ConversationRow): Conversation {
  return {
    id: row.id,
    peer: row.peer,
    peerKind: row.peer_kind,
    name: row.name,
    contactId: row.contact_id,
    unread: row.unread,
    lastAt: row.last_at,
    lastMessage:
      row.last_id === null || row.last_direction === null || row.last_status === null
        ? null
        : {
            id: row.last_id,
            kind: row.last_kind ?? 'text',
            direction: row.last_direction,
            automatic: row.last_automatic,
            text: row.last_text ?? '',
            status: row.last_status,
            waitsFor: row.last_waits_for,
            lapsed: row.last_lapsed === 1,
          },
    draft: row.draft,
  }
}

export const conversationOperations = {
  /** Latest activity first, by key set. */
  list(
    db: Db,
    input: { filter: keyof typeof FILTERS; before: string | null; limit: number },
  ): { conversations: Conversation[]; next: string | null } {
    const before = input.before === null ? null : readTimeCursor(input.before)
    const conditions = [FILTERS[input.filter], before === null ? null : '(c.last_at, c.id) < (@beforeAt, @beforeId)'].filter(
      (condition) => condition !== null,
    )
    const rows = statement<[object], ConversationRow>(
      db,
      `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATION_SOURCE} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
         ORDER BY c.last_at DESC, c.id DESC LIMIT @limit + 1`,
    ).all({ limit: input.limit, beforeAt: before?.at ?? null, beforeId: before?.id ?? null })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      conversations: page.map((row) => view(row)),
      next: rows.length > input.limit && last !== undefined ? timeCursor({ at: last.last_at, id: last.id }) : null,
    }
  },

  get(db: Db, input: { id: string }): Conversation & { usualAccount: UsualAccount | null } {
    const row = statement<[string], ConversationRow>(db, `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATION_SOURCE} WHERE c.id = ?`).get(
      input.id,
    )
    if (row === undefined) throw new Refused('conversation_not_found', 'This conversation is not here any more.')
    return { ...view(row), usualAccount: usualAccountOf(db, row.id) }
  },

  /** The conversation with a peer and the person the number belongs to, where there are any. */
  lookUp(db: Db, input: { peer: string }): { conversationId: string | null; contactId: string | null } {
    const conversation = statement<[string], { id: string }>(db, 'SELECT id FROM conversations WHERE peer = ?').get(input.peer)
    return { conversationId: conversation?.id ?? null, contactId: findContactByNumber(db, input.peer)?.id ?? null }
  },

  /** Marks all read, or the last text unread; answers the count shown. */
  setRead(db: Db, input: { id: string; read: boolean }): { unread: number; changed: boolean } {
    const done = statement(db, 'UPDATE conversations SET unread = @unread WHERE id = @id AND (unread = 0) <> (@unread = 0)').run({
      id: input.id,
      unread: input.read ? 0 : 1,
    })
    const row = statement<[string], { unread: number }>(db, 'SELECT unread FROM conversations WHERE id = ?').get(input.id)
    if (row === undefined) throw new Refused('conversation_not_found', 'This conversation is not here any more.')
    return { unread: row.unread, changed: done.changes > 0 }
  },

  /** Conversations with something unread. */
  countUnread(db: Db): number {
    return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM conversations WHERE unread > 0').get()?.n ?? 0
  },
}

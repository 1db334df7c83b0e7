import type { Conversation } from '../../shared/contract/conversations.ts'
import type { AutomaticKind, MessageKind } from '../../shared/contract/messages.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { ownerOf } from '../contacts/person.ts'

/** A row of {@link CONVERSATION_COLUMNS}. */
export interface ConversationRow {
  id: string
  peer: string
  peer_kind: Conversation['peerKind']
  unread: number
  last_at: number
  pinned_at: number | null
  archived: 0 | 1
  unanswered: 0 | 1
  failed: 0 | 1
  account_id: string | null
  /** JSON array of ids; null for none. */
  label_ids: string | null
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

/** What every read of a conversation `c` selects; {@link conversationView} turns a row into the contract's shape. */
export const CONVERSATION_COLUMNS = /* sql */ `
  c.id, c.peer, c.peer_kind, c.unread, c.last_at, c.pinned_at, c.archived, c.unanswered, c.failed, c.account_id,
  iif(c.labelled = 0, NULL, (SELECT json_group_array(b.id ORDER BY b.position, b.id) FROM conversation_labels k JOIN labels b ON b.id = k.label_id
    WHERE k.conversation_id = c.id AND b.removing = 0)) AS label_ids,
  p.id AS contact_id, nullif(p.name, '') AS name,
  l.id AS last_id, l.kind AS last_kind, l.direction AS last_direction, l.automatic AS last_automatic, substr(l.text, 1, ${EXCERPT_UNITS}) AS last_text, l.status AS last_status,
  CASE WHEN l.status <> 'queued' THEN NULL WHEN l.hold = 'missed' THEN 'a_person' WHEN l.hold IN ('quiet_hours', 'blockout') THEN l.hold
    WHEN l.scheduled_at IS NOT NULL AND l.came_due_at IS NULL THEN 'its_time' END AS last_waits_for,
  l.error_code IS 'lapsed' AS last_lapsed, nullif(substr(d.text, 1, ${EXCERPT_UNITS}), '') AS draft`

/** What {@link CONVERSATION_COLUMNS} need beside the conversation. */
export const CONVERSATION_JOINS = /* sql */ `
  LEFT JOIN messages l ON l.id = c.last_message_id
  LEFT JOIN drafts d ON d.key = c.id
  LEFT JOIN contacts p ON p.ordinal = ${ownerOf('c.peer')}`

/** A conversation as the contract shows it. */
export function conversationView(row: ConversationRow): Conversation {
  return {
    id: row.id,
    peer: row.peer,
    peerKind: row.peer_kind,
    name: row.name,
    contactId: row.contact_id,
    unread: row.unread,
    lastAt: row.last_at,
    pinnedAt: row.pinned_at,
    archived: row.archived === 1,
    unanswered: row.unanswered === 1,
    failed: row.failed === 1,
    accountId: row.account_id,
    labelIds: row.label_ids === null ? [] : (JSON.parse(row.label_ids) as string[]),
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

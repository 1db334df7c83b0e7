import type { InferContractRouterOutputs } from '@orpc/contract'
import type { AutomaticKind, MessageHold, MessageKind, messagesContract } from '../../shared/contract/messages.ts'
import { placeOf } from '../../shared/messages/place.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'

export type MessageView = InferContractRouterOutputs<typeof messagesContract>['send']['messages'][number]

/** Columns every read of a message selects; `messageView` turns a row into the contract's shape. */
export const MESSAGE_COLUMNS = /* sql */ `
  m.id, m.kind, m.provider_at, m.conversation_id, m.account_id, a.name AS account_name, m.direction, m.automatic, m.recipient, m.sender, m.text, m.status, m.parts,
  m.error_code, m.error_message, m.not_before, m.scheduled_at, m.created_at, m.sent_at, m.status_at, m.left_unconfirmed,
  m.priority, m.hold, m.schedule_local, m.schedule_zone, m.valid_until, f.name AS failed_over_from,
  a.status AS account_status, a.pause_code, a.pause_message,
  (SELECT json_group_array(r.ref) FROM provider_refs r WHERE r.message_id = m.id) AS refs,
  (SELECT c.kind FROM consent_events c WHERE c.message_id = m.id ORDER BY c.sequence DESC LIMIT 1) AS consent,
  m.status = 'unconfirmed' AND EXISTS (
    SELECT 1 FROM attempts t JOIN call_refs c ON c.call_id = t.call_id
    WHERE t.message_id = m.id AND t.account_id = m.account_id
      AND t.number = (SELECT max(l.number) FROM attempts l WHERE l.message_id = m.id)) AS has_call_ref`

/** Where `MESSAGE_COLUMNS` come from. */
export const MESSAGE_SOURCE = /* sql */ `messages m JOIN accounts a ON a.id = m.account_id LEFT JOIN accounts f ON f.id = m.failed_over_from`

export interface MessageRow {
  id: string
  kind: MessageKind
  provider_at: number | null
  conversation_id: string
  account_id: string
  account_name: string
  direction: 'outbound' | 'inbound'
  automatic: AutomaticKind | null
  consent: MessageView['consent']
  recipient: string
  sender: string
  text: string
  status: MessageStatus
  parts: number
  error_code: string | null
  error_message: string | null
  not_before: number | null
  scheduled_at: number | null
  created_at: number
  sent_at: number | null
  status_at: number
  left_unconfirmed: 0 | 1
  priority: 'reply' | 'bulk'
  hold: MessageHold['reason'] | null
  schedule_local: string | null
  schedule_zone: string | null
  valid_until: number | null
  /** Name of the account. */
  failed_over_from: string | null
  account_status: 'active' | 'paused'
  pause_code: string | null
  pause_message: string | null
  refs: string
  has_call_ref: 0 | 1
}

/** A message as the contract shows it. One that waits for its paused account says why. */
export function messageView(row: MessageRow): MessageView {
  const waitsForAccount = row.status === 'queued' && row.account_status === 'paused'
  const providerRefs = JSON.parse(row.refs) as string[]
  const code = waitsForAccount ? row.pause_code : row.error_code
  return {
    id: row.id,
    kind: row.kind,
    conversationId: row.conversation_id,
    accountId: row.account_id,
    accountName: row.account_name,
    direction: row.direction,
    automatic: row.automatic,
    consent: row.consent,
    to: row.recipient,
    from: row.sender,
    text: row.text,
    status: row.status,
    parts: row.parts,
    providerRefs,
    canBeAskedAbout: providerRefs.length > 0 || row.has_call_ref === 1,
    error: code === null ? null : { code, message: (waitsForAccount ? row.pause_message : row.error_message) ?? '' },
    notBefore: row.not_before,
    hold: row.hold === null ? null : { reason: row.hold, until: row.hold === 'missed' ? null : row.not_before },
    schedule: row.scheduled_at === null ? null : { at: row.scheduled_at, local: row.schedule_local, zone: row.schedule_zone },
    providerKeepsUntil: row.provider_at,
    validUntil: row.valid_until,
    priority: row.priority,
    failedOverFrom: row.failed_over_from,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    statusAt: row.status_at,
    leftUnconfirmed: row.left_unconfirmed === 1,
  }
}

/** A place in a list ordered by time, newest first. */
export function timeCursor({ at, id }: { at: number; id: string }): string {
  return placeOf({ createdAt: at, id })
}

/** Reads a place made by `timeCursor`; null when it is none. */
export function readTimeCursor(cursor: string): { at: number; id: string } | null {
  const match = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor)
  return match === null ? null : { at: Number(match[1]), id: match[2] ?? '' }
}

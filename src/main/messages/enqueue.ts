import type { MessageKind, WallTime } from '../../shared/contract/messages.ts'
import { accountNotFound, isAccountInUse } from '../accounts/in-use.ts'
import { Refused } from '../app/refused.ts'
import { rememberAccount } from '../conversations/usual-account.ts'
import { ensureConversation, touchConversation } from '../conversations/rows.ts'
import { clearAskedDrafts } from '../drafts/operations.ts'
import { refuseOptedOut } from '../opt-outs/refuse.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { readMessages } from './read-message.ts'
import { appendEvent } from './record-event.ts'
import type { MessageView } from './rows.ts'
import { duplicateText, findSameTexts } from './same-text.ts'
import { newId } from '../store/new-id.ts'
import { countTemplateUse } from '../templates/operations.ts'

/** One text to be queued. */
export interface NewMessage {
  to: string
  text: string
  parts: number
  /** Unique per wish to send: a repeated call finds what the first one made. */
  requestKey: string
}

/** When texts are to go. */
export interface WishedTime {
  /** ms UTC; null for at once. */
  scheduledAt: number | null
  /** The wall time it comes from; null or left out where a person chose an instant. */
  schedule?: WallTime | null
  /** Not sent any more after this instant, in ms UTC; null or left out for no end. */
  validUntil?: number | null
}

/** A caller's wish as a whole, by which a repeated call is known. */
export interface SendRequest extends WishedTime {
  requestId: string
  /** The provider is to keep them until this instant, in ms UTC; null or left out for not. */
  providerAt?: number | null
  /** Left out: `text`. */
  kind?: Extract<MessageKind, 'text' | 'voice_code'>
  accountId: string
  items: NewMessage[]
}

/** Texts to put into the outbox, and how they are to wait there. */
export interface Enqueue extends WishedTime {
  requestId?: string
  accountId: string
  /** Left out: `text`. */
  kind?: Extract<MessageKind, 'text' | 'voice_code'>
  sender: string
  items: NewMessage[]
  /** The provider is to keep them until this instant, in ms UTC; null or left out for not. Then `scheduledAt` is null. */
  providerAt?: number | null
  /** Left out: `reply`. */
  priority?: 'reply' | 'bulk'
  /** Kept back until this instant, in ms UTC, so that a person can take it back; null or left out for not at all. */
  undoUntil?: number | null
  /** Why it goes out in quiet hours all the same; null or left out for not at all. */
  quietOverride?: string | null
  /** Refuses texts that went, or go, to the same number within this time, in ms; null or left out refuses none. */
  sameTextWindow?: number | null
  /** Templates the texts were made from, whose use is counted; left out for none. */
  templateIds?: readonly string[]
  /** ms UTC */
  now: number
}

/** Unique per wish and recipient. */
export function requestKey(requestId: string, to: string): string {
  return `${requestId}:${to}`
}

export const enqueueOperations = {
  /**
   * What an earlier call with the same request id made, in the order of `items`; null when there was none.
   * @throws Refused `request_id_reused` when the earlier call wanted something else
   */
  findRequest(db: Db, input: SendRequest): MessageView[] | null {
    const ids = findRequest(db, input)
    return ids === null ? null : readMessages(db, ids)
  },

  /**
   * Puts texts into the outbox, all or none; answers them in order. With a request id, a repeated call finds what
   * the first one made, whatever else would speak against it by now.
   * @throws Refused `request_id_reused`, `account_not_found`, `opted_out`, `duplicate_text`
   */
  enqueue(db: Db, input: Enqueue): MessageView[] {
    const ids = db
      .transaction(() => {
        const { requestId } = input
        const repeated = requestId === undefined ? null : findRequest(db, { ...input, requestId })
        if (repeated !== null) return repeated
        if (!isAccountInUse(db, input.accountId)) throw accountNotFound()
        refuseOptedOutTexts(db, input)
        refuseSameTexts(db, input)
        if (input.templateIds !== undefined && input.templateIds.length > 0) countTemplateUse(db, input.templateIds, input.now)
        const queued = insertAll(db, input)
        if (requestId !== undefined) clearAskedDrafts(db, requestId, input.now)
        return queued
      })
      .immediate()
    return readMessages(db, ids)
  },
}

/** An opt-out is about texts: a call with a code that somebody asked for goes all the same. */
function refuseOptedOutTexts(db: Db, { kind, items, now }: Enqueue): void {
  if (kind === 'voice_code') return
  refuseOptedOut(
    db,
    items.map(({ to }) => to),
    now,
  )
}

function refuseSameTexts(db: Db, { items, sameTextWindow, scheduledAt, providerAt, undoUntil, now }: Enqueue): void {
  if (sameTextWindow === undefined || sameTextWindow === null) return
  const found = findSameTexts(db, {
    items,
    window: sameTextWindow,
    now,
    goesAt: Math.max(providerAt ?? scheduledAt ?? now, undoUntil ?? now),
  })
  if (found.length > 0) throw duplicateText(found, now)
}

/** @returns ids in the order of the items */
function insertAll(db: Db, input: Enqueue): string[] {
  const { scheduledAt, schedule, undoUntil, quietOverride, now } = input
  const known = statement<[string], { id: string }>(db, 'SELECT id FROM messages WHERE request_key = ?')
  const insert = statement(
    db,
    `INSERT INTO messages (id, kind, provider_at, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at,
       request_key, priority, hold, not_before, scheduled_at, came_due_at, schedule_local, schedule_zone, valid_until, quiet_override,
       created_at)
     VALUES (@id, @kind, @providerAt, @conversationId, @accountId, 'outbound', @to, @sender, @text, @parts, 'queued', @now,
       @requestKey, @priority, @hold, @notBefore, @scheduledAt, @cameDueAt, @local, @zone, @validUntil, @quietOverride, @now)`,
  )
  const shared = {
    kind: input.kind ?? 'text',
    providerAt: input.providerAt ?? null,
    accountId: input.accountId,
    sender: input.sender,
    priority: input.priority ?? 'reply',
    hold: typeof undoUntil === 'number' ? 'undo' : null,
    notBefore: undoUntil ?? scheduledAt,
    scheduledAt,
    // A time that is there already goes at once: nobody missed it.
    cameDueAt: scheduledAt !== null && scheduledAt <= now ? now : null,
    local: schedule?.local ?? null,
    zone: schedule?.zone ?? null,
    validUntil: input.validUntil ?? null,
    quietOverride: quietOverride ?? null,
    now,
  }
  return input.items.map((item) => {
    const earlier = known.get(item.requestKey)
    if (earlier !== undefined) return earlier.id
    const id = newId()
    const conversationId = ensureConversation(db, { peer: item.to, kind: 'number' }, now)
    insert.run({ ...shared, ...item, id, conversationId })
    appendEvent(db, id, { kind: 'queued' }, 'queued', now)
    // Whoever reads its story later finds the reason there.
    if (shared.quietOverride !== null) appendEvent(db, id, { kind: 'released', reason: shared.quietOverride }, 'queued', now)
    const { accountId, priority } = shared
    touchConversation(db, { conversationId, messageId: id, accountId, at: now, by: priority === 'reply' ? 'clerk' : 'bulk' })
    if (shared.kind === 'text' && priority === 'reply') rememberAccount(db, { conversationId, accountId, sender: input.sender, now })
    return id
  })
}

interface RequestRow {
  id: string
  request_key: string
  first_account_id: string
  text: string
  kind: MessageKind
  scheduled_at: number | null
  provider_at: number | null
  schedule_local: string | null
  schedule_zone: string | null
  valid_until: number | null
  moved: 0 | 1
  rescheduled: 0 | 1
}

/** Ids of the messages a request made, in the order of its items; null when it made none. */
function findRequest(db: Db, request: SendRequest): string[] | null {
  const { requestId, items } = request
  const rows = statement<[string, string], RequestRow>(
    db,
    `SELECT m.id, m.request_key, coalesce(m.failed_over_from, m.account_id) AS first_account_id, m.text, m.kind, m.scheduled_at, m.provider_at,
       m.schedule_local, m.schedule_zone, m.valid_until,
       EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.kind = 'failed_over') AS moved,
       EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.kind IN ('rescheduled', 'kept_here')) AS rescheduled
     FROM messages m WHERE m.request_key >= ? AND m.request_key < ?`,
  ).all(requestKey(requestId, ''), `${requestId};`)
  if (rows.length === 0) return null
  const byKey = new Map(rows.map((row) => [row.request_key, row]))
  const found = items.flatMap((item) => {
    const row = byKey.get(item.requestKey)
    return row !== undefined && row.text === item.text && isOfRequest(row, request) ? [row.id] : []
  })
  if (found.length !== items.length || rows.length !== items.length) {
    throw new Refused(
      'request_id_reused',
      'This was asked for before with another text, time or recipient, and that is what was queued. Write it as a new text.',
    )
  }
  return found
}

/** Whether account and times are those of the request, as far as the message was not given others since. */
function isOfRequest(row: RequestRow, { accountId, scheduledAt, schedule, validUntil, providerAt, kind = 'text' }: SendRequest): boolean {
  if (row.kind !== kind) return false
  if (row.first_account_id !== accountId && row.moved === 0) return false
  // A code gets its end from when it was first asked for.
  if (row.kind !== 'voice_code' && row.valid_until !== (validUntil ?? null)) return false
  if (row.rescheduled === 1) return true
  if (row.provider_at !== (providerAt ?? null)) return false
  // By the wall time, since the instant may have been reckoned anew.
  if (schedule !== undefined && schedule !== null) return row.schedule_local === schedule.local && row.schedule_zone === schedule.zone
  return row.schedule_local === null && row.scheduled_at === scheduledAt
}

import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { reduceStatus } from '../../shared/messages/reducer.ts'
import { isBadEnd } from '../../shared/messages/status.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { markFailed } from '../conversations/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** What an event did to a message. */
export interface Recorded {
  messageId: string
  conversationId: string
  before: MessageStatus
  status: MessageStatus
  /** It carries a reason for an earlier wait or failure. */
  hadError: boolean
}

/** What a message is before an event. */
export interface Before {
  conversationId: string
  status: MessageStatus
  /** It carries a reason for an earlier wait or failure. */
  hadError: boolean
}

/**
 * Appends an event and moves the message to the status the reducer gives. The only place that writes
 * `messages.status` after a message was made. Must run inside the caller's transaction.
 * @param known the message as it is, where the same transaction has just read it
 */
export function recordEvent(db: Db, messageId: string, event: MessageEvent, at: number, known?: Before): Recorded {
  const message = known ?? read(db, messageId)
  const status = reduceStatus(message.status, event)
  appendEvent(db, messageId, event, status, at)
  if (status !== message.status) {
    statement(
      db,
      `UPDATE messages SET status = @status, status_at = @at, hold = NULL,
         next_query_at = CASE WHEN @status IN ('sent', 'unconfirmed') THEN next_query_at END,
         queries = CASE WHEN @status IN ('sent', 'unconfirmed') THEN queries ELSE 0 END,
         sent_at = CASE WHEN sent_at IS NULL AND NOT (status = 'queued' AND @status = 'expired') AND @status IN ('sent', 'delivered', 'undelivered', 'expired') THEN @at ELSE sent_at END
       WHERE id = @messageId`,
    ).run({ status, at, messageId })
    const failed = isBadEnd(status)
    if (failed !== isBadEnd(message.status)) markFailed(db, { conversationId: message.conversationId, messageId, failed })
  }
  return { messageId, conversationId: message.conversationId, before: message.status, status, hadError: message.hadError }
}

function read(db: Db, messageId: string): Before {
  const message = statement<[string], { status: MessageStatus; conversation_id: string; had_error: 0 | 1 }>(
    db,
    'SELECT status, conversation_id, error_code IS NOT NULL OR not_before IS NOT NULL AS had_error FROM messages WHERE id = ?',
  ).get(messageId)
  if (message === undefined) throw new Error('recordEvent: no such message')
  return { conversationId: message.conversation_id, status: message.status, hadError: message.had_error === 1 }
}

/** Appends an event without moving anything: for messages just made in their first status. */
export function appendEvent(db: Db, messageId: string, event: MessageEvent, status: MessageStatus, at: number): void {
  const { kind, ...data } = event
  statement(
    db,
    `INSERT INTO message_events (message_id, sequence, at, kind, status, data)
       VALUES (@messageId, (SELECT coalesce(max(sequence), 0) + 1 FROM message_events WHERE message_id = @messageId), @at, @kind, @status, @data)`,
  ).run({ messageId, at, kind, status, data: JSON.stringify(data) })
}

/** Sets why a message waits, failed or is unconfirmed, and when it may next be tried; nulls clear. */
export function setError(
  db: Db,
  messageId: string,
  error: { code: string; message: string } | null,
  notBefore: number | null = null,
): void {
  statement(db, 'UPDATE messages SET error_code = ?, error_message = ?, not_before = ? WHERE id = ?').run(
    error?.code ?? null,
    error?.message ?? null,
    notBefore,
    messageId,
  )
}

import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { reduceStatus } from '../../shared/messages/reducer.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** What an event did to a message. */
export interface Recorded {
  messageId: string
  conversationId: string
  before: MessageStatus
  status: MessageStatus
}

/**
 * Appends an event and moves the message to the status the reducer gives. The only place that writes
 * `messages.status` after a message was made. Must run inside the caller's transaction.
 */
export function recordEvent(db: Db, messageId: string, event: MessageEvent, at: number): Recorded {
  const message = statement<[string], { status: MessageStatus; conversation_id: string }>(
    db,
    'SELECT status, conversation_id FROM messages WHERE id = ?',
  ).get(messageId)
  if (message === undefined) throw new Error('recordEvent: no such message')
  const status = reduceStatus(message.status, event)
  appendEvent(db, messageId, event, status, at)
  if (status !== message.status) {
    statement(
      db,
      `UPDATE messages SET status = @status, status_at = @at,
         sent_at = CASE WHEN sent_at IS NULL AND @status IN ('sent', 'delivered', 'undelivered', 'expired') THEN @at ELSE sent_at END
       WHERE id = @messageId`,
    ).run({ status, at, messageId })
  }
  return { messageId, conversationId: message.conversation_id, before: message.status, status }
}

/** Appends an event without moving anything: for messages just made in their first status. */
export function appendEvent(db: Db, messageId: string, event: MessageEvent, status: MessageStatus, at: number): void {
  const { kind, ...data } = event
  statement(db, 'INSERT INTO message_events (message_id, at, kind, status, data) VALUES (?, ?, ?, ?, ?)').run(
    messageId,
    at,
    kind,
    status,
    JSON.stringify(data),
  )
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

import { uuidv7 } from 'uuidv7'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { isRetryable } from '../../shared/messages/reducer.ts'
import { describeEvent } from '../../shared/messages/describe.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { Refused } from '../app/refused.ts'
import type { ReceiptReading } from '../providers/types.ts'
import { ensureConversation, touchConversation } from '../conversations/rows.ts'
import type { Db } from '../store/operation.ts'
import { appendEvent, recordEvent, setError } from './record-event.ts'
import type { MessageRow, MessageView } from './rows.ts'
import { applyReceipt } from './transitions.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView, readTimeCursor, timeCursor } from './rows.ts'
import { statement } from '../store/statement.ts'

/** One text to be queued. */
export interface NewMessage {
  to: string
  text: string
  parts: number
  /** Unique per wish to send: a repeated call finds what the first one made. */
  requestKey: string
}

/** A caller's wish as a whole, by which a repeated call is known. */
export interface SendRequest {
  requestId: string
  accountId: string
  items: NewMessage[]
  /** ms UTC; null for at once. */
  scheduledAt: number | null
}

/** Unique per wish and recipient. */
export function requestKey(requestId: string, to: string): string {
  return `${requestId}:${to}`
}

function read(db: Db, id: string): MessageView {
  const row = statement<[string], MessageRow>(db, `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} WHERE m.id = ?`).get(id)
  if (row === undefined) throw new Refused('message_not_found', 'This message is not here any more.')
  return messageView(row)
}

export const messageOperations = {
  /**
   * What an earlier call with the same request id made, in the order of `items`; null when there was none.
   * @throws Refused `request_id_reused` when the earlier call wanted something else
   */
  findRequest(db: Db, input: SendRequest): MessageView[] | null {
    return findRequest(db, input)?.map((id) => read(db, id)) ?? null
  },

  /**
   * Puts texts into the outbox, all or none; answers them in order. With a request id, a repeated call finds what
   * the first one made.
   * @throws Refused `request_id_reused`, `account_not_found`
   */
  enqueue(
    db: Db,
    input: { requestId?: string; accountId: string; sender: string; items: NewMessage[]; scheduledAt: number | null; now: number },
  ): MessageView[] {
    const known = statement<[string], { id: string }>(db, 'SELECT id FROM messages WHERE request_key = ?')
    const insert = statement(
      db,
      `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at,
         request_key, not_before, scheduled_at, created_at)
       VALUES (@id, @conversationId, @accountId, 'outbound', @to, @sender, @text, @parts, 'queued', @now,
         @requestKey, @scheduledAt, @scheduledAt, @now)`,
    )
    const ids = db.transaction(() => {
      const { requestId } = input
      const repeated = requestId === undefined ? null : findRequest(db, { ...input, requestId })
      if (repeated !== null) return repeated
      if (!isInUse(db, input.accountId))
        throw new Refused('account_not_found', 'This account is not here any more. It may have been removed.')
      return input.items.map((item) => {
        const earlier = known.get(item.requestKey)
        if (earlier !== undefined) return earlier.id
        const id = uuidv7()
        const conversationId = ensureConversation(db, { peer: item.to, kind: 'number' }, input.now)
        insert.run({
          ...item,
          id,
          conversationId,
          accountId: input.accountId,
          sender: input.sender,
          scheduledAt: input.scheduledAt,
          now: input.now,
        })
        appendEvent(db, id, { kind: 'queued' }, 'queued', input.now)
        touchConversation(db, { conversationId, messageId: id, at: input.now, unread: 0 })
        return id
      })
    })()
    return ids.map((id) => read(db, id))
  },

  get(db: Db, input: { id: string }) {
    const message = read(db, input.id)
    const attempts = statement<
      [string],
      {
        id: string
        number: number
        account_name: string
        started_at: number
        finished_at: number | null
        outcome: string | null
        code: string | null
        detail: string | null
        request: string | null
        response: string | null
      }
    >(
      db,
      `SELECT t.id, t.number, a.name AS account_name, t.started_at, t.finished_at, t.outcome, t.code, t.detail, t.request, t.response
         FROM attempts t JOIN accounts a ON a.id = t.account_id WHERE t.message_id = ? ORDER BY t.number`,
    ).all(input.id)
    const events = statement<[string], { sequence: number; at: number; kind: string; status: MessageStatus; data: string }>(
      db,
      'SELECT sequence, at, kind, status, data FROM message_events WHERE message_id = ? ORDER BY sequence',
    ).all(input.id)
    return {
      ...message,
      attempts: attempts.map(({ account_name, started_at, finished_at, outcome, ...attempt }) => ({
        ...attempt,
        accountName: account_name,
        startedAt: started_at,
        finishedAt: finished_at,
        outcome: outcome as 'accepted' | null,
      })),
      events: events.map(({ data, ...event }) => ({
        ...event,
        description: describeEvent({ kind: event.kind, ...(JSON.parse(data) as object) } as MessageEvent),
      })),
    }
  },

  /** Newest first, by key set. */
  list(
    db: Db,
    input: { conversationId: string | null; to: string | null; status: MessageStatus | null; before: string | null; limit: number },
  ): { messages: MessageView[]; next: string | null } {
    const before = input.before === null ? null : readTimeCursor(input.before)
    const conditions = [
      input.conversationId === null ? null : 'm.conversation_id = @conversationId',
      input.to === null ? null : 'm.recipient = @to',
      input.status === null ? null : 'm.status = @status',
      before === null ? null : '(m.created_at, m.id) < (@beforeAt, @beforeId)',
    ].filter((condition) => condition !== null)
    const rows = statement<[object], MessageRow>(
      db,
      `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
         ORDER BY m.created_at DESC, m.id DESC LIMIT @limit + 1`,
    ).all({ ...input, beforeAt: before?.at ?? null, beforeId: before?.id ?? null })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      messages: page.map((row) => messageView(row)),
      next: rows.length > input.limit && last !== undefined ? timeCursor({ at: last.created_at, id: last.id }) : null,
    }
  },

  /** The provider's id of the latest attempt that has one: the one to ask about. Null where there is none. */
  latestRef(db: Db, input: { id: string }): string | null {
    const row = statement<[string], { ref: string }>(
      db,
      `SELECT r.value AS ref FROM message_events e, json_each(e.data, '$.refs') r
         WHERE e.message_id = ? AND e.kind IN ('accepted', 'refused', 'outcome_unknown') ORDER BY e.sequence DESC, r.key DESC LIMIT 1`,
    ).get(input.id)
    return row?.ref ?? null
  },

  /** Applies the answer to a status query, as a receipt by hook would be. */
  applyReceipt(db: Db, input: { accountId: string; reading: ReceiptReading; at: number }): { applied: boolean } {
    return { applied: db.transaction(() => applyReceipt(db, input))().verdict === 'applied' }
  },

  cancel(db: Db, input: { id: string; now: number }): MessageView {
    return db.transaction(() => {
      const message = read(db, input.id)
      if (message.status !== 'queued') {
        throw new Refused('too_late_to_cancel', 'It is too late to cancel: the text has already been handed to the provider.')
      }
      recordEvent(db, input.id, { kind: 'cancelled' }, input.now)
      setError(db, input.id, null)
      return read(db, input.id)
    })()
  },

  retry(db: Db, input: { id: string; now: number }): MessageView {
    return db.transaction(() => {
      const message = read(db, input.id)
      if (!isRetryable(message.status)) {
        throw new Refused('not_retryable', 'Only a text that certainly did not arrive can be sent again from here.')
      }
      requeue(db, message, { kind: 'retried' }, input.now)
      return read(db, input.id)
    })()
  },

  settle(db: Db, input: { id: string; decision: 'send_again' | 'was_sent' | 'leave'; now: number }): MessageView {
    return db.transaction(() => {
      const message = read(db, input.id)
      if (message.status !== 'unconfirmed') {
        throw new Refused('already_settled', 'This text is settled already: its fate became known in the meantime.')
      }
      const event: MessageEvent = { kind: 'settled', decision: input.decision }
      if (input.decision === 'send_again') requeue(db, message, event, input.now)
      else {
        recordEvent(db, input.id, event, input.now)
        if (input.decision === 'was_sent') setError(db, input.id, null)
        else statement(db, 'UPDATE messages SET left_unconfirmed = 1 WHERE id = ?').run(input.id)
      }
      return read(db, input.id)
    })()
  },
}

/** Ids of the messages a request made, in the order of its items; null when it made none. */
function findRequest(db: Db, { requestId, accountId, items, scheduledAt }: SendRequest): string[] | null {
  const rows = statement<
    [string, string],
    { id: string; request_key: string; account_id: string; text: string; scheduled_at: number | null }
  >(db, 'SELECT id, request_key, account_id, text, scheduled_at FROM messages WHERE request_key >= ? AND request_key < ?').all(
    requestKey(requestId, ''),
    `${requestId};`,
  )
  if (rows.length === 0) return null
  const byKey = new Map(rows.map((row) => [row.request_key, row]))
  const found = items.flatMap((item) => {
    const row = byKey.get(item.requestKey)
    return row?.text === item.text && row.account_id === accountId && row.scheduled_at === scheduledAt ? [row.id] : []
  })
  if (found.length !== items.length || rows.length !== items.length) {
    throw new Refused(
      'request_id_reused',
      'This was asked for before with another text, time or recipient, and that is what was queued. Write it as a new text.',
    )
  }
  return found
}

/** Whether the account is there. What is queued on a removed one would wait for ever. */
function isInUse(db: Db, accountId: string): boolean {
  return statement(db, 'SELECT 1 FROM accounts WHERE id = ? AND removed_at IS NULL').get(accountId) !== undefined
}

/**
 * Back into the outbox with a fresh number of tries.
 * @throws Refused `account_removed`
 */
function requeue(db: Db, { id, accountId }: MessageView, event: MessageEvent, now: number): void {
  if (!isInUse(db, accountId)) {
    throw new Refused('account_removed', 'The account of this text was removed. Write the text again with another account.')
  }
  recordEvent(db, id, event, now)
  setError(db, id, null)
  statement(db, 'UPDATE messages SET tries = 0, left_unconfirmed = 0 WHERE id = ?').run(id)
}

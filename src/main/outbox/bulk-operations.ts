import { Refused } from '../app/refused.ts'
import { retryMessage, settleMessage } from '../messages/change-operations.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { releaseMessage } from '../messages/release.ts'
import { openRefs } from '../receipts/attempt-receipts.ts'
import type { LatestCall } from '../receipts/calls.ts'
import { latestCall } from '../receipts/calls.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { type CancellableView, HAS_FAILED, IS_UNCONFIRMED, queuedIds } from './views.ts'

/**
 * Messages changed in one transaction; the data thread serves others between two of them, so that a reply is on its
 * way within a moment (measured: 500 take 25 ms to cancel, 75 ms to queue again).
 */
export const CHUNK = 500

/** Up to this many conversations are named as changed; beyond it, screens are told that any may have. */
const NAMED_CONVERSATIONS = 200

/** The conversations in which something changed; null when they are too many to name. */
export type Touched = string[] | null

/** Remembers where something changed. */
export interface TouchedConversations {
  add(messageId: string): void
  all(): Touched
}

/** Messages of `touched` are looked up in the transaction that changed them. */
export function collectTouched(db: Db): TouchedConversations {
  const found = new Set<string>()
  return {
    add(messageId) {
      if (found.size > NAMED_CONVERSATIONS) return
      const row = statement<[string], { conversation_id: string }>(db, 'SELECT conversation_id FROM messages WHERE id = ?').get(messageId)
      if (row !== undefined) found.add(row.conversation_id)
    },
    all: () => (found.size > NAMED_CONVERSATIONS ? null : [...found]),
  }
}

/**
 * Does something to each message, once, in chunks of one transaction each: what is done stays done when a later chunk
 * fails. Others get their turn in between, so a message may have changed since it was listed.
 */
async function forEach(db: Db, ids: Iterable<string>, context: OperationContext, change: (id: string) => void): Promise<void> {
  const all = [...new Set(ids)]
  for (let start = 0; start < all.length; start += CHUNK) {
    if (start > 0) {
      context.progress(start, all.length)
      await context.yield()
      if (context.cancelled) return
    }
    db.transaction(() => {
      for (const id of all.slice(start, start + CHUNK)) change(id)
    }).immediate()
  }
}

const FAILED_OF_A_KIND = /* sql */ `
  SELECT m.id FROM messages m INDEXED BY messages_failed
  WHERE ${HAS_FAILED} AND m.status_at >= @since AND coalesce(m.error_code, '') = @code`

const UNCONFIRMED = /* sql */ `
  SELECT m.id, m.account_id AS accountId, m.conversation_id AS conversationId
  FROM messages m INDEXED BY messages_by_status WHERE ${IS_UNCONFIRMED} ORDER BY m.created_at DESC, m.id DESC`

/** The looks of what is done to many, for the test of their plans. */
export const BULK_LOOKS = { FAILED_OF_A_KIND, UNCONFIRMED }

/** An unconfirmed message, and whom to ask about it. */
export interface Askable {
  id: string
  conversationId: string
  accountId: string
  /** References of its latest attempt of which no end is known: one, or one per part. Empty where none was given. */
  refs: string[]
  /** The call it went out with, where that can be asked about as a whole. */
  latest: LatestCall | null
}

/** What a person does to many messages at once. */
export const bulkOperations = {
  /** Takes messages back. Ones already taken back are left out of both counts. */
  async cancel(
    db: Db,
    input: { ids: string[]; now: number },
    context: OperationContext,
  ): Promise<{ cancelled: number; tooLate: number; touched: Touched }> {
    const touched = collectTouched(db)
    let cancelled = 0
    let tooLate = 0
    const statusOf = statement<[string], { status: MessageStatus }>(db, 'SELECT status FROM messages WHERE id = ?')
    await forEach(db, input.ids, context, (id) => {
      const status = statusOf.get(id)?.status
      if (status === undefined || status === 'cancelled' || status === 'received') return
      if (status !== 'queued') {
        tooLate += 1
        return
      }
      recordEvent(db, id, { kind: 'cancelled' }, input.now)
      setError(db, id, null)
      cancelled += 1
      touched.add(id)
    })
    return { cancelled, tooLate, touched: touched.all() }
  },

  /** Takes back all that is in one list as it is now; what comes into it later stays. What is being sent is too late. */
  async cancelAll(
    db: Db,
    input: { view: CancellableView; accountId: string | null; now: number },
    context: OperationContext,
  ): Promise<{ cancelled: number; tooLate: number; touched: Touched }> {
    const sending =
      input.view === 'waiting'
        ? statement<[object], { count: number }>(
            db,
            `SELECT count(*) AS count FROM messages INDEXED BY messages_sending
             WHERE status = 'sending' AND (@accountId IS NULL OR account_id = @accountId)`,
          ).get({ accountId: input.accountId })?.count
        : 0
    const result = await bulkOperations.cancel(db, { ids: queuedIds(db, input), now: input.now }, context)
    return { ...result, tooLate: result.tooLate + (sending ?? 0) }
  },

  /**
   * Queues again what failed in one way since `since` (ms UTC), by the rules of one, and each once: what fails again
   * meanwhile stays failed. Messages of a removed account, and those that make no sense any more, are left.
   */
  async retryFailed(
    db: Db,
    input: { code: string; since: number; now: number },
    context: OperationContext,
  ): Promise<{ queued: number; touched: Touched }> {
    const touched = collectTouched(db)
    let queued = 0
    const ids = statement<[object], { id: string }>(db, FAILED_OF_A_KIND).all(input)
    await forEach(
      db,
      ids.map(({ id }) => id),
      context,
      (id) => {
        if (!isDone(() => retryMessage(db, { id, now: input.now }))) return
        queued += 1
        touched.add(id)
      },
    )
    return { queued, touched: touched.all() }
  },

  /** Lets messages that wait go at once; see `releaseMessage`. */
  async sendNow(
    db: Db,
    input: { ids: string[]; reason: string | null; now: number },
    context: OperationContext,
  ): Promise<{ queued: number; left: number; touched: Touched }> {
    const touched = collectTouched(db)
    let queued = 0
    let left = 0
    await forEach(db, input.ids, context, (id) => {
      if (releaseMessage(db, { id, reason: input.reason, now: input.now }) !== 'released') {
        left += 1
        return
      }
      queued += 1
      touched.add(id)
    })
    return { queued, left, touched: touched.all() }
  },

  /** Settles unconfirmed messages alike; each by the rules of one. */
  async settle(
    db: Db,
    input: { ids: string[]; decision: 'send_again' | 'was_sent' | 'leave'; now: number },
    context: OperationContext,
  ): Promise<{ settled: number; left: number; touched: Touched }> {
    const touched = collectTouched(db)
    let settled = 0
    let left = 0
    await forEach(db, input.ids, context, (id) => {
      if (!isDone(() => settleMessage(db, { id, decision: input.decision, now: input.now }))) {
        left += 1
        return
      }
      settled += 1
      touched.add(id)
    })
    return { settled, left, touched: touched.all() }
  },

  /** Every unconfirmed message that no person has left at that, newest first. */
  unconfirmed(db: Db): Askable[] {
    return statement<[], Omit<Askable, 'refs' | 'latest'>>(db, UNCONFIRMED)
      .all()
      .map((row) => ({ ...row, refs: openRefs(db, row.id, row.accountId), latest: latestCall(db, row.id, row.accountId) }))
  },

  /** How many of these are not unconfirmed any more. */
  countSettled(db: Db, input: { ids: string[] }): number {
    return (
      statement<[string], { count: number }>(
        db,
        `SELECT count(*) AS count FROM messages WHERE id IN (SELECT value FROM json_each(?)) AND status <> 'unconfirmed'`,
      ).get(JSON.stringify(input.ids))?.count ?? 0
    )
  },
}

/** Whether an operation of one message did what it was asked; false when its rules say no. */
function isDone(operation: () => unknown): boolean {
  try {
    operation()
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

import { uuidv7 } from 'uuidv7'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { CLOCK_STEP_MS } from '../../shared/messages/retry.ts'
import { applyParkedReceipts } from '../listener/operations.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import type { ReceiptReading } from '../providers/types.ts'
import { applyReceipt } from '../messages/transitions.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A message that is this process's to send, exactly once: its claim is on disk. */
export interface Claim {
  attemptId: string
  messageId: string
  conversationId: string
  accountId: string
  to: string
  text: string
  /** Tries that counted so far, without this one. */
  tries: number
}

/** What to write down after a call. `disposition` is decided by the dispatcher, from the outcome's class. */
export interface OutcomeRecord {
  attemptId: string
  messageId: string
  accountId: string
  at: number
  outcome: 'accepted' | 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'offline' | 'unknown'
  code: string | null
  detail: string | null
  request: string
  response: string | null
  /** The provider's ids for the message, even where it refused or nobody knows: a late receipt may bring them up. */
  refs: string[]
  disposition:
    | { kind: 'accepted'; receipt: ReceiptReading | null }
    | { kind: 'retry'; notBefore: number }
    | { kind: 'gave_up' }
    /** Back into the queue without using a try. */
    | { kind: 'put_back'; notBefore: number | null }
    | { kind: 'refused' }
    /** Back into the queue, and the account pauses until a person has seen to it. */
    | { kind: 'pause_account' }
    | { kind: 'unknown' }
}

/**
 * A message may go: queued, due, its account active, nothing of its conversation in flight or queued before it. What
 * waits for a paused account waits for a person, and so holds back nobody else. A wait that began in the future is
 * over (`isWaitOver`): the clock was set back.
 */
const CLAIMABLE = /* sql */ `
  SELECT m.id, m.conversation_id, m.account_id, m.recipient, m.text, m.tries
  FROM messages m JOIN accounts a ON a.id = m.account_id
  WHERE m.status = 'queued' AND a.status = 'active' AND a.removed_at IS NULL
    AND (m.not_before IS NULL OR m.not_before <= @now
      OR (m.status_at > @now + ${CLOCK_STEP_MS} AND coalesce(m.scheduled_at, 0) <= @now))
    AND m.account_id NOT IN (SELECT value FROM json_each(@restingAccounts))
    AND (@onlyAccount IS NULL OR m.account_id = @onlyAccount)
    AND NOT EXISTS (SELECT 1 FROM messages s WHERE s.conversation_id = m.conversation_id AND s.status = 'sending')
    AND NOT EXISTS (
      SELECT 1 FROM messages e JOIN accounts b ON b.id = e.account_id WHERE e.conversation_id = m.conversation_id AND e.status = 'queued'
        AND b.status = 'active' AND b.removed_at IS NULL
        AND (e.created_at, e.id) < (m.created_at, m.id) AND (e.scheduled_at IS NULL OR e.scheduled_at <= @now))
  ORDER BY m.created_at, m.id LIMIT @limit`

export const outboxOperations = {
  /**
   * Claims up to `limit` due messages, at most one per conversation, and writes their attempts. Once this returns
   * the claim is on disk (synchronous=FULL): only then may a socket open.
   */
  claim(db: Db, input: { now: number; limit: number; restingAccounts: string[]; onlyAccount?: string }): Claim[] {
    return db.transaction(() => {
      const rows = statement<
        [object],
        { id: string; conversation_id: string; account_id: string; recipient: string; text: string; tries: number }
      >(db, CLAIMABLE).all({
        now: input.now,
        limit: input.limit,
        restingAccounts: JSON.stringify(input.restingAccounts),
        onlyAccount: input.onlyAccount ?? null,
      })
      return rows.map((row): Claim => {
        const attemptId = uuidv7()
        const number =
          (statement<[string], { number: number | null }>(db, 'SELECT max(number) AS number FROM attempts WHERE message_id = ?').get(row.id)
            ?.number ?? 0) + 1
        statement(db, 'INSERT INTO attempts (id, message_id, account_id, number, started_at) VALUES (?, ?, ?, ?, ?)').run(
          attemptId,
          row.id,
          row.account_id,
          number,
          input.now,
        )
        recordEvent(db, row.id, { kind: 'claimed', attempt: number }, input.now)
        return {
          attemptId,
          messageId: row.id,
          conversationId: row.conversation_id,
          accountId: row.account_id,
          to: row.recipient,
          text: row.text,
          tries: row.tries,
        }
      })
    })()
  },

  /** Writes down what became of a claim; says whether the account was paused by it. */
  recordOutcome(db: Db, record: OutcomeRecord): { accountPaused: boolean } {
    return db.transaction(() => {
      const { messageId, at, refs, disposition } = record
      const error = { code: record.code ?? record.outcome, message: record.detail ?? '' }
      /** Says why on the message, unless its fate became known while the call was under way. */
      const fail = (event: MessageEvent, notBefore: number | null = null): void => {
        const { before, status } = recordEvent(db, messageId, event, at)
        if (status !== before) setError(db, messageId, error, notBefore)
      }
      const closed = statement(
        db,
        `UPDATE attempts SET finished_at = @at, outcome = @outcome, code = @code, detail = @detail, request = @request, response = @response
           WHERE id = @attemptId AND finished_at IS NULL`,
      ).run({ ...record, disposition: undefined, refs: undefined })
      if (closed.changes === 0) return { accountPaused: false }

      switch (disposition.kind) {
        case 'accepted':
          accept(db, record, disposition.receipt)
          return { accountPaused: false }
        case 'retry':
          fail({ kind: 'retry_scheduled', ...error, notBefore: disposition.notBefore }, disposition.notBefore)
          statement(db, 'UPDATE messages SET tries = tries + 1 WHERE id = ?').run(messageId)
          return { accountPaused: false }
        case 'put_back':
          fail({ kind: 'put_back', ...error, notBefore: disposition.notBefore }, disposition.notBefore)
          return { accountPaused: false }
        case 'gave_up':
          fail({ kind: 'gave_up', ...error })
          return { accountPaused: false }
        case 'refused':
          fail({ kind: 'refused', ...error, refs })
          keepRefs(db, record)
          return { accountPaused: false }
        case 'unknown':
          fail({ kind: 'outcome_unknown', ...error, refs })
          keepRefs(db, record)
          return { accountPaused: false }
        case 'pause_account': {
          fail({ kind: 'put_back', ...error, notBefore: null })
          const paused = statement(
            db,
            `UPDATE accounts SET status = 'paused', pause_code = ?, pause_message = ?, paused_at = ? WHERE id = ? AND status = 'active'`,
          ).run(error.code, error.message, at, record.accountId)
          return { accountPaused: paused.changes > 0 }
        }
      }
    })()
  },

  /**
   * Claims without an outcome belong to a process that ended in between: whether the provider took them nobody
   * knows. Run once at start, before the first claim.
   */
  recoverOrphans(db: Db, input: { now: number }): { recovered: number } {
    return db.transaction(() => {
      const orphans = statement<[], { id: string }>(db, `SELECT id FROM messages WHERE status = 'sending'`).all()
      for (const { id } of orphans) {
        recordEvent(db, id, { kind: 'orphaned' }, input.now)
        setError(db, id, {
          code: 'interrupted',
          message: 'The desk stopped while this was being sent. If it arrived, sending again means two texts.',
        })
      }
      statement(
        db,
        `UPDATE attempts SET finished_at = ?, outcome = 'unknown', code = 'interrupted', detail = 'The desk stopped before the answer.'
         WHERE finished_at IS NULL`,
      ).run(input.now)
      return { recovered: orphans.length }
    })()
  },

  /** When the next waiting message of an active account becomes due, in ms UTC; null when none waits for a time. */
  nextDue(db: Db, input: { now: number }): { at: number | null } {
    const row = statement<[number], { at: number | null }>(
      db,
      `SELECT min(m.not_before) AS at FROM messages m JOIN accounts a ON a.id = m.account_id
         WHERE m.status = 'queued' AND a.status = 'active' AND m.not_before > ?`,
    ).get(input.now)
    return { at: row?.at ?? null }
  },

  /** What the rail and the banners count. */
  counts(db: Db, input: { now: number }): { waiting: number; scheduled: number; unconfirmed: number; sending: number } {
    return (
      statement<[object], { waiting: number; scheduled: number; unconfirmed: number; sending: number }>(
        db,
        `SELECT
           (SELECT count(*) FROM messages WHERE status = 'queued' AND (scheduled_at IS NULL OR scheduled_at <= @now)) AS waiting,
           (SELECT count(*) FROM messages WHERE status = 'queued' AND scheduled_at > @now) AS scheduled,
           (SELECT count(*) FROM messages WHERE status = 'unconfirmed' AND left_unconfirmed = 0) AS unconfirmed,
           (SELECT count(*) FROM messages WHERE status = 'sending') AS sending`,
      ).get(input) ?? { waiting: 0, scheduled: 0, unconfirmed: 0, sending: 0 }
    )
  },
}

function accept(db: Db, record: OutcomeRecord, receipt: ReceiptReading | null): void {
  const { messageId, accountId, at, refs } = record
  recordEvent(db, messageId, { kind: 'accepted', refs }, at)
  setError(db, messageId, null)
  keepRefs(db, record)
  if (receipt !== null) applyReceipt(db, { accountId, reading: receipt, at })
}

/** Makes a message known by the provider's ids, and applies the receipts that came before them. */
function keepRefs(db: Db, { accountId, messageId, refs, at }: OutcomeRecord): void {
  if (refs.length === 0) return
  const keep = statement(db, 'INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  for (const ref of refs) keep.run(accountId, ref, messageId)
  applyParkedReceipts(db, { accountId, refs, at })
}

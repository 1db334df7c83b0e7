import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { pauseAccount } from '../accounts/operations.ts'
import { followAccount } from '../conversations/rows.ts'
import { applyParkedReceipts } from '../listener/apply.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { applyReceipt } from '../messages/transitions.ts'
import type { ReceiptReading } from '../providers/types.ts'
import { applyParkedByNumber } from '../receipts/parked.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** An account that could stand in, and what its recipients would see as sender. */
export interface StandIn {
  accountId: string
  sender: string
}

/** What follows for a message. Decided by `decide`, from the outcome's class. */
export type Disposition =
  | { kind: 'accepted'; receipt: ReceiptReading | null }
  | { kind: 'retry'; notBefore: number }
  | { kind: 'gave_up' }
  /** Back into the queue without using a try. */
  | { kind: 'put_back'; notBefore: number | null }
  /** The provider takes nothing of this kind until then (ms UTC). */
  | { kind: 'held'; until: number }
  /** There is no network: the claim is undone as if it had not been made. */
  | { kind: 'undone' }
  | { kind: 'refused' }
  /** Back into the queue, and the account pauses until a person has seen to it. */
  | { kind: 'pause_account' }
  | { kind: 'unknown' }

/** What to write down after a call, for one message. */
export interface OutcomeRecord {
  /** Number of the attempt within its message. */
  attempt: number
  messageId: string
  conversationId: string
  accountId: string
  at: number
  outcome: 'accepted' | 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'offline' | 'unknown'
  code: string | null
  detail: string | null
  request: string
  response: string | null
  /** The provider's ids for the message, even where it refused or nobody knows: a late receipt may bring them up. */
  refs: string[]
  /** The call it shared with others, where the provider gave an id for the whole; else null. */
  call: { id: string; ref: string } | null
  disposition: Disposition
  /** Accounts to try instead, in order, since this one definitely did not take it. */
  standIns: StandIn[]
}

/**
 * Writes down what became of claims, each once, and then applies the receipts that came before their references: once for
 * each reference, since one may stand for hundreds of texts of a call. Must run inside the caller's transaction.
 * @returns accounts paused by an outcome
 */
export function recordOutcomes(db: Db, records: readonly OutcomeRecord[]): string[] {
  const paused: string[] = []
  for (const record of records) if (recordOutcome(db, record).accountPaused) paused.push(record.accountId)
  keepCallRefs(db, records)
  const hasRefs = records.some(({ refs }) => refs.length > 0)
  if (!hasRefs || statement(db, 'SELECT 1 FROM parked_receipts LIMIT 1').get() === undefined) return paused
  const applied = new Set<string>()
  for (const { accountId, refs, at } of records) {
    const fresh = refs.filter((ref) => !applied.has(`${accountId} ${ref}`))
    for (const ref of fresh) applied.add(`${accountId} ${ref}`)
    if (fresh.length > 0) applyParkedReceipts(db, { accountId, refs: fresh, at })
  }
  return paused
}

/** Writes down what became of one claim; says whether the account was paused by it. */
function recordOutcome(db: Db, record: OutcomeRecord): { accountPaused: boolean } {
  const { messageId, at, refs, disposition } = record
  const error = { code: record.code ?? record.outcome, message: record.detail ?? '' }
  if (disposition.kind === 'undone') {
    undoClaim(db, record, error)
    return { accountPaused: false }
  }
  /** Says why on the message, unless its fate became known while the call was under way. */
  const fail = (event: MessageEvent, notBefore: number | null = null): void => {
    const { before, status } = recordEvent(db, messageId, event, at)
    if (status !== before) setError(db, messageId, error, notBefore)
  }
  const closed = statement(
    db,
    `UPDATE attempts SET finished_at = @at, outcome = @outcome, code = @code, detail = @detail, request = @request, response = @response
       WHERE message_id = @messageId AND number = @attempt AND finished_at IS NULL`,
  ).run({ ...record, disposition: undefined, refs: undefined, call: undefined, standIns: undefined })
  if (closed.changes === 0) return { accountPaused: false }

  const accountPaused =
    disposition.kind === 'pause_account' && pauseAccount(db, { id: record.accountId, code: error.code, message: error.message, at })
  if (record.standIns.length > 0 && failOver(db, record, error)) return { accountPaused }

  switch (disposition.kind) {
    case 'accepted':
      accept(db, record, disposition.receipt)
      break
    case 'retry':
      fail({ kind: 'retry_scheduled', ...error, notBefore: disposition.notBefore }, disposition.notBefore)
      statement(db, 'UPDATE messages SET tries = tries + 1 WHERE id = ?').run(messageId)
      break
    case 'put_back':
      fail({ kind: 'put_back', ...error, notBefore: disposition.notBefore }, disposition.notBefore)
      break
    case 'held':
      holdBack(db, messageId, disposition.until, at)
      break
    case 'gave_up':
      fail({ kind: 'gave_up', ...error })
      break
    case 'refused':
      fail({ kind: 'refused', ...error, refs })
      keepRefs(db, record)
      break
    case 'unknown':
      fail({ kind: 'outcome_unknown', ...error, refs })
      keepRefs(db, record)
      if (refs.length === 0) applyParkedByNumber(db, { accountId: record.accountId, messageId, at })
      break
    case 'pause_account':
      fail({ kind: 'put_back', ...error, notBefore: null })
      break
  }
  return { accountPaused }
}

/**
 * Kept back for the hours in which the provider sends nothing of this kind, as it would have been before the call. One the
 * provider was to keep until such an hour waits here instead.
 */
function holdBack(db: Db, messageId: string, until: number, at: number): void {
  const { status } = recordEvent(db, messageId, { kind: 'held', reason: 'blockout', until }, at)
  if (status !== 'queued') return
  setError(db, messageId, null, until)
  statement(db, `UPDATE messages SET hold = 'blockout', provider_at = NULL WHERE id = ?`).run(messageId)
}

/**
 * Nothing left this computer, and the same may happen every minute of a night: the attempt goes, and of the log only
 * the latest "no network" stays.
 */
function undoClaim(db: Db, { attempt, messageId, at }: OutcomeRecord, error: { code: string; message: string }): void {
  if (
    statement(db, 'DELETE FROM attempts WHERE message_id = ? AND number = ? AND finished_at IS NULL').run(messageId, attempt).changes === 0
  )
    return
  statement(
    db,
    `DELETE FROM message_events WHERE message_id = @messageId
       AND sequence = (SELECT max(sequence) FROM message_events WHERE message_id = @messageId AND kind = 'claimed')`,
  ).run({ messageId })
  statement(
    db,
    `DELETE FROM message_events WHERE message_id = @messageId AND kind = 'put_back' AND data ->> 'code' = @code
       AND sequence = (SELECT max(sequence) FROM message_events WHERE message_id = @messageId)`,
  ).run({ messageId, code: error.code })
  const { before, status } = recordEvent(db, messageId, { kind: 'put_back', ...error, notBefore: null }, at)
  if (status !== before) setError(db, messageId, error)
}

/**
 * Moves the message to the first account that can stand in: active, and not tried since a person last had a say.
 * @returns false when there is none, or when the message's fate became known meanwhile
 */
function failOver(db: Db, record: OutcomeRecord, error: { code: string; message: string }): boolean {
  const { messageId, accountId, at } = record
  // An answer by itself comes from where the customer wrote to, or not at all.
  if (statement(db, 'SELECT 1 FROM messages WHERE id = ? AND automatic IS NOT NULL').get(messageId) !== undefined) return false
  const name = statement<[string], { name: string; active: 0 | 1 }>(
    db,
    `SELECT name, status = 'active' AND removed_at IS NULL AS active FROM accounts WHERE id = ?`,
  )
  const tried = statement(
    db,
    `SELECT 1 FROM attempts WHERE message_id = @messageId AND account_id = @standIn AND started_at >= coalesce(
       (SELECT max(at) FROM message_events WHERE message_id = @messageId AND kind IN ('retried', 'settled')), 0)`,
  )
  for (const standIn of record.standIns) {
    const target = name.get(standIn.accountId)
    if (target?.active !== 1 || tried.get({ messageId, standIn: standIn.accountId }) !== undefined) continue
    const from = name.get(accountId)?.name ?? ''
    const { before, status } = recordEvent(db, messageId, { kind: 'failed_over', from, to: target.name, ...error }, at)
    if (status === before) return false
    setError(db, messageId, null)
    statement(
      db,
      'UPDATE messages SET account_id = ?, sender = ?, tries = 0, failed_over_from = coalesce(failed_over_from, ?) WHERE id = ?',
    ).run(standIn.accountId, standIn.sender, accountId, messageId)
    followAccount(db, { messageId, accountId: standIn.accountId })
    return true
  }
  return false
}

function accept(db: Db, record: OutcomeRecord, receipt: ReceiptReading | null): void {
  const { messageId, accountId, at, refs } = record
  const { hadError } = recordEvent(db, messageId, { kind: 'accepted', refs }, at)
  if (hadError) setError(db, messageId, null)
  keepRefs(db, record)
  // “On its way” says no more than that it was accepted; the provider's word is in the attempt.
  if (receipt !== null && receipt.status !== 'queued' && receipt.status !== 'sent') applyReceipt(db, { accountId, reading: receipt, at })
}

/** Makes a message known by the provider's ids. */
function keepRefs(db: Db, { accountId, messageId, refs }: OutcomeRecord): void {
  const keep = statement(db, 'INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  for (const ref of refs) keep.run(accountId, ref, messageId)
}

/** Keeps what the provider calls each call, once per call: what became of its texts can be asked by that. */
function keepCallRefs(db: Db, records: readonly OutcomeRecord[]): void {
  let last = ''
  for (const { call, accountId } of records) {
    // The outcomes of a call come one after the other.
    if (call === null || call.id === last) continue
    last = call.id
    statement(db, 'INSERT INTO call_refs (call_id, account_id, ref) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
      call.id,
      accountId,
      call.ref,
    )
  }
}

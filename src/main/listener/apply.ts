import type { ReceiptEvent } from '../../shared/messages/reducer.ts'
import type { Applied } from '../messages/transitions.ts'
import { applyReceipt, receiveInbound } from '../messages/transitions.ts'
import type { InboundReading, MissedCallReading, ReceiptReading } from '../providers/types.ts'
import { answerInbound, type Answered } from '../replies/answer-inbound.ts'
import type { Senders } from '../replies/senders.ts'
import { adoptRef, findByNumber, withNumber } from '../receipts/match.ts'
import { receiveMissedCall } from './missed-calls.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** What a hook says, as it is stored with it. */
export interface StoredReading {
  receipts: ReceiptReading[]
  inbound: InboundReading[]
  missedCalls?: MissedCallReading[]
}

/** What applying did, for those who show it. */
export interface ApplyResult extends Answered {
  /** Conversations in which something changed; repeats are possible. */
  conversationIds: string[]
  /** Texts and calls that came in just now. */
  inbound: { what: 'text' | 'missed_call'; conversationId: string; messageId: string }[]
}

/** What applying did where nothing changed. */
export function nothingApplied(): ApplyResult {
  return { conversationIds: [], inbound: [], consent: false, outbox: false }
}

/** A stored hook that waits to be applied. */
export interface ApplicableHook {
  id: string
  accountId: string
  receivedAt: number
  reading: StoredReading
}

/** What hooks are applied by. */
export interface ApplyOptions {
  /** For numbers written without a country. */
  defaultCountry: string
  senders: Senders
  /** ms UTC, now */
  at: number
}

/**
 * Applies everything a hook says and settles its verdict. Doing it again changes nothing. Must run inside the
 * caller's transaction.
 *
 * Statements count from the arrival of the hook: none of them carries a time that can be trusted.
 */
export function applyHook(db: Db, hook: ApplicableHook, options: ApplyOptions): ApplyResult {
  const { accountId, receivedAt } = hook
  const results: Applied[] = []
  for (const reading of hook.reading.receipts) {
    const applied = applyReceipt(db, { accountId, reading, at: receivedAt })
    results.push(applied.verdict === 'unknown_message' ? applyStray(db, hook, withNumber(reading, options.defaultCountry)) : applied)
  }
  const answered: Answered[] = []
  const texts: Applied[] = hook.reading.inbound.map((reading) => {
    const { text, from, to, ...applied } = receiveInbound(db, {
      accountId,
      reading,
      defaultCountry: options.defaultCountry,
      at: receivedAt,
    })
    const { verdict, messageId, conversationId, isMore } = applied
    if (verdict === 'applied' && isMore !== true)
      answered.push(answerInbound(db, { messageId, conversationId, accountId, from, to, text, receivedAt }, options))
    return applied
  })
  const calls: Applied[] = (hook.reading.missedCalls ?? []).map((reading) =>
    receiveMissedCall(db, { accountId, reading, defaultCountry: options.defaultCountry, at: receivedAt }),
  )
  results.push(...texts, ...calls)

  settleHook(db, hook.id, results, options.at)
  return {
    conversationIds: changedConversations(results),
    inbound: [...arrived('text', texts), ...arrived('missed_call', calls)],
    consent: answered.some(({ consent }) => consent),
    outbox: answered.some(({ outbox }) => outbox),
  }
}

/** What is new to somebody: neither a repeat nor a further part of a text that was told of. */
function arrived(what: 'text' | 'missed_call', applied: readonly Applied[]): ApplyResult['inbound'] {
  return applied.flatMap(({ verdict, conversationId, messageId, isMore }) =>
    verdict === 'applied' && isMore !== true && conversationId !== null && messageId !== null ? [{ what, conversationId, messageId }] : [],
  )
}

/** A receipt with an unknown reference: applied to the one message it can be about, else parked. */
function applyStray(db: Db, hook: ApplicableHook, reading: ReceiptReading): Applied {
  const { accountId, receivedAt } = hook
  const { ref, to } = reading
  const messageId = to === undefined ? null : findByNumber(db, { accountId, ref, to, receivedAt })
  if (messageId === null) {
    park(db, hook, reading)
    return { verdict: 'unknown_message', messageId: null, conversationId: null }
  }
  adoptRef(db, { accountId, ref, messageId })
  const matched = 'number_and_time'
  // What came when it could not be told yet.
  applyParkedReceipts(db, { accountId, refs: [ref], at: receivedAt, matched })
  return applyReceipt(db, { accountId, reading, at: receivedAt, matched })
}

/**
 * Applies receipts that came before their message was known, in the order they came. Call it when an account's
 * message gets its provider references, inside the transaction that stores them or right after it.
 *
 * @param input.at the moment the references became known, ms UTC: the receipts count from then, so that a message
 *   is not delivered before it was sent
 * @param input.matched how the message was found, where not by its reference
 */
export function applyParkedReceipts(
  db: Db,
  input: { accountId: string; refs: readonly string[]; at: number; matched?: ReceiptEvent['matched'] },
): ApplyResult {
  const parked = statement<[string, string], { hookId: string; reading: string }>(
    db,
    `SELECT p.hook_id AS hookId, p.reading FROM parked_receipts p JOIN hooks h ON h.id = p.hook_id
     WHERE p.account_id = ? AND p.ref = ? ORDER BY h.received_at, h.id`,
  )
  const release = statement(db, 'DELETE FROM parked_receipts WHERE account_id = ? AND ref = ? AND hook_id = ?')
  const shorten = statement(db, 'UPDATE parked_receipts SET reading = ? WHERE account_id = ? AND ref = ? AND hook_id = ?')
  const conversationIds: string[] = []
  for (const ref of new Set(input.refs)) {
    for (const row of parked.all(input.accountId, ref)) {
      const readings: ReceiptReading[] = JSON.parse(row.reading)
      const results = readings.map((reading) =>
        applyReceipt(db, { accountId: input.accountId, reading, at: input.at, matched: input.matched }),
      )
      const waiting = readings.filter((_reading, index) => results[index]?.verdict === 'unknown_message')
      if (waiting.length === readings.length) continue
      if (waiting.length === 0) release.run(input.accountId, ref, row.hookId)
      else shorten.run(JSON.stringify(waiting), input.accountId, ref, row.hookId)
      settleHook(db, row.hookId, results, input.at)
      conversationIds.push(...changedConversations(results))
    }
  }
  return { ...nothingApplied(), conversationIds }
}

/** Keeps a receipt until its message is known. One hook may state several things about one reference. */
function park(db: Db, hook: ApplicableHook, reading: ReceiptReading): void {
  const key = [hook.accountId, reading.ref, hook.id] as const
  const row = statement<unknown[], { reading: string }>(
    db,
    'SELECT reading FROM parked_receipts WHERE account_id = ? AND ref = ? AND hook_id = ?',
  ).get(...key)
  const readings: ReceiptReading[] = row === undefined ? [] : JSON.parse(row.reading)
  const text = JSON.stringify(reading)
  if (readings.some((known) => JSON.stringify(known) === text)) return
  statement(
    db,
    `INSERT INTO parked_receipts (account_id, ref, hook_id, reading) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, ref, hook_id) DO UPDATE SET reading = excluded.reading`,
  ).run(...key, JSON.stringify([...readings, reading]))
}

/** A hook that changed something was applied, one with a parked receipt waits, any other said nothing new. */
function settleHook(db: Db, hookId: string, results: readonly Applied[], at: number): void {
  const applied = results.find((result) => result.verdict === 'applied')
  const messageId = (applied ?? results.find((result) => result.messageId !== null))?.messageId ?? null
  statement(
    db,
    `UPDATE hooks SET
       verdict = CASE
         WHEN verdict = 'applied' OR @applied THEN 'applied'
         WHEN EXISTS (SELECT 1 FROM parked_receipts WHERE hook_id = @hookId) THEN 'unknown_message'
         ELSE 'duplicate' END,
       message_id = coalesce(message_id, @messageId), applied_at = @at
     WHERE id = @hookId`,
  ).run({ hookId, messageId, at, applied: applied === undefined ? 0 : 1 })
}

function changedConversations(results: readonly Applied[]): string[] {
  return results.flatMap(({ verdict, conversationId }) => (verdict === 'applied' && conversationId !== null ? [conversationId] : []))
}

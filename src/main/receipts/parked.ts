import type { ApplyResult } from '../listener/apply.ts'
import { applyParkedReceipts, nothingApplied } from '../listener/apply.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { adoptRef, findByNumber, MATCH_WITHIN_MS, parkedSince } from './match.ts'

/**
 * Applies receipts that came before it was known that a message's fate is not: those that name its number, where
 * they can be about this message only (`findByNumber`). Call it when a message becomes `unconfirmed` without a
 * reference, inside the transaction that records it; at any other time it changes nothing.
 *
 * @param input.accountId the account of the call
 * @param input.at ms UTC; the receipts count from then
 */
export function applyParkedByNumber(db: Db, input: { accountId: string; messageId: string; at: number }): ApplyResult {
  const { accountId, messageId, at } = input
  const call = statement<[string, string], { to: string; startedAt: number; wentAt: number }>(
    db,
    `SELECT m.recipient AS "to", t.started_at AS startedAt, max(t.started_at, coalesce(m.provider_at, 0)) AS wentAt FROM messages m JOIN attempts t ON t.message_id = m.id
     WHERE m.id = ? AND m.status = 'unconfirmed' AND t.account_id = ? ORDER BY t.number DESC LIMIT 1`,
  ).get(messageId, accountId)
  if (call === undefined) return nothingApplied()
  const range = { accountId, from: call.startedAt, until: call.wentAt + MATCH_WITHIN_MS }
  const first = parkedSince(db, range).find(({ numbers }) => numbers.includes(call.to))
  if (first === undefined) return nothingApplied()
  const { ref, receivedAt } = first
  if (findByNumber(db, { accountId, ref, to: call.to, receivedAt }) !== messageId) return nothingApplied()
  adoptRef(db, { accountId, ref, messageId })
  return applyParkedReceipts(db, { accountId, refs: [ref], at, matched: 'number_and_time' })
}

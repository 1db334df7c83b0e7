import type { ConsentEvent, ConsentSource } from '../../shared/contract/opt-outs.ts'
import { refreshSmartGroupsOfNumber } from '../groups/smart.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { takeBackWaiting } from './take-back.ts'

/** Something that was said for or against texts to a number. */
export interface Statement {
  e164: string
  source: ConsentSource
  /** Why, or how one knows, in words. */
  evidence: string
  /** The text it was said in; null where it was said otherwise. */
  messageId: string | null
  /** When it was said, ms UTC. */
  at: number
}

/** Appends to what was said about a number. Must run inside the caller's transaction. */
export function appendConsentEvent(db: Db, kind: ConsentEvent['kind'], said: Statement): void {
  statement(
    db,
    `INSERT INTO consent_events (e164, sequence, at, kind, source, evidence, message_id)
     VALUES (@e164, (SELECT coalesce(max(sequence), 0) + 1 FROM consent_events WHERE e164 = @e164), @at, @kind, @source, @evidence, @messageId)`,
  ).run({ ...said, kind })
}

/**
 * Opts a number out, and ends the texts that wait to go there. One that is opted out already stays as it was, with the
 * evidence it had. Must run inside the caller's transaction.
 * @param now ms UTC
 * @returns ids of the texts it ended; null when the number was opted out before
 */
export function optOut(db: Db, said: Statement, now: number): string[] | null {
  const added = statement(
    db,
    `INSERT INTO opt_outs (e164, source, evidence, message_id, at) VALUES (@e164, @source, @evidence, @messageId, @at) ON CONFLICT DO NOTHING`,
  ).run(said)
  if (added.changes === 0) return null
  appendConsentEvent(db, 'opt_out', said)
  refreshSmartGroupsOfNumber(db, said.e164)
  return takeBackWaiting(db, said.e164, now)
}

/**
 * Lets a number get texts again, and keeps why. Must run inside the caller's transaction.
 * @returns false when it was not opted out
 */
export function liftOptOut(db: Db, said: Statement): boolean {
  if (statement(db, 'DELETE FROM opt_outs WHERE e164 = ?').run(said.e164).changes === 0) return false
  appendConsentEvent(db, 'opt_in', said)
  refreshSmartGroupsOfNumber(db, said.e164)
  return true
}

/**
 * Opts out a number whose owner asked for it in a text. Must run inside the caller's transaction.
 * @param reply.words what they wrote
 * @param reply.at when the text came, ms UTC
 * @returns ids of waiting texts it ended; null when the number was opted out before
 */
export function optOutByReply(
  db: Db,
  { e164, messageId, words, at }: { e164: string; messageId: string; words: string; at: number },
): string[] | null {
  return optOut(db, { e164, source: 'reply', evidence: words, messageId, at }, at)
}

import { OPTED_OUT } from '../../shared/opt-outs/words.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { ENDED_BY_OPT_OUT } from '../replies/exempt.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { whyNotSent } from './refuse.ts'

/**
 * Ends a queued text whose number is opted out: it is cancelled, and says why. Must run inside the caller's transaction.
 * @param now ms UTC
 */
export function takeBackOptedOut(db: Db, { id, recipient }: { id: string; recipient: string }, now: number): void {
  recordEvent(db, id, { kind: 'opted_out' }, now)
  setError(db, id, { code: OPTED_OUT, message: whyNotSent(db, recipient, now) })
}

const WAITING_TO = /* sql */ `
  SELECT m.id FROM conversations c CROSS JOIN messages m INDEXED BY messages_queued_by_conversation ON m.conversation_id = c.id
  WHERE c.peer = ? AND m.status = 'queued' AND ${ENDED_BY_OPT_OUT}`

/**
 * Ends every text that waits to go to an opted-out number, whatever it waits for; calls with a code stay, and so do the answers to
 * its own words (`ENDED_BY_OPT_OUT`). Must run inside
 * the caller's transaction.
 * @returns their ids
 */
export function takeBackWaiting(db: Db, e164: string, now: number): string[] {
  const ids = statement<[string], { id: string }>(db, WAITING_TO)
    .all(e164)
    .map(({ id }) => id)
  for (const id of ids) takeBackOptedOut(db, { id, recipient: e164 }, now)
  return ids
}

/**
 * Ends the message if it is a text that is queued again to a number that was opted out while its call was under way. Must
 * run inside the caller's transaction.
 */
export function takeBackIfOptedOut(db: Db, id: string, now: number): void {
  const found = statement<[string], { recipient: string }>(
    db,
    `SELECT m.recipient FROM messages m JOIN opt_outs o ON o.e164 = m.recipient WHERE m.id = ? AND m.status = 'queued' AND ${ENDED_BY_OPT_OUT}`,
  ).get(id)
  if (found !== undefined) takeBackOptedOut(db, { id, recipient: found.recipient }, now)
}

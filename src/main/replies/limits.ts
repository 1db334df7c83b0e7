import { readPeer, type Peer } from '../../shared/messages/peer.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { Senders } from './senders.ts'

/** Most automatic texts in an hour to one number, of whatever kind: two machines must not talk to each other for ever. */
export const AUTOMATIC_AN_HOUR = 3
export const HOUR_MS = 3_600_000

/**
 * Whether a peer may get an automatic text: a phone, none of the desk's own numbers, and not answered often enough within the hour.
 * Counted from what is stored, so that a restart forgets nothing.
 * @param now ms UTC
 */
export function mayAnswer(db: Db, peer: Peer, { senders, now }: { senders: Senders; now: number }): boolean {
  if (peer.kind !== 'number') return false
  // Senders are written with their country, whatever the desk's own is.
  if (Object.values(senders).some((sender) => readPeer(sender, '').peer === peer.peer)) return false
  return automaticSince(db, peer.peer, now - HOUR_MS) < AUTOMATIC_AN_HOUR
}

function automaticSince(db: Db, e164: string, since: number): number {
  return (
    statement<[string, number], { n: number }>(
      db,
      `SELECT count(*) AS n FROM messages INDEXED BY messages_automatic WHERE recipient = ? AND created_at > ? AND automatic IS NOT NULL`,
    ).get(e164, since)?.n ?? 0
  )
}

/** Whether a number got an away message after an instant, ms UTC. */
export function wasToldAway(db: Db, e164: string, since: number): boolean {
  const told = statement(
    db,
    `SELECT 1 FROM messages INDEXED BY messages_automatic WHERE recipient = ? AND created_at > ? AND automatic = 'away' LIMIT 1`,
  )
  return told.get(e164, since) !== undefined
}

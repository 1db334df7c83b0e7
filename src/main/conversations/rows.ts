import type { Peer } from '../../shared/messages/peer.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { newId } from '../store/new-id.ts'

/** The conversation with a peer, made if there is none. Must run inside the caller's transaction. */
export function ensureConversation(db: Db, peer: Peer, at: number): string {
  const found = statement<[string], { id: string }>(db, 'SELECT id FROM conversations WHERE peer = ?').get(peer.peer)
  if (found !== undefined) return found.id
  const id = newId()
  statement(db, 'INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, ?, ?, ?)').run(
    id,
    peer.peer,
    peer.kind,
    at,
    at,
  )
  return id
}

/** Moves a conversation to its latest message and counts what is unread. */
export function touchConversation(db: Db, input: { conversationId: string; messageId: string; at: number; unread: number }): void {
  statement(
    db,
    `UPDATE conversations SET last_message_id = @messageId, last_at = max(last_at, @at), unread = unread + @unread
     WHERE id = @conversationId`,
  ).run(input)
}

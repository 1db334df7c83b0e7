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

/**
 * Who a conversation's new last message is by, and what that does to the conversation. A `stand-in` is an automatic text that
 * says somebody will answer; an `answer` one that is all there is to say; `bulk` went to many at once.
 */
const AUTHORS = {
  customer: { unread: 1, unanswered: 1, bringsBack: 1 },
  clerk: { unread: 0, unanswered: 0, bringsBack: 1 },
  bulk: { unread: 0, unanswered: 0, bringsBack: 0 },
  'stand-in': { unread: 0, unanswered: 1, bringsBack: 0 },
  answer: { unread: 0, unanswered: 0, bringsBack: 0 },
} as const

/** The message that is a conversation's last one from now on. */
export interface LastMessage {
  conversationId: string
  /** Just made: it cannot have failed yet. */
  messageId: string
  accountId: string
  /** ms UTC */
  at: number
  by: keyof typeof AUTHORS
}

/**
 * Moves a conversation to its latest message, counts what is unread, and brings it back from the archive when a customer or a
 * clerk wrote. Must run inside the caller's transaction.
 */
export function touchConversation(db: Db, { by, accountId, ...last }: LastMessage): void {
  statement(
    db,
    `UPDATE conversations SET last_message_id = @messageId, last_at = max(last_at, @at), unread = unread + @unread,
       unanswered = @unanswered, failed = 0, archived = iif(@bringsBack, 0, archived)
     WHERE id = @conversationId`,
  ).run({ ...last, ...AUTHORS[by] })
  // Seldom another one, and dear to write: the account is looked up then, and an index moves (measured: a third of the whole).
  statement(db, 'UPDATE conversations SET account_id = @accountId WHERE id = @conversationId AND account_id IS NOT @accountId').run({
    accountId,
    conversationId: last.conversationId,
  })
}

/** Keeps whether a conversation's last message came to a bad end; any other message changes nothing. */
export function markFailed(db: Db, input: { conversationId: string; messageId: string; failed: boolean }): void {
  statement(db, 'UPDATE conversations SET failed = @failed WHERE id = @conversationId AND last_message_id = @messageId').run({
    ...input,
    failed: input.failed ? 1 : 0,
  })
}

/** Keeps the account of a conversation's last message, when that message goes by another one; any other message changes nothing. */
export function followAccount(db: Db, input: { messageId: string; accountId: string }): void {
  statement(
    db,
    `UPDATE conversations SET account_id = @accountId
     WHERE id = (SELECT conversation_id FROM messages WHERE id = @messageId) AND last_message_id = @messageId`,
  ).run(input)
}

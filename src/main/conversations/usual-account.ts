import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** The account a conversation goes through. */
export interface UsualAccount {
  id: string
  name: string
  /** What the customer saw the texts come from; null where none came yet. */
  sender: string | null
}

/** Keeps the account a person just used in a conversation, with the sender it shows. In the caller's transaction. */
export function rememberAccount(db: Db, input: { conversationId: string; accountId: string; sender: string; now: number }): void {
  statement(
    db,
    `INSERT INTO conversation_accounts (conversation_id, account_id, sender, used_at) VALUES (@conversationId, @accountId, @sender, @now)
     ON CONFLICT (conversation_id) DO UPDATE SET account_id = excluded.account_id, sender = excluded.sender, used_at = excluded.used_at`,
  ).run(input)
}

/**
 * The account a person used last in a conversation; where nobody did yet, or a customer has written to another one since, that of its
 * latest message: an answer comes from where it was asked.
 */
export function usualAccountOf(db: Db, conversationId: string): UsualAccount | null {
  const used = statement<[string], UsualAccount>(
    db,
    `SELECT a.id, a.name, nullif(u.sender, '') AS sender
     FROM conversation_accounts u JOIN accounts a ON a.id = u.account_id
     JOIN conversations c ON c.id = u.conversation_id LEFT JOIN messages m ON m.id = c.last_message_id
     WHERE u.conversation_id = ?
       AND NOT (m.created_at > u.used_at AND m.account_id <> u.account_id AND (m.direction = 'inbound' OR m.automatic IS NOT NULL)) IS TRUE`,
  ).get(conversationId)
  if (used !== undefined) return used
  const latest = statement<[string], UsualAccount>(
    db,
    `SELECT a.id, a.name, CASE WHEN m.direction = 'outbound' THEN nullif(m.sender, '') END AS sender
     FROM conversations c JOIN messages m ON m.id = c.last_message_id JOIN accounts a ON a.id = m.account_id WHERE c.id = ?`,
  ).get(conversationId)
  return latest ?? null
}

import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** The statement that finds it: walks from the latest message back past what is unread, and no further. */
export const FIRST_UNREAD = /* sql */ `
  SELECT id FROM messages WHERE conversation_id = @id AND direction = 'inbound'
  ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET @unread - 1`

/**
 * The earliest message of a conversation that nobody has seen; null where there is none. Unread are the latest messages from the
 * other side, as many as are counted: whatever the desk or a person here wrote in between does not count.
 */
export function firstUnread(db: Db, { id, unread }: { id: string; unread: number }): string | null {
  if (unread === 0) return null
  return statement<[object], { id: string }>(db, FIRST_UNREAD).get({ id, unread })?.id ?? null
}

import type { Conversation } from '../../shared/contract/conversations.ts'
import { findContactByNumber } from '../contacts/person.ts'
import { firstUnread } from './first-unread.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { listOperations } from './list.ts'
import { conversationNotFound } from './not-found.ts'
import { putAwayOperations } from './put-away.ts'
import { CONVERSATION_COLUMNS, CONVERSATION_JOINS, conversationView, type ConversationRow } from './read.ts'
import { type UsualAccount, usualAccountOf } from './usual-account.ts'

export const conversationOperations = {
  ...listOperations,
  ...putAwayOperations,

  get(db: Db, input: { id: string }): Conversation & { firstUnreadId: string | null; usualAccount: UsualAccount | null } {
    const row = statement<[string], ConversationRow>(
      db,
      `SELECT ${CONVERSATION_COLUMNS} FROM conversations c ${CONVERSATION_JOINS} WHERE c.id = ?`,
    ).get(input.id)
    if (row === undefined) throw conversationNotFound()
    return { ...conversationView(row), firstUnreadId: firstUnread(db, row), usualAccount: usualAccountOf(db, row.id) }
  },

  /** The conversation with a peer and the person the number belongs to, where there are any. */
  lookUp(db: Db, input: { peer: string }): { conversationId: string | null; contactId: string | null } {
    const conversation = statement<[string], { id: string }>(db, 'SELECT id FROM conversations WHERE peer = ?').get(input.peer)
    return { conversationId: conversation?.id ?? null, contactId: findContactByNumber(db, input.peer)?.id ?? null }
  },

  /** Marks all read, or the last text unread, which brings an archived conversation back; answers the count shown. */
  setRead(db: Db, input: { id: string; read: boolean }): { unread: number; changed: boolean } {
    const done = statement(
      db,
      `UPDATE conversations SET unread = @unread, archived = iif(@unread = 0, archived, 0) WHERE id = @id AND (unread = 0) <> (@unread = 0)`,
    ).run({ id: input.id, unread: input.read ? 0 : 1 })
    const row = statement<[string], { unread: number }>(db, 'SELECT unread FROM conversations WHERE id = ?').get(input.id)
    if (row === undefined) throw conversationNotFound()
    return { unread: row.unread, changed: done.changes > 0 }
  },

  /** Conversations with something unread. */
  countUnread(db: Db): number {
    return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM conversations WHERE unread > 0').get()?.n ?? 0
  },
}

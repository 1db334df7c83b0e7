import type { MessageRow, MessageView } from '../messages/rows.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView } from '../messages/rows.ts'
import { ownerOf } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'
import { fullTextQuery } from './full-text.ts'
import { statement } from '../store/statement.ts'

/** A message found, with whom it was exchanged. */
export interface FoundMessage {
  message: MessageView
  conversationId: string
  name: string | null
  peer: string
}

export const searchOperations = {
  /** Messages that hold all words, newest first. */
  messages(db: Db, input: { query: string; limit: number }): FoundMessage[] {
    const match = fullTextQuery(input.query)
    if (match === null) return []
    const rows = statement<[object], MessageRow & { peer: string; contact_name: string | null }>(
      db,
      `SELECT ${MESSAGE_COLUMNS}, c.peer,
           (SELECT nullif(p.name, '') FROM contacts p WHERE p.ordinal = ${ownerOf('c.peer')}) AS contact_name
         FROM ${MESSAGE_SOURCE} JOIN conversations c ON c.id = m.conversation_id
         WHERE m.rowid IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH @match ORDER BY rowid DESC LIMIT @limit)
         ORDER BY m.created_at DESC, m.id DESC LIMIT @limit`,
    ).all({ match, limit: input.limit })
    return rows.map((row) => ({ message: messageView(row), conversationId: row.conversation_id, name: row.contact_name, peer: row.peer }))
  },
}

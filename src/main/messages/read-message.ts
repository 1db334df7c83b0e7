import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { MessageRow, MessageView } from './rows.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView } from './rows.ts'

/**
 * One message as callers see it.
 * @throws Refused `message_not_found`
 */
export function readMessage(db: Db, id: string): MessageView {
  const row = statement<[string], MessageRow>(db, `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} WHERE m.id = ?`).get(id)
  if (row === undefined) throw new Refused('message_not_found', 'This message is not here any more.')
  return messageView(row)
}

/** Messages as callers see them, in the order of the ids; those that are not there are left out. */
export function readMessages(db: Db, ids: readonly string[]): MessageView[] {
  const rows = statement<[string], MessageRow>(
    db,
    `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} WHERE m.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [messageView(row)]
  })
}

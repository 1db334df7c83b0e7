import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

/** Conversations by what their last message is: its direction, status, and what wrote it. */
const LAST = [
  { id: 'came in', direction: 'inbound', status: 'received', automatic: null, unanswered: 1, failed: 0 },
  { id: 'delivered', direction: 'outbound', status: 'delivered', automatic: null, unanswered: 0, failed: 0 },
  { id: 'away', direction: 'outbound', status: 'sent', automatic: 'away', unanswered: 1, failed: 0 },
  { id: 'help', direction: 'outbound', status: 'failed', automatic: 'help', unanswered: 1, failed: 1 },
  { id: 'opted out', direction: 'outbound', status: 'sent', automatic: 'opt_out', unanswered: 0, failed: 0 },
  { id: 'failed', direction: 'outbound', status: 'failed', automatic: null, unanswered: 0, failed: 1 },
  { id: 'undelivered', direction: 'outbound', status: 'undelivered', automatic: null, unanswered: 0, failed: 1 },
  { id: 'expired', direction: 'outbound', status: 'expired', automatic: null, unanswered: 0, failed: 1 },
  { id: 'unconfirmed', direction: 'outbound', status: 'unconfirmed', automatic: null, unanswered: 0, failed: 1 },
  { id: 'cancelled', direction: 'outbound', status: 'cancelled', automatic: null, unanswered: 0, failed: 0 },
] as const

/** A database of the version before, with each of these and a conversation in which nothing was said. */
function versionBefore(): Db {
  const db = new Database(':memory:')
  const before = migrations.findIndex(({ name }) => name === 'conversation-list')
  migrate(db, migrations.slice(0, before), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Garage', 'konnect', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('empty', '+46701740605', 'number', 1, 1);`)
  const addConversation = db.prepare(
    `INSERT INTO conversations (id, peer, peer_kind, last_message_id, last_at, unread, created_at) VALUES (?, ?, 'number', ?, ?, ?, 1)`,
  )
  const addMessage = db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, automatic, created_at)
     VALUES (?, ?, 'a', ?, '+46701740605', 'Garage', 'Hello', 1, ?, 1, ?, ?)`,
  )
  for (const [index, { id, direction, status, automatic }] of LAST.entries()) {
    addConversation.run(id, `+4670174${4_000 + index}`, `last ${id}`, index, direction === 'inbound' ? 2 : 0)
    // An earlier message must not decide.
    addMessage.run(`first ${id}`, id, 'outbound', 'failed', null, 0)
    addMessage.run(`last ${id}`, id, direction, status, automatic, index)
  }
  return db
}

test('what the list is filtered by is worked out for every conversation there is', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  const rows = db
    .prepare<[], { id: string }>(
      'SELECT id, account_id, unanswered, failed, archived, pinned_at, labelled, unread FROM conversations ORDER BY last_at, id',
    )
    .all()
  const untouched = { archived: 0, pinned_at: null, labelled: 0 }
  expect(rows.filter(({ id }) => id !== 'empty')).toEqual(
    LAST.map(({ id, direction, unanswered, failed }) => ({
      id,
      account_id: 'a',
      unanswered,
      failed,
      unread: direction === 'inbound' ? 2 : 0,
      ...untouched,
    })),
  )
  expect(rows.find(({ id }) => id === 'empty')).toEqual({
    id: 'empty',
    account_id: null,
    unanswered: 0,
    failed: 0,
    unread: 0,
    ...untouched,
  })
})

test('lists of a label follow the conversation, and go with it', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  db.pragma('foreign_keys = ON')
  db.exec(`
    INSERT INTO labels (id, name, colour, position, created_at, updated_at) VALUES ('l', 'Urgent', 'red', 0, 1, 1);
    INSERT INTO conversation_labels (conversation_id, label_id) VALUES ('came in', 'l'), ('empty', 'l');`)
  const lists = (id: string) =>
    db.prepare('SELECT filter, account_id FROM label_lists WHERE conversation_id = ? ORDER BY filter, account_id').raw().all(id)
  expect(lists('came in')).toEqual([
    ['all', ''],
    ['all', 'a'],
    ['unanswered', ''],
    ['unanswered', 'a'],
    ['unread', ''],
    ['unread', 'a'],
  ])
  expect(lists('empty'), 'no account yet').toEqual([['all', '']])
  db.exec(`UPDATE conversations SET archived = 1, unread = 0 WHERE id = 'came in'`)
  expect(lists('came in')).toEqual([
    ['archived', ''],
    ['archived', 'a'],
  ])
  expect(() => db.exec(`UPDATE conversations SET unread = 1 WHERE id = 'came in'`)).toThrow(/CHECK/)
  db.exec(`DELETE FROM conversations WHERE id = 'empty'`)
  expect(db.prepare('SELECT conversations FROM labels').pluck().get()).toBe(1)
  db.exec(`DELETE FROM labels`)
  expect(lists('came in')).toEqual([])
  expect(db.prepare(`SELECT labelled FROM conversations WHERE id = 'came in'`).pluck().get()).toBe(0)
})

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

/** A database of the version before with a text by a person, one that answered a missed call, and one from a customer. */
function versionBefore(): Db {
  const db = new Database(':memory:')
  const before = migrations.findIndex(({ name }) => name === 'replies')
  migrate(db, migrations.slice(0, before), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Garage', 'konnect', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);`)
  const insert = db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, request_key, created_at)
     VALUES (?, 'c', 'a', ?, '+46701740605', 'Garage', 'Hello', 1, ?, 1, ?, ?)`,
  )
  insert.run('person', 'outbound', 'sent', '0190a000-0000-4000-8000-000000000009:+46701740605', 1)
  insert.run('call', 'outbound', 'sent', 'call-reply:a:7:+46701740605', 2)
  insert.run('customer', 'inbound', 'received', null, 3)
  return db
}

test('texts that answered missed calls are known as automatic, and no others', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT id, automatic FROM messages ORDER BY created_at').raw().all()).toEqual([
    ['person', null],
    ['call', 'missed_call'],
    ['customer', null],
  ])
  expect(db.prepare('SELECT count(*) FROM away_messages').pluck().get()).toBe(0)
})

test('an inbound text is never automatic, and an away message that is on has words', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  expect(() => db.exec(`UPDATE messages SET automatic = 'away' WHERE id = 'customer'`)).toThrow(/CHECK/)
  const away = db.prepare(`INSERT INTO away_messages VALUES ('a', ?, ?, NULL, 'Europe/Stockholm', 12, 1)`)
  expect(() => away.run(1, '')).toThrow(/CHECK/)
  away.run(0, '')
})

test('what was answered lately is counted from an index alone', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT count(*) FROM messages INDEXED BY messages_automatic
       WHERE recipient = '+46701740605' AND created_at > 1 AND automatic IS NOT NULL`,
    )
    .all()
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH messages USING COVERING INDEX messages_automatic (recipient=? AND created_at>?)',
  ])
})

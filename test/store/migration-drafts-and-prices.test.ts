import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { conversationOperations } from '../../src/main/conversations/operations.ts'
import { draftOperations } from '../../src/main/drafts/operations.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { draftsAndPrices } from '../../src/main/store/migrations/0012-drafts-and-prices.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

test('conversations stay as they are, without drafts, and go through the account of their latest message', () => {
  const db: Db = new Database(':memory:')
  migrate(db, migrations.slice(0, draftsAndPrices.version - 1), memoryLog())
  db.exec(`INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at)
    VALUES ('a', 'Front desk', 'connectel', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_message_id, last_at, created_at) VALUES
      ('c', '+46701740605', 'number', 'm', 2, 1), ('d', '+46701740606', 'number', NULL, 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
      VALUES ('m', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'Ready', 1, 'sent', 2, 2)`)
  const before = db.prepare('SELECT * FROM conversations').all()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT * FROM conversations').all()).toEqual(before)
  expect(conversationOperations.get(db, { id: 'c' })).toMatchObject({
    draft: null,
    usualAccount: { id: 'a', name: 'Front desk', sender: 'DESK' },
  })
  expect(conversationOperations.get(db, { id: 'd' }).usualAccount).toBeNull()
  expect(draftOperations.get(db, { key: 'c' })).toBeNull()
})

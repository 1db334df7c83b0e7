import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { searchOperations } from '../../src/main/search/operations.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { memoryLog } from '../support/memory-log.ts'

test('texts and notes of before are found once they were put into the index', () => {
  const db = new Database(':memory:')
  migrate(
    db,
    migrations.filter(({ version }) => version < 14),
    memoryLog(),
  )
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Front desk', 'test', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
      VALUES ('m', 'c', 'a', 'outbound', '+46701740605', 'Clinic', 'Påminnelse om tid', 1, 'delivered', 1, 1),
             ('n', 'c', 'a', 'outbound', '+46701740605', 'Clinic', '您的预约', 1, 'delivered', 2, 2);
    INSERT INTO conversation_notes (id, conversation_id, text, created_at, updated_at) VALUES ('o', 'c', 'Ring först', 1, 1);`)

  migrate(db, migrations, memoryLog())

  const ask = (typed: string) =>
    searchOperations.find(db, {
      typed,
      callingCodes: ['+46'],
      kinds: { messages: true, notes: true, conversations: true },
      contactId: null,
      conversationId: null,
      statuses: null,
      direction: null,
      accountId: null,
      from: null,
      until: null,
      beforeMessage: null,
      beforeNote: null,
      messageLimit: 10,
      noteLimit: 10,
    })
  expect(ask('paminnelse')).toMatchObject({ messages: [], preparing: 2 })
  while (searchOperations.index(db).isMore);
  expect(ask('paminnelse')).toMatchObject({ messages: [{ message: { id: 'm' } }], preparing: 0 })
  expect(ask('预约')).toMatchObject({ messages: [{ message: { id: 'n' } }] })
  expect(ask('forst')).toMatchObject({ notes: [{ id: 'o' }] })
  expect(ask('0701740605')).toMatchObject({ conversations: [{ id: 'c' }] })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { noteOperations } from '../../src/main/notes/operations.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { notes } from '../../src/main/store/migrations/0011-notes.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

test('conversations stay as they are; notes are kept with them, and go with them', () => {
  const db: Db = new Database(':memory:')
  migrate(db, migrations.slice(0, notes.version - 1), memoryLog())
  db.exec(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at)
    VALUES ('c', '+46701740605', 'number', 1, 1), ('d', '+46701740606', 'number', 1, 1)`)
  const peers = db.prepare('SELECT id, peer FROM conversations ORDER BY id').all()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT id, peer FROM conversations ORDER BY id').all()).toEqual(peers)
  const all = (conversationId: string) => noteOperations.list(db, { conversationId, from: 0, until: 9 })
  expect(all('c')).toEqual([])
  noteOperations.add(db, { conversationId: 'c', text: 'Prefers mornings', now: 5 })
  noteOperations.add(db, { conversationId: 'd', text: 'Has a dog', now: 6 })
  db.exec(`DELETE FROM conversations WHERE id = 'd'`)
  expect(all('c')).toMatchObject([{ text: 'Prefers mornings', createdAt: 5 }])
  expect(all('d')).toEqual([])
})

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { templates } from '../../src/main/store/migrations/0013-templates.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { templateOperations } from '../../src/main/templates/operations.ts'
import { memoryLog } from '../support/memory-log.ts'

test('what was there stays; a name is free again once its template is removed', () => {
  const db: Db = new Database(':memory:')
  migrate(db, migrations.slice(0, templates.version - 1), memoryLog())
  db.exec(`INSERT INTO contacts (id, name, fields, sort_key, created_at, updated_at) VALUES ('c', 'Ann', '{"Pet":"Rex"}', 'ann', 1, 1)`)
  const before = db.prepare('SELECT * FROM contacts').all()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT * FROM contacts').all()).toEqual(before)
  expect(templateOperations.list(db)).toEqual([])
  const add = db.prepare(
    `INSERT INTO templates (id, name, name_key, text, created_at, updated_at, removed_at) VALUES (?, 'A', 'a', 'x', 1, 1, ?)`,
  )
  add.run('one', 5)
  add.run('two', null)
  expect(() => add.run('three', null)).toThrow(/UNIQUE/)
  expect(templateOperations.list(db).map(({ id }) => id)).toEqual(['two'])
  expect(() => db.exec(`UPDATE templates SET uses = 1`)).toThrow(/CHECK/)
})

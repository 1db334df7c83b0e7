import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openPeopleTable } from '../../src/main/contacts/person.ts'
import { undoImport } from '../../src/main/imports/take-back.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db, OperationContext } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

/** A database of the version before with people by hand, two imports (one of which changed somebody), and one that was taken back. */
function versionBefore(): Db {
  const db = new Database(':memory:')
  migrate(db, migrations.slice(0, 4), memoryLog())
  const person = db.prepare(
    'INSERT INTO contacts (id, name, company, notes, fields, sort_key, created_at, updated_at) VALUES (@id, @name, @company, @notes, @fields, @key, @at, @changed)',
  )
  const number = db.prepare('INSERT INTO contact_numbers (contact_id, e164, label, position) VALUES (?, ?, ?, ?)')
  const put = (id: string, name: string, at: number, changed: number, ...numbers: string[]) => {
    person.run({ id, name, company: 'Öbergs Bil', notes: 'n', fields: '{"City":"Lund"}', key: name.toLowerCase(), at, changed })
    numbers.forEach((e164, position) => number.run(id, e164, 'mobile', position))
  }
  put('hand', 'Åsa Öberg', 1, 1, '+46701740605', '+46701740606')
  put('first-1', 'Bo', 10, 10, '+46701740607')
  put('changed', 'Cai', 5, 20, '+46701740608')
  put('first-2', 'Dag', 10, 30, '+46701740609')
  put('first-3', 'Eva', 10, 10, '+46701740607')
  db.exec(`
    DELETE FROM contacts WHERE id = 'nobody';
    INSERT INTO imports (id, file_name, file_hash, options, status, rows, created, updated, started_at, finished_at)
      VALUES ('i1', 'a.csv', 'hash', '{}', 'done', 3, 3, 0, 10, 11), ('i2', 'b.csv', 'hash2', '{}', 'done', 1, 0, 1, 20, 21),
        ('i0', 'c.csv', 'hash3', '{}', 'undone', 0, 0, 0, 2, 3);
    INSERT INTO import_rejects VALUES ('i1', 4, 'too short', '07');
    INSERT INTO import_changes VALUES ('i1', 'first-1', 'created', NULL, 10), ('i1', 'first-2', 'created', NULL, 10),
      ('i1', 'first-3', 'created', NULL, 10), ('i1', 'gone-since', 'created', NULL, 10),
      ('i2', 'changed', 'updated', '{"id":"changed","name":"Kai","company":"","notes":"","fields":{},"numbers":[{"e164":"+46701740608","label":""}],"createdAt":5,"updatedAt":5}', 20);`)
  return db
}

/** Nobody else wants the data thread. */
const alone: OperationContext = { progress: () => undefined, cancelled: false, yield: () => Promise.resolve() }

test('people keep everything, and are listed and found as before', () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  expect(
    db.prepare('SELECT ordinal, id, name, company, notes, fields, created_at, updated_at FROM contacts ORDER BY ordinal').raw().all(),
  ).toEqual([
    [1, 'hand', 'Åsa Öberg', 'Öbergs Bil', 'n', '{"City":"Lund"}', 1, 1],
    [2, 'first-1', 'Bo', 'Öbergs Bil', 'n', '{"City":"Lund"}', 10, 10],
    [3, 'changed', 'Cai', 'Öbergs Bil', 'n', '{"City":"Lund"}', 5, 20],
    [4, 'first-2', 'Dag', 'Öbergs Bil', 'n', '{"City":"Lund"}', 10, 30],
    [5, 'first-3', 'Eva', 'Öbergs Bil', 'n', '{"City":"Lund"}', 10, 10],
  ])
  expect(openPeopleTable(db).read(1)?.numbers).toEqual([
    { e164: '+46701740605', label: 'mobile', extension: '' },
    { e164: '+46701740606', label: 'mobile', extension: '' },
  ])
  expect(db.prepare('SELECT sort_key, contact FROM contact_order').raw().all()).toEqual([
    ['bo', 2],
    ['cai', 3],
    ['dag', 4],
    ['eva', 5],
    ['Åsa öberg'.toLowerCase(), 1],
  ])
  expect(db.prepare('SELECT contact FROM number_owners ORDER BY e164, contact').pluck().all()).toEqual([1, 1, 2, 5, 3, 4])
  const found = (piece: string) =>
    db.prepare('SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH ? ORDER BY rowid').pluck().all(`"${piece}"`)
  // Folded by the tokenizer, since SQL cannot.
  expect([found('obe'), found('asa'), found('608'), found('070')]).toEqual([[1, 2, 3, 4, 5], [1], [3], []])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('imports of before can be taken back as before: what was edited since is left alone', async () => {
  const db = versionBefore()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT import_id, first_ordinal, last_ordinal FROM import_ranges').raw().all()).toEqual([
    ['i1', 2, 2],
    ['i1', 4, 5],
  ])
  expect(db.prepare('SELECT id, stamp, status FROM imports ORDER BY id').raw().all()).toEqual([
    ['i0', 2, 'undone'],
    ['i1', 10, 'done'],
    ['i2', 20, 'done'],
  ])
  expect(db.prepare('SELECT count(*) FROM import_rejects').pluck().get()).toBe(1)
  expect(await undoImport(db, { importId: 'i1', now: 40 }, alone)).toMatchObject({ removed: 2, leftAlone: 1 })
  expect(await undoImport(db, { importId: 'i2', now: 41 }, alone)).toMatchObject({ restored: 1, leftAlone: 0 })
  expect(db.prepare('SELECT id, name FROM contacts ORDER BY ordinal').raw().all()).toEqual([
    ['hand', 'Åsa Öberg'],
    ['changed', 'Kai'],
    ['first-2', 'Dag'],
  ])
  const next = openPeopleTable(db).insert(
    'new',
    { name: 'Ny', company: '', notes: '', fields: {}, numbers: [] },
    { createdAt: 1, updatedAt: 1 },
  )
  expect(next).toBe(6)
})

import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { latestVersion, migrate, schemaVersion } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

const SNAPSHOT = new URL('schema.snapshot.sql', import.meta.url)

function emptyDatabase(): Db {
  return new Database(':memory:')
}

/** Everything that was declared, as SQLite keeps it; the tables FTS5 makes for itself are left out. */
function schemaOf(db: Db): string {
  const rows = db
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_fts_data' AND name NOT GLOB '*_fts_idx'
         AND name NOT GLOB '*_fts_docsize' AND name NOT GLOB '*_fts_config' AND name NOT GLOB '*_fts_content'
       ORDER BY type, name`,
    )
    .all()
  return `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`
}

test('migrations are numbered from 1 without a gap', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
})

test('all migrations together make the schema that is kept in schema.snapshot.sql', async () => {
  const db = emptyDatabase()
  migrate(db, migrations, memoryLog())
  await expect(schemaOf(db)).toMatchFileSnapshot('./schema.snapshot.sql')
  expect(schemaVersion(db)).toBe(latestVersion(migrations))
})

test('the snapshot itself is SQL that makes the same schema', () => {
  const db = emptyDatabase()
  const [triggers, rest] = splitBy(readFileSync(SNAPSHOT, 'utf8').split(';\n\n'), (sql) => sql.startsWith('CREATE TRIGGER'))
  const [tables, indexes] = splitBy(rest, (sql) => sql.includes('TABLE'))
  for (const sql of [...tables, ...indexes, ...triggers]) db.exec(sql)
  expect(schemaOf(db)).toBe(readFileSync(SNAPSHOT, 'utf8'))
})

test('applied one at a time, each is one step, and the end is the same as all at once', () => {
  const stepwise = emptyDatabase()
  for (const migration of migrations) {
    migrate(stepwise, migrations.slice(0, migration.version), memoryLog())
    expect(schemaVersion(stepwise)).toBe(migration.version)
    expect(stepwise.pragma('integrity_check', { simple: true })).toBe('ok')
  }
  const atOnce = emptyDatabase()
  migrate(atOnce, migrations, memoryLog())
  expect(schemaOf(stepwise)).toBe(schemaOf(atOnce))
})

test('applying them again changes nothing', () => {
  const db = emptyDatabase()
  migrate(db, migrations, memoryLog())
  const before = schemaOf(db)
  const log = memoryLog()
  migrate(db, migrations, log)
  expect(schemaOf(db)).toBe(before)
  expect(log.lines).toEqual([])
})

const first = { version: 1, name: 'first', sql: 'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT; INSERT INTO parent VALUES (1);' }
const second = {
  version: 2,
  name: 'second',
  sql: 'CREATE TABLE child (parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT; INSERT INTO child VALUES (1);',
}

test('a migration that fails half-way leaves the database at the step before it', () => {
  const db = emptyDatabase()
  const broken = { version: 3, name: 'broken', sql: 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' }
  expect(() => migrate(db, [first, second, broken], memoryLog())).toThrow(/nowhere/)
  expect(schemaVersion(db)).toBe(2)
  expect(schemaOf(db)).not.toContain('half')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a migration may rebuild a table that others point at, and their rows stay', () => {
  const db = emptyDatabase()
  const rebuild = {
    version: 3,
    name: 'rebuild',
    sql: `CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '') STRICT;
          INSERT INTO new_parent (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;`,
  }
  migrate(db, [first, second, rebuild], memoryLog())
  expect(db.prepare('SELECT count(*) AS children FROM child').get()).toEqual({ children: 1 })
})

test('a migration that would leave a row pointing at nothing is refused whole', () => {
  const db = emptyDatabase()
  migrate(db, [first, second], memoryLog())
  const orphaning = { version: 3, name: 'orphaning', sql: 'DELETE FROM parent;' }
  expect(() => migrate(db, [first, second, orphaning], memoryLog())).toThrow(/broken references/)
  expect(db.prepare('SELECT count(*) AS parents FROM parent').get()).toEqual({ parents: 1 })
})

function splitBy<Item>(items: Item[], matches: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(matches), items.filter((item) => !matches(item))]
}

test('0002 leaves what was queued before as it was: replies, without a hold, claimable at the time they had', () => {
  const db = emptyDatabase()
  migrate(db, migrations.slice(0, 1), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Desk', 'sandbox', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at, not_before, scheduled_at)
      VALUES ('now', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'Now', 1, 'queued', 1, 1, NULL, NULL),
        ('later', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'Later', 1, 'queued', 1, 2, 900, 900),
        ('sent', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'Sent', 1, 'sent', 1, 3, NULL, NULL);
    INSERT INTO attempts (id, message_id, account_id, number, started_at) VALUES ('t', 'sent', 'a', 1, 3);`)
  migrate(db, migrations.slice(0, 2), memoryLog())
  const rows = db.prepare(
    'SELECT id, priority, hold, not_before, scheduled_at, came_due_at, schedule_local, queries FROM messages ORDER BY created_at',
  )
  const kept = { priority: 'reply', hold: null, came_due_at: null, schedule_local: null, queries: 0 }
  expect(rows.all()).toEqual([
    { ...kept, id: 'now', not_before: null, scheduled_at: null },
    { ...kept, id: 'later', not_before: 900, scheduled_at: 900 },
    { ...kept, id: 'sent', not_before: null, scheduled_at: null },
  ])
  expect(db.prepare('SELECT rate_count, rate_per FROM accounts').all()).toEqual([{ rate_count: null, rate_per: null }])
  expect(db.prepare('SELECT call_id FROM attempts').all()).toEqual([{ call_id: null }])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('0003 keeps texts as texts and every reference with its message, and lets a call share one', () => {
  const db = emptyDatabase()
  migrate(db, migrations.slice(0, 2), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Desk', 'sandbox', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
      VALUES ('one', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'One', 1, 'sent', 1, 1), ('two', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'Two', 1, 'sent', 1, 2);
    INSERT INTO provider_refs (account_id, ref, message_id) VALUES ('a', 'R1', 'one'), ('a', 'R2', 'one'), ('a', 'R3', 'two');`)
  const shared = `INSERT INTO provider_refs (account_id, ref, message_id) VALUES ('a', 'R1', 'two')`
  expect(() => db.exec(shared)).toThrow(/UNIQUE/)
  migrate(db, migrations.slice(0, 3), memoryLog())
  expect(db.prepare('SELECT id, kind, provider_at FROM messages ORDER BY id').all()).toEqual([
    { id: 'one', kind: 'text', provider_at: null },
    { id: 'two', kind: 'text', provider_at: null },
  ])
  expect(db.prepare('SELECT ref, message_id FROM provider_refs ORDER BY ref').raw().all()).toEqual([
    ['R1', 'one'],
    ['R2', 'one'],
    ['R3', 'two'],
  ])
  db.exec(shared)
  expect(() => db.exec(shared)).toThrow(/UNIQUE/)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('0004 keeps calls as they were, of which none is known by an id, and takes one id for each from then on', () => {
  const db = emptyDatabase()
  migrate(db, migrations.slice(0, 3), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Desk', 'sandbox', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
      VALUES ('one', 'c', 'a', 'outbound', '+46701740605', 'DESK', 'One', 1, 'unconfirmed', 1, 1);
    INSERT INTO provider_refs (account_id, ref, message_id) VALUES ('a', 'R1', 'one');
    INSERT INTO attempts (id, message_id, account_id, number, call_id, started_at, finished_at, outcome) VALUES ('t', 'one', 'a', 1, 'k1', 3, 4, 'unknown');`)
  const rows = () => ['attempts', 'messages', 'provider_refs'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  const before = rows()
  migrate(db, migrations.slice(0, 4), memoryLog())
  expect(rows()).toEqual(before)
  expect(db.prepare('SELECT * FROM call_refs').all()).toEqual([])
  const known = `INSERT INTO call_refs (call_id, account_id, ref) VALUES ('k1', 'a', 'B1')`
  db.exec(known)
  expect(() => db.exec(known)).toThrow(/UNIQUE/)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('0006 keeps what came in as it was, and parts of a text from then on', () => {
  const db = emptyDatabase()
  migrate(db, migrations.slice(0, 5), memoryLog())
  db.exec(`
    INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES ('a', 'Desk', 'sandbox', '{}', 'k', 'active', 1, 1);
    INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1);
    INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, inbound_key, created_at)
      VALUES ('in', 'c', 'a', 'inbound', '+46701740600', '+46701740605', 'Part two', 1, 'received', 1, 'id:2', 1);`)
  const rows = () => db.prepare('SELECT * FROM messages').all()
  const before = rows()
  migrate(db, migrations.slice(0, 6), memoryLog())
  expect(rows()).toEqual(before)
  const part = `INSERT INTO inbound_parts VALUES ('in', 1, 2, 'a', '+46701740605', '7', NULL, 'Part one', 1)`
  db.exec(part)
  expect(() => db.exec(part)).toThrow(/UNIQUE/)
  expect(() => db.exec(part.replace("1, 2, 'a'", "3, 2, 'a'"))).toThrow(/CHECK/)
  db.exec(`DELETE FROM messages WHERE id = 'in'`)
  expect(db.prepare('SELECT * FROM inbound_parts').all()).toEqual([])
})

import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

let migrated: Buffer | null = null

/** An empty database of the present version, in memory, with an account for each of these ids. */
export function listDatabase(accounts: readonly string[]): Db {
  if (migrated === null) {
    const first = new Database(':memory:')
    migrate(first, migrations, memoryLog())
    migrated = first.serialize()
    first.close()
  }
  const db = new Database(migrated)
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  onTestFinished(() => void db.close())
  const add = db.prepare(
    `INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES (?, ?, 'test', '{}', ?, 'active', 1, 1)`,
  )
  for (const id of accounts) add.run(id, `Account ${id}`, id)
  return db
}

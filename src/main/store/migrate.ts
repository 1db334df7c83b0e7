import type { Log } from '../log/log.ts'
import type { Db } from './operation.ts'
import type { Migration } from './migrations/index.ts'

/** "SMSD": marks the file as ours, in SQLite's header field for that (https://sqlite.org/pragma.html#pragma_application_id). */
export const APPLICATION_ID = 0x53_4d_53_44

/** Number of the last migration that was applied; 0 for an empty database. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Version a database has once all of `migrations` are applied. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Applies what is missing, in order, each in a transaction of its own together with its number: a crash or an error
 * leaves the database at the last whole step. Foreign keys are not enforced meanwhile, since rebuilding a table
 * (https://sqlite.org/lang_altertable.html#otheralter) would delete rows that point at it; instead all of them are
 * checked before each commit.
 * @throws whatever the SQL throws, and Error when a step leaves rows that point at nothing
 */
export function migrate(db: Db, migrations: readonly Migration[], log: Log): void {
  const from = schemaVersion(db)
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations.filter((each) => each.version > from)) {
      if (migration.version !== schemaVersion(db) + 1) {
        throw new Error(`migration ${migration.version} does not follow ${schemaVersion(db)}`)
      }
      db.transaction(() => {
        db.exec(migration.sql)
        const broken = db.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`migration ${migration.version} leaves ${broken.length} broken references`)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.pragma(`user_version = ${migration.version}`)
      }).immediate()
      log.info('store.migrated', { version: migration.version, name: migration.name })
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

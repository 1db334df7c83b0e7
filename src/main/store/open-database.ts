import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { dataFolderPaths, ensureDataFolder } from '../app/data-folder.ts'
import type { ShellKind } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import { assertSound, CHECKED_WHOLE_BYTES, listBackups, makeBackup, removePartialBackups } from './backups.ts'
import { lockFolder } from './folder-lock.ts'
import { APPLICATION_ID, latestVersion, migrate, schemaVersion } from './migrate.ts'
import { migrations as allMigrations, type Migration } from './migrations/index.ts'
import type { Db } from './operation.ts'
import { asStartupFailed, databaseDamaged, databaseNewer } from './startup-problems.ts'

export interface OpenDatabaseOptions {
  /** Absolute path. Made if it is not there. */
  dataFolder: string
  shell: ShellKind
  /** ms since 1970 UTC. */
  now: number
  log: Log
  /** Left out: all there are. */
  migrations?: readonly Migration[]
  /** How long to wait, in ms, for a process that is just letting go of the folder. */
  lockWaitMs?: number
}

/** The database of a held data folder. */
export interface OpenDatabase {
  db: Db
  /** Writes the log back into the file, closes it and gives the folder free. Doing it twice changes nothing. */
  close(): void
}

/**
 * Takes a data folder, and opens its database: checked, backed up before a change of schema, and migrated. Blocks
 * its thread while it works.
 *
 * How sound the file is, is asked in three ways, so that a start never takes minutes and damage never goes unseen
 * for long. Always: SQLite reads the header and the schema, compares the length with what the header says, and
 * writes. Up to {@link CHECKED_WHOLE_BYTES}, or when SQLite found damage while the desk last ran: every page
 * (`quick_check`). Beyond: only that; a write-ahead log survives a crash by its design, and a page gone bad is
 * reported by SQLite when it is read.
 *
 * @throws StartupFailed
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { dataFolder, shell, now, log, lockWaitMs = 0 } = options
  try {
    ensureDataFolder(dataFolder)
    const lock = lockFolder(dataFolder, { shell, now, waitMs: lockWaitMs })
    try {
      await removePartialBackups(dataFolder)
      const db = await openFile(options)
      return {
        db,
        close() {
          try {
            if (db.open) close(db, log)
          } finally {
            lock.release()
          }
        },
      }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw asStartupFailed(error, dataFolder, await listBackups(dataFolder).catch(() => []))
  }
}

/** Has the next start look at every page of the database. */
export function markForCheck(dataFolder: string): void {
  writeFileSync(dataFolderPaths(dataFolder).checkMark, '')
}

async function openFile({ dataFolder, now, log, migrations = allMigrations }: OpenDatabaseOptions): Promise<Db> {
  const paths = dataFolderPaths(dataFolder)
  const bytes = sizeOf(paths.database)
  const backups = await listBackups(dataFolder)
  // An absent or empty file is a new database to SQLite. It is one only where there has never been another.
  if (bytes === 0 && (backups.length > 0 || sizeOf(`${paths.database}-wal`) > 0)) {
    throw databaseDamaged(dataFolder, backups, { missing: true })
  }
  if (bytes === 0) createPrivately(paths.database)

  const db = new Database(paths.database, { timeout: 5_000 })
  try {
    const version = schemaVersion(db)
    const isNew = version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
    if (!isNew && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw databaseDamaged(dataFolder, backups, { foreign: true })
    }
    const latest = latestVersion(migrations)
    if (version > latest) throw databaseNewer(dataFolder)

    configure(db)
    assertWritable(db)
    const checked = bytes <= CHECKED_WHOLE_BYTES || existsSync(paths.checkMark)
    if (checked) assertSound(db)
    rmSync(paths.checkMark, { force: true })

    if (version < latest) {
      if (version > 0) await makeBackup(db, { reason: 'upgrade', now })
      migrate(db, migrations, log)
    }
    log.info('store.opened', { version: latest, bytes, checked })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Settings of the connection; each is one SQLite forgets when it closes, but for the journal's mode. */
function configure(db: Db): void {
  db.pragma('journal_mode = WAL')
  // An outcome is on the disk before the next message goes out, also through a power cut.
  db.pragma('synchronous = FULL')
  // macOS: fsync leaves data in the disk's own cache unless asked otherwise. Elsewhere it means nothing.
  db.pragma('fullfsync = ON')
  db.pragma('checkpoint_fullfsync = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  // A database file from elsewhere must not run functions through its schema.
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  // What is deleted is overwritten wherever that costs no extra write.
  db.pragma('secure_delete = FAST')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32768')
  db.pragma('journal_size_limit = 67108864')
}

/** A read-only file or a full disk shows now, on a screen of its own, and not at the first message. */
function assertWritable(db: Db): void {
  db.transaction(() => {
    db.pragma(`user_version = ${schemaVersion(db)}`)
  }).immediate()
}

function close(db: Db, log: Log): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // Nothing is lost: the next start reads the write-ahead log.
    log.error('store.checkpoint_failed', error)
  } finally {
    db.close()
  }
}

/** An empty database file only its owner can read; SQLite gives the files beside it the same mode. */
function createPrivately(file: string): void {
  if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600, flag: 'wx' })
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

import { dirname } from 'node:path'
import { assertSound, type Backup, type BackupReason, listBackups, makeBackup } from './backups.ts'
import type { Db, OperationContext } from './operation.ts'

/** A daily backup is due this long after the newest one of any kind, in ms. */
const BACKUP_DUE_AFTER_MS = 24 * 60 * 60 * 1_000

/** Care of the database itself. */
export const maintenanceOperations = {
  /**
   * Copies the database into the folder `backups`, in steps. Progress is in pages. Refuses nothing: a full disk or
   * a damaged file throws what SQLite says, and no older backup goes then.
   */
  backupNow(db: Db, input: { now: number; reason?: BackupReason }, context: OperationContext): Promise<Backup> {
    return makeBackup(db, {
      now: input.now,
      reason: input.reason ?? 'manual',
      onStep: (done, total) => {
        if (context.cancelled) throw new DOMException('the backup was cancelled', 'AbortError')
        context.progress(done, total)
      },
    })
  },

  /** Makes the backup of the day unless one of any kind is less than 24 hours old; null then. */
  async backupDaily(db: Db, input: { now: number }, context: OperationContext): Promise<Backup | null> {
    const [newest] = await listBackups(dirname(db.name))
    // One from the future, after the clock was set back, does not count: backups would stop until then.
    const age = newest === undefined ? Infinity : input.now - newest.at
    if (age >= 0 && age < BACKUP_DUE_AFTER_MS) return null
    return maintenanceOperations.backupNow(db, { now: input.now, reason: 'daily' }, context)
  },

  /** Backups there are, newest first. */
  backups(db: Db): Promise<Backup[]> {
    return listBackups(dirname(db.name))
  },

  /** Writes the write-ahead log back into the database file and empties it. */
  checkpoint(db: Db): void {
    db.pragma('wal_checkpoint(TRUNCATE)')
  },

  /**
   * Looks at every page; about 5 ms per MB during which the data thread does nothing else.
   * @throws SqliteError `SQLITE_CORRUPT`
   */
  check(db: Db): void {
    assertSound(db)
  },
}

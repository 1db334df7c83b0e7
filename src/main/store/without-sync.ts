import type { Db } from './operation.ts'

/**
 * Runs one transaction that need not be on the disk when it returns: a chunk of work whose beginning is on the disk and
 * which is gone on with, or taken back, should the computer lose power. It still is there whole or not at all, and whatever
 * is committed after it in the ordinary way takes it along to the disk (SQLite, `PRAGMA synchronous`: NORMAL in WAL mode).
 * Waiting for the disk at each of some thousand chunks costs as much as the work (measured).
 */
export function withoutSync<Result>(db: Db, transaction: () => Result): Result {
  db.pragma('synchronous = NORMAL')
  try {
    return transaction()
  } finally {
    db.pragma('synchronous = FULL')
  }
}

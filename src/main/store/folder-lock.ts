import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import * as z from 'zod'
import { dataFolderPaths } from '../app/data-folder.ts'
import type { ShellKind } from '../app/ports.ts'
import { folderInUse } from './startup-problems.ts'

const lockHolder = z.object({
  /** Process id on this computer, at the time. */
  pid: z.int().positive(),
  shell: z.enum(['electron', 'browser', 'cli', 'test']),
  /** ms since 1970 UTC. */
  startedAt: z.int(),
})

/** Who holds a data folder, as they wrote it down. */
export type LockHolder = z.infer<typeof lockHolder>

/** A held data folder. */
export interface FolderLock {
  /** Gives the folder free. Doing it twice changes nothing. */
  release(): void
}

export interface LockOptions {
  shell: ShellKind
  /** ms since 1970 UTC. */
  now: number
  /** How long to wait for a holder that is just leaving. Blocks this thread meanwhile. */
  waitMs?: number
}

/**
 * Takes a data folder for this process, so that there are never two senders on one outbox.
 *
 * The lock is an exclusive transaction, left open, on an empty SQLite database of its own. Node has no lock on
 * files; SQLite does (fcntl on Linux and macOS, LockFileEx on Windows), and the system lets go of it the moment the
 * process ends, however it ends. A file with a process id cannot promise that: ids are used again, and a file left
 * by a killed process looks like one of a living process. The lock is not on the database itself, so that the
 * database can be opened beside the desk for reading and stays free while it is swapped for a backup.
 *
 * POSIX drops a process's locks on a file as soon as that process closes any handle to it: nothing but this module
 * may open `desk.lock`. Who holds it is therefore written in a file beside it.
 *
 * @throws StartupFailed `folder_in_use`; else what SQLite or the file system says
 */
export function lockFolder(dataFolder: string, { shell, now, waitMs = 0 }: LockOptions): FolderLock {
  const paths = dataFolderPaths(dataFolder)
  const lock = new Database(paths.lock, { timeout: waitMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw folderInUse(dataFolder, error)
    throw error
  }
  try {
    const holder: LockHolder = { pid: process.pid, shell, startedAt: now }
    writeFileSync(paths.lockHolder, JSON.stringify(holder), { mode: 0o600 })
  } catch (error) {
    lock.close()
    throw error
  }
  return {
    release() {
      if (!lock.open) return
      try {
        rmSync(paths.lockHolder, { force: true })
      } finally {
        lock.close()
      }
    },
  }
}

/**
 * Who said last that they hold the folder; null when nobody does or the file cannot be read. Of a killed process it
 * may still be there: only {@link lockFolder} knows whether the folder is free.
 */
export function readLockHolder(dataFolder: string): LockHolder | null {
  try {
    return lockHolder.parse(JSON.parse(readFileSync(dataFolderPaths(dataFolder).lockHolder, 'utf8')))
  } catch {
    return null
  }
}

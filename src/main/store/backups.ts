import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import { dataFolderPaths } from '../app/data-folder.ts'
import type { Db } from './operation.ts'

/** A copy of the database in the folder `backups`. */
export type Backup = StartupProblem['backups'][number]

/** What a backup was made for; part of its name. */
export type BackupReason = 'daily' | 'manual' | 'upgrade'

/** How many are kept, of all reasons together. */
export const BACKUPS_KEPT = 5

/**
 * Database files up to this many bytes are read through by SQLite at every start and in every backup. Measured: 5.5 ms
 * per MB on one core of a small server, so about a third of a second at most.
 */
export const CHECKED_WHOLE_BYTES = 64 * 1024 * 1024

/** Pages (of 4 KiB) copied before other work of the data thread gets its turn: a few milliseconds. */
const PAGES_PER_STEP = 1_000

const NAME = /^desk-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(?:daily|manual|upgrade)(?:-\d{1,3})?\.sqlite3$/
const PARTIAL = '.partial'

/** True for a name that {@link makeBackup} gives: a plain file name, never a path. */
export function isBackupName(name: string): boolean {
  return NAME.test(name)
}

/** Backups of a data folder, newest first. Other files in there are left out. */
export async function listBackups(dataFolder: string): Promise<Backup[]> {
  const folder = dataFolderPaths(dataFolder).backups
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
  const found: Backup[] = []
  for (const name of names) {
    const at = instantIn(name)
    if (at === null) continue
    const file = await stat(join(folder, name)).catch(() => null)
    if (file?.isFile()) found.push({ name, at, bytes: file.size })
  }
  return found.sort((a, b) => b.at - a.at || b.name.localeCompare(a.name, 'en', { numeric: true }))
}

export interface MakeBackupOptions {
  reason: BackupReason
  /** ms since 1970 UTC; becomes part of the name. */
  now: number
  /** Called for each step of the copy. May throw to stop it. */
  onStep?: (pagesDone: number, pagesTotal: number) => void
}

/**
 * Copies the open database into `backups` beside it, while it is in use: what is committed in between is in the copy too.
 * The copy is one file that needs nothing beside it, and gets its name only when it is whole and on the disk. Then
 * the oldest backups beyond {@link BACKUPS_KEPT} go.
 * @throws SqliteError `SQLITE_CORRUPT` when the copy is not sound: no older backup goes then
 */
export async function makeBackup(db: Db, { reason, now, onStep }: MakeBackupOptions): Promise<Backup> {
  const dataFolder = dirname(db.name)
  const { backups } = dataFolderPaths(dataFolder)
  await mkdir(backups, { recursive: true, mode: 0o700 })
  const name = await claimName(backups, reason, now)
  const partial = join(backups, name + PARTIAL)
  try {
    await db.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        onStep?.(totalPages - remainingPages, totalPages)
        return PAGES_PER_STEP
      },
    })
    finish(partial)
    await rename(partial, join(backups, name))
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(partial + end, { force: true })
    throw error
  }
  const all = await listBackups(dataFolder)
  for (const old of all.slice(BACKUPS_KEPT)) {
    if (old.name !== name) await rm(join(backups, old.name), { force: true })
  }
  const made = all.find((backup) => backup.name === name)
  if (made === undefined) throw new Error(`backup ${name} is not where it was written`)
  return made
}

/** Removes copies that a crash left half made. Only at start, when no copy is being made. */
export async function removePartialBackups(dataFolder: string): Promise<void> {
  const folder = dataFolderPaths(dataFolder).backups
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (name.includes(PARTIAL)) await rm(join(folder, name), { force: true })
  }
}

/** Makes the copy stand alone (no write-ahead log of its own), and looks through it where that is quick. */
function finish(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
    const bytes = Number(copy.pragma('page_count', { simple: true })) * Number(copy.pragma('page_size', { simple: true }))
    if (bytes <= CHECKED_WHOLE_BYTES) assertSound(copy)
  } finally {
    copy.close()
  }
}

/**
 * Has SQLite look at every page (https://sqlite.org/pragma.html#pragma_quick_check).
 * @throws SqliteError `SQLITE_CORRUPT` with the first thing it found
 */
export function assertSound(db: Db): void {
  const finding = db.pragma('quick_check(1)', { simple: true })
  if (finding !== 'ok') throw new Database.SqliteError(String(finding), 'SQLITE_CORRUPT')
}

/** Instant as it is written in file names, in UTC: `20261121-050730`. */
export function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}

/** A name nobody has, with its partial file made: of two backups within one second, only one can do that. */
async function claimName(folder: string, reason: BackupReason, now: number): Promise<string> {
  for (let copy = 1; copy < 1_000; copy += 1) {
    const name = `desk-${stamp(now)}-${reason}${copy === 1 ? '' : `-${copy}`}.sqlite3`
    const partial = join(folder, name + PARTIAL)
    try {
      await writeFile(partial, '', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw error
    }
    if (!existsSync(join(folder, name))) return name
    await rm(partial, { force: true })
  }
  throw new Error('too many backups within one second')
}

function instantIn(name: string): number | null {
  const parts = NAME.exec(name)?.slice(1).map(Number)
  if (parts === undefined) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

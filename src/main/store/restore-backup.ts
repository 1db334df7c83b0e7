import { copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolderPaths } from '../app/data-folder.ts'
import type { ShellKind } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import { isBackupName, stamp } from './backups.ts'
import { lockFolder } from './folder-lock.ts'
import { APPLICATION_ID, latestVersion } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/**
 * Puts a backup in the place of the database. What was there, with its write-ahead log, is kept beside it as
 * `desk.damaged-<date>.sqlite3`, never overwritten. The store must be closed; the folder is held meanwhile.
 *
 * A crash at any step leaves either the database as it was, or a folder whose database is missing: then the desk
 * says so at the next start and offers the backups again.
 *
 * @param name as {@link import('./backups.ts').listBackups} gives it
 * @returns the file name the former database is kept under; null if there was none
 * @throws Refused `backup_unknown`, `backup_unusable` or `backup_newer`; StartupFailed `folder_in_use`
 */
export async function restoreBackup(
  dataFolder: string,
  name: string,
  { now, shell }: { now: number; shell: ShellKind },
): Promise<{ keptAs: string | null }> {
  const paths = dataFolderPaths(dataFolder)
  if (!isBackupName(name)) throw unknownBackup()
  const backup = join(paths.backups, name)
  const lock = lockFolder(dataFolder, { shell, now })
  try {
    await assertUsable(backup)
    const restoring = `${paths.database}.restoring`
    await copyFile(backup, restoring)
    await flush(restoring)
    const keptAs = await setAside(paths.database, dataFolder, now)
    await rename(restoring, paths.database)
    await flush(dataFolder)
    return { keptAs }
  } finally {
    lock.release()
  }
}

/**
 * Moves the database away. The write-ahead log goes with it and before the backup comes in: SQLite would play the
 * log of one database into another without noticing.
 */
async function setAside(database: string, dataFolder: string, now: number): Promise<string | null> {
  const keptAs = await freeNameFor(dataFolder, now)
  const target = join(dataFolder, keptAs)
  let kept = false
  for (const end of ['', '-wal']) {
    const moved = await rename(database + end, target + end).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false
        throw error
      },
    )
    kept ||= moved
  }
  await rm(`${database}-shm`, { force: true })
  return kept ? keptAs : null
}

async function freeNameFor(dataFolder: string, now: number): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = `desk.damaged-${stamp(now)}${copy === 1 ? '' : `-${copy}`}.sqlite3`
    const taken = await Promise.all(['', '-wal'].map((end) => exists(join(dataFolder, name + end))))
    if (!taken.includes(true)) return name
  }
}

/** Reads the header of the file (https://sqlite.org/fileformat2.html#the_database_header), nothing more. */
async function assertUsable(file: string): Promise<void> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? unknownBackup() : error
  })
  try {
    const header = Buffer.alloc(100)
    await handle.read(header, 0, 100, 0)
    const { size } = await handle.stat()
    const declaredPageSize = header.readUInt16BE(16)
    const pageSize = declaredPageSize === 1 ? 65_536 : declaredPageSize
    if (
      header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
      header.readUInt32BE(68) !== APPLICATION_ID ||
      size < header.readUInt32BE(28) * pageSize
    ) {
      throw new Refused('backup_unusable', 'This backup is not whole, so nothing was changed. Choose another one.')
    }
    if (header.readUInt32BE(60) > latestVersion(migrations)) {
      throw new Refused(
        'backup_newer',
        'This backup was made by a newer version of SMS Desk, so nothing was changed. Choose another one, or install the newest version.',
      )
    }
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Has the system write the file or folder to the disk. Windows cannot do that for a folder, nor needs it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'EISDIR') throw error
  } finally {
    await handle.close()
  }
}

function unknownBackup(): Refused {
  return new Refused('backup_unknown', 'There is no such backup any more. Choose another one.')
}

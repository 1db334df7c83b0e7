import type { StartupProblem } from '../../shared/contract/desk.ts'
import { dataFolderPaths } from '../app/data-folder.ts'
import { StartupFailed } from '../app/startup-failed.ts'

type Backups = StartupProblem['backups']

/** What the file system and SQLite call it when there is no room left. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** What they call it when a path cannot be made, opened or written. */
const NOT_WRITABLE = /^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ENAMETOOLONG|SQLITE_(READONLY|CANTOPEN|PERM|AUTH)(_.*)?)$/

/** True for what SQLite throws when the file is not a sound database (https://sqlite.org/rescode.html). */
export function saysDamaged(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

/**
 * The screen for whatever went wrong while the data was opened.
 * @param backups those that could be put in place, newest first; shown where the database is damaged
 */
export function asStartupFailed(error: unknown, dataFolder: string, backups: Backups): StartupFailed {
  if (error instanceof StartupFailed) return error
  const code = codeOf(error)
  if (saysDamaged(error)) return databaseDamaged(dataFolder, backups, { cause: error })
  if (FULL.has(code)) {
    return failed(
      'folder_not_writable',
      `The disk that holds ${dataFolder} is full. Make some room on it, then try again.`,
      dataFolder,
      error,
    )
  }
  if (NOT_WRITABLE.test(code)) {
    return failed(
      'folder_not_writable',
      `SMS Desk cannot write its data in ${dataFolder}. Make the folder and the files in it writable, then try again.`,
      dataFolder,
      error,
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return failed('folder_in_use', 'Another program is using the data of SMS Desk. Close that program, then try again.', dataFolder, error)
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return failed(
      'startup_failed',
      `The disk that holds ${dataFolder} could not be read or written. Check the disk, then try again.`,
      dataFolder,
      error,
    )
  }
  return failed(
    'startup_failed',
    'SMS Desk could not open its data. Nothing was changed. Try again; if it stays like this, send the log to whoever looks after this computer.',
    dataFolder,
    error,
  )
}

/** The database file is not sound, or gone. */
export function databaseDamaged(
  dataFolder: string,
  backups: Backups,
  options: { missing?: boolean; foreign?: boolean; cause?: unknown } = {},
): StartupFailed {
  const what = options.missing
    ? 'The file with your messages and contacts is missing or empty.'
    : options.foreign
      ? 'The file that should hold your messages and contacts belongs to another program.'
      : 'The file with your messages and contacts is damaged.'
  const next =
    backups.length > 0
      ? 'You can go back to a backup below; the file as it is now is kept beside it.'
      : 'There is no backup here. If you keep copies of this folder elsewhere, put one back, then try again.'
  return new StartupFailed(
    { code: 'database_damaged', message: `${what} ${next}`, path: dataFolderPaths(dataFolder).database, backups },
    options.cause === undefined ? {} : { cause: options.cause },
  )
}

/** The database was written by a later version of the app. */
export function databaseNewer(dataFolder: string): StartupFailed {
  return failed(
    'database_newer',
    'Your data was last used with a newer version of SMS Desk than this one. Install the newest version, then open it again. Nothing was changed.',
    dataFolderPaths(dataFolder).database,
  )
}

/** Another process owns the folder. */
export function folderInUse(dataFolder: string, cause: unknown): StartupFailed {
  return failed(
    'folder_in_use',
    'SMS Desk is already running with this data. Use the window that is open, or close it first and then try again.',
    dataFolder,
    cause,
  )
}

function failed(code: StartupProblem['code'], message: string, path: string, cause?: unknown): StartupFailed {
  return new StartupFailed({ code, message, path, backups: [] }, cause === undefined ? {} : { cause })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

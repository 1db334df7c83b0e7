import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { StartupFailed } from './startup-failed.ts'

/** Everything the desk keeps, by name. Absolute paths; `dataFolder` must be absolute. */
export interface DataFolderPaths {
  folder: string
  /** SQLite: messages, contacts, everything of the business. Beside it `-wal` and `-shm` while it is open. */
  database: string
  /** Settings of this computer. */
  settings: string
  /** Copies of the database, by date. */
  backups: string
  /** Files on their way in, such as a CSV being imported. May be emptied at any start. */
  staging: string
  logs: string
  /** Held, exclusively, by the one process that owns this folder. */
  lock: string
  /** Who holds the lock: for the sentence on the screen only, never to decide. */
  lockHolder: string
  /** Secrets under a passphrase, where there is no keychain. */
  vault: string
  /** How the command line reaches the desk that runs: there while it does. */
  door: string
  /** Which program runs as the tunnel: there while one does. */
  tunnel: string
  /** Present when SQLite called the file damaged while it ran: the next start looks at every page. */
  checkMark: string
}

/** Names of what a data folder holds. Touches no disk. */
export function dataFolderPaths(dataFolder: string): DataFolderPaths {
  return {
    folder: dataFolder,
    database: join(dataFolder, 'desk.sqlite3'),
    settings: join(dataFolder, 'settings.json'),
    backups: join(dataFolder, 'backups'),
    staging: join(dataFolder, 'staging'),
    logs: join(dataFolder, 'logs'),
    lock: join(dataFolder, 'desk.lock'),
    lockHolder: join(dataFolder, 'desk.lock.json'),
    vault: join(dataFolder, 'vault.json'),
    door: join(dataFolder, 'door.json'),
    tunnel: join(dataFolder, 'tunnel.json'),
    checkMark: join(dataFolder, 'desk.check'),
  }
}

/** What decides where a data folder goes, as an argument so that each platform can be tested on any. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/**
 * Where a desk keeps its data unless told otherwise: `$XDG_DATA_HOME/sms-desk` (else `~/.local/share/sms-desk`) on
 * Linux, by the XDG Base Directory Specification, which has relative values ignored; `~/Library/Application
 * Support/SMS Desk` on macOS; `%APPDATA%\SMS Desk` on Windows.
 */
export function defaultDataFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (platform === 'win32') {
    const roaming = env['APPDATA']
    return win32.join(roaming === undefined || roaming === '' ? win32.join(home, 'AppData', 'Roaming') : roaming, 'SMS Desk')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'SMS Desk')
  const xdg = env['XDG_DATA_HOME']
  return posix.join(xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'sms-desk')
}

/**
 * Makes the data folder if it is not there, for its owner's eyes only (mode 0700; Windows takes the mode of the
 * folder above). Waits for the disk: for start-up, not for later.
 * @throws StartupFailed `folder_not_writable`
 */
export function ensureDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartupFailed(
      {
        code: 'folder_not_writable',
        message: `SMS Desk cannot keep its data in ${dataFolder}, because this folder cannot be written to. Make the folder writable, or choose another one, then try again.`,
        path: dataFolder,
        backups: [],
      },
      { cause: error },
    )
  }
}

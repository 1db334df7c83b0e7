import { existsSync, readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { notificationSettings } from '../../shared/contract/notifications.ts'
import { LANGUAGE_CHOICES } from '../../shared/language.ts'
import { tunnelChoice } from '../../shared/contract/listener.ts'
import { dataFolderPaths, ensureDataFolder } from '../app/data-folder.ts'
import { StartupFailed } from '../app/startup-failed.ts'
import type { LocalSettings, SettingsFile } from './file.ts'

/** What a computer starts with. */
export const LOCAL_DEFAULTS: LocalSettings = {
  theme: 'system',
  notifications: { when: 'always', shows: 'text', quietUntil: null, quietHours: null },
  language: 'system',
  window: { x: null, y: null, width: 1240, height: 780, maximized: false },
  listenerPort: 0,
  tunnel: null,
  tunnelOn: false,
  tunnelPrograms: {},
  secrets: null,
}

const place = z.int().min(-100_000).max(100_000).nullable()
const extent = z.int().min(100).max(100_000)

/** What the file may hold. Keys of another version are left in it and passed over. */
const localSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  notifications: notificationSettings,
  language: z.enum(LANGUAGE_CHOICES),
  window: z.object({ x: place, y: place, width: extent, height: extent, maximized: z.boolean() }),
  listenerPort: z.int().min(0).max(65_535),
  tunnel: tunnelChoice.nullable(),
  tunnelOn: z.boolean(),
  tunnelPrograms: z.record(z.string(), z.string()),
  secrets: z.enum(['keychain', 'vault', 'memory']).nullable(),
})

/** The part of a `conf` or `electron-store` instance that the settings need: both are the same underneath. */
export interface KeyValueFile {
  store: Record<string, unknown>
}

/** What either library is opened with. Neither may ever empty a file it cannot read, which is an option of both. */
export interface KeyValueFileOptions {
  cwd: string
  configName: string
  configFileMode: number
  clearInvalidConfig: false
}

/**
 * The settings file of a data folder, read and checked. Shared by the shells, which differ only in the library that
 * writes the file (atomically). Read once: the process that holds the folder is the only one that writes it.
 * @throws StartupFailed `settings_damaged`, the file is left as it is; `folder_not_writable`
 */
export function openSettings(dataFolder: string, open: (options: KeyValueFileOptions) => KeyValueFile): SettingsFile {
  const path = dataFolderPaths(dataFolder).settings
  ensureDataFolder(dataFolder)
  let kept = read(path)
  const file = open({ cwd: dirname(path), configName: 'settings', configFileMode: 0o600, clearInvalidConfig: false })
  return {
    get: () => structuredClone(kept),
    set(change) {
      const changed = localSettings.parse({ ...kept, ...change })
      file.store = { ...file.store, ...changed }
      kept = changed
    },
  }
}

function read(path: string): LocalSettings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return structuredClone(LOCAL_DEFAULTS)
    throw new StartupFailed(
      {
        code: 'folder_not_writable',
        message: 'SMS Desk is not allowed to read the settings of this computer. Make the file readable, then try again.',
        path,
        backups: [],
      },
      { cause: error },
    )
  }
  try {
    // Windows editors put a byte order mark in front.
    const kept = localSettings.partial().parse(JSON.parse(text.replace(/^\uFEFF/, '')))
    return localSettings.parse({ ...LOCAL_DEFAULTS, ...kept })
  } catch (error) {
    throw new StartupFailed(
      {
        code: 'settings_damaged',
        message:
          'The settings of this computer cannot be read. You can start with the usual settings; the damaged file is kept beside the new one. Your messages and contacts are not affected.',
        path,
        backups: [],
      },
      { cause: error },
    )
  }
}

/**
 * Sets a damaged settings file aside as `settings.damaged-<date>.json`, so that the desk starts with the usual
 * settings. Does nothing where there is no file, and overwrites none that was set aside before.
 * @param now ms UTC
 */
export async function resetSettings(dataFolder: string, now: number): Promise<void> {
  const path = dataFolderPaths(dataFolder).settings
  if (!existsSync(path)) return
  const date = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  for (let copy = 1; ; copy += 1) {
    const target = join(dirname(path), `settings.damaged-${date}${copy === 1 ? '' : `-${copy}`}.json`)
    if (existsSync(target)) continue
    await rename(path, target)
    return
  }
}

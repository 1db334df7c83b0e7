import { existsSync, readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { dataFolderPaths } from '../app/data-folder.ts'
import { StartupFailed } from '../app/startup-failed.ts'
import type { LocalSettings, SettingsFile } from './file.ts'

/** What a computer starts with. */
export const LOCAL_DEFAULTS: LocalSettings = {
  theme: 'system',
  window: { x: null, y: null, width: 1240, height: 780, maximized: false },
  listenerPort: 0,
  secrets: null,
}

const place = z.int().min(-100_000).max(100_000).nullable()
const extent = z.int().min(100).max(100_000)

/** What the file may hold. Keys of another version are left in it and passed over. */
const localSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  window: z.object({ x: place, y: place, width: extent, height: extent, maximized: z.boolean() }),
  listenerPort: z.int().min(0).max(65_535),
  secrets: z.enum(['keychain', 'vault', 'memory']).nullable(),
})

/** The part of a `conf` or `electron-store` instance that the settings need: both are the same underneath. */
export interface KeyValueFile {
  store: Record<string, unknown>
}

/**
 * The settings file of a data folder, read and checked. Shared by the shells, which differ only in the library that
 * writes the file (atomically).
 * @throws StartupFailed `settings_damaged`; the file is left as it is
 */
export function openSettings(dataFolder: string, open: (options: { cwd: string; configName: string }) => KeyValueFile): SettingsFile {
  const path = dataFolderPaths(dataFolder).settings
  check(path)
  const file = open({ cwd: dirname(path), configName: 'settings' })
  const get = (): LocalSettings => localSettings.parse({ ...LOCAL_DEFAULTS, ...file.store })
  return {
    get,
    set(change) {
      file.store = { ...file.store, ...localSettings.parse({ ...get(), ...change }) }
    },
  }
}

function check(path: string): void {
  if (!existsSync(path)) return
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    localSettings.partial().parse(kept)
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
 * settings. Does nothing where there is no file.
 * @param now ms UTC
 */
export async function resetSettings(dataFolder: string, now: number): Promise<void> {
  const path = dataFolderPaths(dataFolder).settings
  if (!existsSync(path)) return
  const date = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  await rename(path, join(dirname(path), `settings.damaged-${date}.json`))
}

import Conf from 'conf'
import type { SettingsFile } from './file.ts'
import { openSettings } from './local-settings.ts'

/**
 * The settings file where there is no Electron. The Electron shell opens the same file with electron-store.
 * @throws StartupFailed `settings_damaged`, `folder_not_writable`
 */
export function openConfSettingsFile(dataFolder: string): SettingsFile {
  return openSettings(dataFolder, (options) => new Conf<Record<string, unknown>>(options))
}

import ElectronStore from 'electron-store'
import type { SettingsFile } from '../settings/file.ts'
import { openSettings } from '../settings/local-settings.ts'

/**
 * The same settings file as in the other shells, with the same checks, written by electron-store.
 * @throws StartupFailed `settings_damaged`
 */
export function openElectronSettingsFile(dataFolder: string): SettingsFile {
  return openSettings(
    dataFolder,
    ({ configName, ...rest }) => new ElectronStore<Record<string, unknown>>({ ...rest, name: configName, clearInvalidConfig: false }),
  )
}

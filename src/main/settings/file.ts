import type { NotificationSettings } from '../../shared/contract/notifications.ts'
import type { LanguageChoice } from '../../shared/language.ts'
import type { TunnelChoice } from '../../shared/contract/listener.ts'

/** What the desk remembers about this computer, in `settings.json`. Nothing in it is secret or about customers. */
export interface LocalSettings {
  theme: 'system' | 'light' | 'dark'
  notifications: NotificationSettings
  /** Language of the screens. */
  language: LanguageChoice
  /** Window place and size; used by the Electron shell. */
  window: { x: number | null; y: number | null; width: number; height: number; maximized: boolean }
  /** Port of the listener; 0 takes a free one once and keeps it. */
  listenerPort: number
  /** How the internet reaches the listener; null before anybody chose. Tokens are among the secrets. */
  tunnel: TunnelChoice | null
  /** The tunnel starts with the desk. */
  tunnelOn: boolean
  /** Absolute paths of tunnel programs that are not where they are looked for, by name. Set by hand: no door writes it, since it is run. */
  tunnelPrograms: Record<string, string>
  /** Where secrets are kept, once chosen. */
  secrets: 'keychain' | 'vault' | 'memory' | null
}

/** The settings file, open. */
export interface SettingsFile {
  get(): LocalSettings
  set(change: Partial<LocalSettings>): void
}

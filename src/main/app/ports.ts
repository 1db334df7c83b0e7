import type { SecretsKind } from '../../shared/contract/desk.ts'
import type { NotificationSubject } from '../../shared/contract/notifications.ts'
import type { Log } from '../log/log.ts'
import type { OpenSecrets } from '../secrets/types.ts'
import type { SettingsFile } from '../settings/file.ts'
import type { OpenStore } from '../store/store.ts'

/** Time, as an argument: tests turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Runs `task` once after `ms` milliseconds unless cancelled. */
  setTimer(ms: number, task: () => void): { cancel(): void }
}

/** Which shell the app runs in; shown in Settings and in logs. */
export type ShellKind = 'electron' | 'browser' | 'cli' | 'test'

/** Whether the computer believes it is connected. A shell that cannot tell leaves this out. */
export interface NetworkSignal {
  isOnline(): boolean
  /** Calls back on every change; returns how to stop. */
  onChange(listener: () => void): () => void
}

/** Notifications and the icon of the app, as the computer shows them. A shell without its own leaves this out. */
export interface Notifier {
  /** Shows a notification in place of the one before it about the same. `onPress` runs once the window is in front. */
  show(notification: { subject: NotificationSubject; title: string; body: string }, onPress: () => void): void
  hide(subject: NotificationSubject): void
  /** Unread conversations on the app's icon; 0 for none. */
  setBadge(count: number): void
}

/** Saves the window's page, as it is printed, as PDF where the person says. A shell that cannot leaves this out. */
export interface PdfSaver {
  /** @returns false when the person changed their mind @throws when the file cannot be written */
  save(name: string): Promise<boolean>
}

/** Everything the host needs from the world. The four callers of `createApp` differ only in these. */
export interface Ports {
  shell: ShellKind
  /** Absolute path of the folder that holds everything the desk keeps. */
  dataFolder: string
  clock: Clock
  log: Log
  openStore: OpenStore
  openSettingsFile: (dataFolder: string) => SettingsFile
  /** Puts a backup in place of the database; the damaged file is kept beside it. */
  restoreBackup: (dataFolder: string, name: string) => Promise<void>
  /** Sets a damaged settings file aside and starts with defaults. */
  resetSettings: (dataFolder: string) => Promise<void>
  openSecrets: OpenSecrets
  /** Which secret store to use; left out: keychain, else vault, else memory. */
  secretsKind?: SecretsKind
  /** Passphrase of the vault, if it was given from outside. */
  vaultPassphrase?: string
  network?: NetworkSignal
  notifier?: Notifier
  pdf?: PdfSaver
  /** 0 takes any free port; `kept` the one in the settings file, free at the first start and the same from then on; null runs no listener. */
  listenerPort: number | 'kept' | null
  /** False for one-shot commands that only queue. */
  dispatch: boolean
  /** Uniform in [0, 1): retry jitter. */
  random: () => number
}

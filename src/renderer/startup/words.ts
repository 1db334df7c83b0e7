import type { StartupProblem } from '../../shared/contract/desk.ts'

/** The one next step a start-up problem offers first. */
export type NextStep = 'retry' | 'restore_backup' | 'reset_settings' | 'unlock_vault' | 'install_newer'

/** What a start-up problem's page says besides the host's own sentence. */
export interface StartupWords {
  title: string
  /** What the person can be sure of, where the host's sentence leaves it open. */
  reassurance: string | null
  /** What the path is. */
  pathLabel: string
  step: NextStep
}

/** Title, reassurance and next step for each problem. A damaged database without backups can only be tried again. */
export function startupWords(problem: Pick<StartupProblem, 'code' | 'backups'>): StartupWords {
  switch (problem.code) {
    case 'folder_not_writable':
      return {
        title: 'SMS Desk cannot write its data',
        reassurance: 'Nothing was changed, and nothing was sent.',
        pathLabel: 'Folder',
        step: 'retry',
      }
    case 'folder_in_use':
      return {
        title: 'SMS Desk is already running',
        reassurance: 'Only one works with this data at a time, so that no text goes out twice.',
        pathLabel: 'Folder',
        step: 'retry',
      }
    case 'database_newer':
      return {
        title: 'This data belongs to a newer SMS Desk',
        reassurance: 'Your contacts and messages are safe in the file below. This version does not know how to read them.',
        pathLabel: 'Data file',
        step: 'install_newer',
      }
    case 'database_damaged':
      return {
        title: 'Your data cannot be opened',
        reassurance: null,
        pathLabel: 'Data file',
        step: problem.backups.length === 0 ? 'retry' : 'restore_backup',
      }
    case 'settings_damaged':
      return {
        title: 'The settings of this computer cannot be read',
        reassurance: null,
        pathLabel: 'Settings file',
        step: 'reset_settings',
      }
    case 'vault_locked':
      return {
        title: 'Unlock your keys',
        reassurance: 'Only you know this passphrase. Nobody can look it up or reset it.',
        pathLabel: 'Folder',
        step: 'unlock_vault',
      }
    case 'startup_failed':
      return { title: 'SMS Desk could not start', reassurance: null, pathLabel: 'Folder', step: 'retry' }
  }
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size as people read it, in thousands as file managers show it: "48 MB". */
export function sizeWords(bytes: number, locale?: string): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), SIZE_UNITS.length - 1)
  const value = bytes / 1_000 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: SIZE_UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value)
}

import type { StartupProblem } from '../../shared/contract/desk.ts'
import type { Words } from '../language/words.ts'

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
export function startupWords(words: Words<'startup'>, problem: Pick<StartupProblem, 'code' | 'backups'>): StartupWords {
  const { code, backups } = problem
  const title = words(`problems.${code}.title`)
  switch (code) {
    case 'folder_not_writable':
    case 'folder_in_use':
      return { title, reassurance: words(`problems.${code}.reassurance`), pathLabel: words('paths.folder'), step: 'retry' }
    case 'database_newer':
      return { title, reassurance: words(`problems.${code}.reassurance`), pathLabel: words('paths.dataFile'), step: 'install_newer' }
    case 'database_damaged':
      return { title, reassurance: null, pathLabel: words('paths.dataFile'), step: backups.length === 0 ? 'retry' : 'restore_backup' }
    case 'settings_damaged':
      return { title, reassurance: null, pathLabel: words('paths.settingsFile'), step: 'reset_settings' }
    case 'vault_locked':
      return { title, reassurance: words(`problems.${code}.reassurance`), pathLabel: words('paths.folder'), step: 'unlock_vault' }
    case 'startup_failed':
      return { title, reassurance: null, pathLabel: words('paths.folder'), step: 'retry' }
  }
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size as people read it, in thousands as file managers show it: "48 MB". @param locale of the language; the computer’s own where left out */
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

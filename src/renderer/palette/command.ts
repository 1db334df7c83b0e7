import type { Account } from '../../shared/contract/accounts.ts'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { Settings } from '../../shared/contract/desk.ts'
import type { UiState } from '../app/uiState.tsx'
import type { Times } from '../language/times.ts'
import type { Words } from '../language/words.ts'
import type { IconName } from '../components/Icon.tsx'

/** Something the palette can do. */
export interface Command {
  /** Never changes: what was used last is remembered by it. */
  id: string
  title: string
  /** What it belongs to, beside the title: "Screen", "Setting". */
  kind: string
  icon: IconName
  /** Other words people may look for it by. */
  words?: string
  /** Its key, where it has one. */
  shortcut?: string
  /** The screen stays as it is, and what had the focus has it again. */
  staysHere?: boolean
  /** A failure is said as a note. */
  run(): void | Promise<unknown>
}

/** What commands are made from: what is known while the palette is open. */
export interface CommandContext {
  settings: Settings
  accounts: readonly Account[]
  /** The conversation that is open behind the palette; null for none. */
  conversation: { id: string; who: string } | null
  client: DeskClient
  ui: Pick<UiState, 'setExporting' | 'setShortcutsOpen' | 'setSearchText' | 'setInboxTab'>
  /** ms UTC */
  now: number
}

/** The words of commands, and of what they lead to. */
export interface CommandWords {
  commands: Words<'commands'>
  frame: Words<'frame'>
  settings: Words<'settings'>
  times: Times
}

/** The commands of one feature. */
export type CommandSource = (words: CommandWords, context: CommandContext) => readonly Command[]

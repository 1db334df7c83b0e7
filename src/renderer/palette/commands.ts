import { accountCommands } from '../accounts/commands.ts'
import { frameCommands } from '../app/commands.ts'
import { contactCommands } from '../contacts/commands.ts'
import { exportCommands } from '../export/commands.ts'
import { inboxCommands } from '../inbox/commands.ts'
import { settingsCommands } from '../settings/commands.ts'
import type { Command, CommandContext, CommandSource, CommandWords } from './command.ts'

/** Every feature's commands. The order is that of the palette while nothing is typed. To add one, see CONTRIBUTING.md. */
const SOURCES: readonly CommandSource[] = [inboxCommands, frameCommands, exportCommands, accountCommands, contactCommands, settingsCommands]

/** All commands there are now. */
export function commandsOf(words: CommandWords, context: CommandContext): Command[] {
  return SOURCES.flatMap((source) => source(words, context))
}

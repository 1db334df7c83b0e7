import { version } from '../app/version.ts'
import { parseCommandLine, wantsJson } from './arguments.ts'
import { COMMANDS, helpText } from './commands.ts'
import type { Answer } from './command.ts'
import { failureOf } from './failure.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs one command line and says its outcome: with `--json` exactly one JSON document on standard output.
 * @returns the exit code: 0 done, 1 refused or failed, 2 usage
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = wantsJson(args)
  try {
    const answer = await carryOut(args, terminal)
    if (answer !== null) await terminal.print(`${json ? JSON.stringify(answer.json) : answer.text}\n`)
    return 0
  } catch (error) {
    const { code, message, exitCode, detail } = failureOf(error)
    if (detail !== null) await terminal.complain(`${detail}\n`)
    if (json) await terminal.print(`${JSON.stringify({ error: { code, message } })}\n`)
    else await terminal.complain(`${message}\n`)
    return exitCode
  }
}

async function carryOut(args: readonly string[], terminal: Terminal): Promise<Answer | null> {
  const parsed = parseCommandLine(args, COMMANDS)
  if (parsed === 'help') return { json: { help: helpText() }, text: helpText() }
  if (parsed === 'version') return { json: { version }, text: version }
  const { command, words, options } = parsed
  const runCommand = await command.load()
  return runCommand({ words, options, terminal })
}

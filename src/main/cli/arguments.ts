import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Command } from './command.ts'
import { UsageError } from './usage-error.ts'

const OPTIONS = {
  'data-dir': { type: 'string' },
  secrets: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
  file: { type: 'string' },
  country: { type: 'string' },
  name: { type: 'string' },
  set: { type: 'string', multiple: true },
  secret: { type: 'string', multiple: true },
  search: { type: 'string' },
  group: { type: 'string' },
  numbers: { type: 'string', multiple: true },
  filter: { type: 'string' },
  label: { type: 'string' },
  limit: { type: 'string' },
  'on-duplicate': { type: 'string' },
  'dry-run': { type: 'boolean' },
  account: { type: 'string' },
  to: { type: 'string', multiple: true },
  text: { type: 'string' },
  reason: { type: 'string' },
  at: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  'valid-until': { type: 'string' },
  again: { type: 'boolean' },
  'kept-here': { type: 'boolean' },
  otp: { type: 'string' },
  number: { type: 'string' },
  off: { type: 'boolean' },
  count: { type: 'string' },
  per: { type: 'string' },
  default: { type: 'boolean' },
  wait: { type: 'string' },
  status: { type: 'string' },
  verdict: { type: 'string' },
  unreadable: { type: 'boolean' },
  port: { type: 'string' },
  'listener-port': { type: 'string' },
  demo: { type: 'boolean' },
  'demo-as': { type: 'string' },
  'no-open': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig

export type OptionName = keyof typeof OPTIONS
export type OptionValues = ReturnType<typeof parse>['values']

/** Options that every command takes. */
const COMMON: readonly OptionName[] = ['data-dir', 'secrets', 'json', 'help', 'version']

/** Options whose value is a person's own words and may begin with a dash. */
const FREE_TEXT: ReadonlySet<string> = new Set(['--text', '--reason', '--search', '--name', '--set', '--group'])

/** What was asked for. */
export interface ParsedArguments {
  command: Command
  words: string[]
  options: OptionValues
}

/** Whether the answer is wanted in JSON, also where the rest of the command line makes no sense. */
export function wantsJson(args: readonly string[]): boolean {
  return arrange(args).options.includes('--json')
}

/**
 * Reads a command line. Options may stand anywhere; after `--` there are only words. A word may begin with a single dash.
 * @returns `help` or `version` where that is all that is wanted
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[], commands: readonly Command[]): ParsedArguments | 'help' | 'version' {
  const { values, positionals } = parse(args)
  if (values.help === true) return 'help'
  if (values.version === true) return 'version'
  const command = commands
    .filter(({ name }) => name.split(' ').every((word, index) => positionals[index] === word))
    .toSorted((one, other) => other.name.length - one.name.length)[0]
  if (command === undefined) throw unknownCommand(positionals, commands)
  const words = positionals.slice(command.name.split(' ').length)
  checkWords(command, words)
  for (const name of Object.keys(values)) {
    if (![...COMMON, ...command.options].some((known) => known === name)) {
      throw new UsageError(`“${command.name}” takes no --${name}. ${usageOf(command)}`)
    }
  }
  return { command, words, options: values }
}

/** How a command is written. */
export function usageOf(command: Pick<Command, 'name' | 'takes'>): string {
  return `Usage: ${command.name} ${command.takes}`.trimEnd()
}

function parse(args: readonly string[]) {
  const { options, words } = arrange(args)
  try {
    return parseArgs({ args: [...options, '--', ...words], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    // the first line says what is wrong; the rest is advice for programmers
    const [problem = ''] = error instanceof Error ? error.message.split('\n') : []
    throw new UsageError(`${problem.replace(/\. .*$/, '').replace(/\.$/, '')}. See --help.`)
  }
}

/**
 * Puts options first and words last. Makes the two things possible that `parseArgs` refuses: a value that begins with
 * a dash, and a word that does.
 */
function arrange(args: readonly string[]): { options: string[]; words: string[] } {
  const options: string[] = []
  const words: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      words.push(...args.slice(index + 1))
      break
    }
    if (!arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    const next = args[index + 1]
    if (takesValue(arg) && next !== undefined && (FREE_TEXT.has(arg) || !next.startsWith('--'))) {
      options.push(`${arg}=${next}`)
      index += 1
    } else {
      options.push(arg)
    }
  }
  return { options, words }
}

function takesValue(arg: string): boolean {
  const name = arg.slice(2)
  return Object.hasOwn(OPTIONS, name) && OPTIONS[name as OptionName].type === 'string'
}

function unknownCommand(positionals: readonly string[], commands: readonly Command[]): UsageError {
  const [first] = positionals
  if (first === undefined) return new UsageError('Say what to do. See --help.')
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  if (group.length > 0)
    return new UsageError(`After “${first}” comes one of: ${group.map((name) => name.slice(first.length + 1)).join(', ')}.`)
  return new UsageError(`There is no command “${first}”. See --help.`)
}

function checkWords(command: Command, words: readonly string[]): void {
  const [least, most] = command.words
  if (words.length < least || words.length > most) throw new UsageError(usageOf(command))
}

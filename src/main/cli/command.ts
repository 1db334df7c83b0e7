import type { OptionName, OptionValues } from './arguments.ts'
import type { Terminal } from './terminal.ts'

/** What a command is given. */
export interface Invocation {
  /** Words after the command's name. Their number was checked. */
  words: readonly string[]
  options: OptionValues
  terminal: Terminal
}

/** What a command says: the document for programs and the text for people. Null when it has printed all itself. */
export interface Answer {
  json: unknown
  /** Without a line end. */
  text: string
}

export type RunCommand = (invocation: Invocation) => Promise<Answer | null>

/** One command as the help shows it and the parser checks it. The code behind it is loaded when it runs. */
export interface Command {
  /** Its words, such as `accounts add`. */
  name: string
  /** What follows the name, as the help shows it. */
  takes: string
  summary: string
  /** Least and most words after the name. */
  words: readonly [least: number, most: number]
  /** Options besides those of every command. */
  options: readonly OptionName[]
  load: () => Promise<RunCommand>
}

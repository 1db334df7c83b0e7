import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the project. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A path inside the project. */
export function inProject(...parts) {
  return join(PROJECT, ...parts)
}

/** Where the scripts remember things between runs. Thrown away with `node_modules`. */
export const MEMORY_FOLDER = inProject('node_modules', '.cache', 'sms-desk')

/** Says something to the person. Standard output is left to the program that is started. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * Why a script cannot go on: what is missing, and the command that helps. Shown without a stack.
 */
export class CannotGoOn extends Error {
  /** @param {string} message a sentence @param {string} [help] the command or step that helps */
  constructor(message, help) {
    super(help === undefined ? message : `${message}\n  ${help}`)
    this.name = 'CannotGoOn'
  }
}

/** Runs a script's main function; `CannotGoOn` ends it with its message and exit code 1. */
export async function main(task) {
  try {
    const code = await task()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

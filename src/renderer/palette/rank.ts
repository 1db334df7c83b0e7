import { foldText } from '../../shared/text/fold.ts'
import type { Command } from './command.ts'

/** A command found, and how well it fits: more is better. */
export interface Ranked {
  command: Command
  score: number
}

/** From so much on each word typed begins a word of the title: such a command goes before people of that name. */
export const STRONG = 8
/** Besides, the title begins with what was typed. */
const AT_THE_FRONT = 4

/**
 * Commands that fit what was typed, best first: accents and capitals do not matter, and every word typed must be found,
 * as the beginning of a word of the title, of the other words, or anywhere in the title. Among equals what was used
 * lately goes first, then the order they came in.
 * @param recent ids of commands, the one used last first
 */
export function rankCommands(commands: readonly Command[], typed: string, recent: readonly string[]): Ranked[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  return commands
    .map((command, index) => ({ command, index, score: scoreOf(command, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || lately(recent, one.command) - lately(recent, other.command) || one.index - other.index)
    .map(({ command, score }) => ({ command, score }))
}

/** What to offer while nothing is typed: what was used lately first, then all others in their order. */
export function withRecentFirst(commands: readonly Command[], recent: readonly string[]): { recent: Command[]; others: Command[] } {
  const known = recent.flatMap((id) => commands.filter((command) => command.id === id))
  return { recent: known, others: commands.filter((command) => !known.includes(command)) }
}

/** The ids to remember after a command was used. */
export function remembered(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((known) => known !== id)].slice(0, 8)
}

function lately(recent: readonly string[], { id }: Command): number {
  const place = recent.indexOf(id)
  return place === -1 ? recent.length : place
}

function scoreOf(command: Command, wanted: readonly string[]): number {
  const title = wordsOf(command.title)
  const others = wordsOf(`${command.words ?? ''} ${command.kind}`)
  let score = 0
  for (const word of wanted) {
    if (title.some((one) => one.startsWith(word))) score += STRONG
    else if (others.some((one) => one.startsWith(word))) score += 4
    else if (title.some((one) => one.includes(word))) score += 1
    else return 0
  }
  return score / wanted.length + (title.join(' ').startsWith(wanted.join(' ')) ? AT_THE_FRONT : 0)
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

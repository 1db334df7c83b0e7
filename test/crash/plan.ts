/** How the texts of a run wait: each a call of its own, or the same text for many, which share a call. */
export const MODES = ['single calls', 'batches'] as const
export type Mode = (typeof MODES)[number]

/** One call of `messages.send`. */
export interface PlannedSend {
  to: string[]
  text: string
}

/** Texts for each number, one after the other: a desk that is killed has always something left to do. */
export const WAVES = 3

/** Groups of numbers that get the same text, in batches. */
const GROUPS = 2

/** Numbers that also get a text of their own while they wait for batches. */
const REPLIES = 3

/** What a text to a number is known by in a run: no two are the same. */
export function keyOf(to: string, text: string): string {
  return `${to} ${text}`
}

/**
 * What a run sends, in the order it is queued. To a number the texts of one kind must arrive in this order.
 * @param count about how many texts; at least 12
 */
export function planTexts(mode: Mode, count: number): PlannedSend[] {
  const waves = Array.from({ length: WAVES }, (_, wave) => wave)
  if (mode === 'single calls') {
    const numbers = numbersFrom(0, Math.ceil(count / WAVES))
    return waves.flatMap((wave) => numbers.map((to, index) => ({ to: [to], text: `text ${index} of wave ${wave}` })))
  }
  const size = Math.ceil((count - REPLIES) / (WAVES * GROUPS))
  const groups = Array.from({ length: GROUPS }, (_, group) => numbersFrom(group * size, size))
  const bulk = waves.flatMap((wave) => groups.map((to, group) => ({ to, text: `group ${group}, wave ${wave}` })))
  const replies = numbersFrom(0, REPLIES).map((to, index) => ({ to: [to], text: `reply ${index}` }))
  return [...bulk.slice(0, GROUPS), ...replies, ...bulk.slice(GROUPS)]
}

/** Calls that a run makes at the very least, whatever shares a call with what. */
export function leastCalls(mode: Mode, plan: readonly PlannedSend[]): number {
  return mode === 'single calls' ? plan.length : WAVES * GROUPS
}

/** Numbers of a block that its country's regulator keeps free for fiction (PTS: 070-1740605 to 070-1740699). */
function numbersFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+4670174${String(605 + ((first + index) % 9_000)).padStart(4, '0')}`)
}

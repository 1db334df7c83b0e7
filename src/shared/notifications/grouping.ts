/** Something that came in. */
export interface Arrival {
  what: 'text' | 'missed_call'
  conversationId: string
  messageId: string
}

/** What a notification says: of one conversation its latest, or of many how much. */
export type Note =
  | { kind: 'one'; conversationId: string; latest: Arrival; texts: number; calls: number }
  | { kind: 'many'; texts: number; calls: number; conversations: number }

/** What came in to one conversation since there was a pause. */
interface Recent {
  latest: Arrival
  texts: number
  calls: number
  /** ms UTC */
  at: number
}

/** What was told lately. Plain data: {@link tell} makes the next from it. */
export interface Told {
  recent: ReadonlyMap<string, Recent>
  /** They are told as one, in a single notification. */
  asOne: boolean
  /** When something came in last, ms UTC. */
  lastAt: number
}

/** What to do: take these notifications away, by conversation, and show those. */
export interface Telling {
  told: Told
  show: Note[]
  hide: string[]
}

/** As many conversations have a notification of their own; when more come in at about the same time, all become one. */
export const MOST_APART = 3
/** What comes in within this time of each other is at about the same time, in ms. */
export const TOGETHER_MS = 10_000

export const NOTHING_TOLD: Told = { recent: new Map(), asOne: false, lastAt: 0 }

/**
 * What to show of arrivals, given what was told before. A conversation has one notification at most: what is newer takes
 * its place. More than {@link MOST_APART} conversations within {@link TOGETHER_MS} become one notification, which
 * counts on until nothing came in for as long.
 * @param now ms UTC
 */
export function tell(before: Told, arrivals: readonly Arrival[], now: number): Telling {
  if (arrivals.length === 0) return { told: before, show: [], hide: [] }
  const goesOn = now - before.lastAt < TOGETHER_MS
  const asOneBefore = before.asOne && goesOn
  // While all are one, everybody counts who is in it.
  const recent = new Map([...before.recent].filter(([, { at }]) => asOneBefore || (!before.asOne && now - at < TOGETHER_MS)))
  const touched = new Set<string>()
  for (const arrival of arrivals) {
    const { conversationId, what } = arrival
    const known = recent.get(conversationId)
    recent.set(conversationId, {
      latest: arrival,
      texts: (known?.texts ?? 0) + (what === 'text' ? 1 : 0),
      calls: (known?.calls ?? 0) + (what === 'missed_call' ? 1 : 0),
      at: now,
    })
    touched.add(conversationId)
  }
  const asOne = asOneBefore || recent.size > MOST_APART
  const told = { recent, asOne, lastAt: now }
  if (!asOne) {
    const show = [...touched].flatMap((conversationId): Note[] => {
      const one = recent.get(conversationId)
      return one === undefined ? [] : [{ kind: 'one', conversationId, latest: one.latest, texts: one.texts, calls: one.calls }]
    })
    return { told, show, hide: [] }
  }
  const all = [...recent.values()]
  const sum = (count: (one: Recent) => number): number => all.reduce((total, one) => total + count(one), 0)
  return {
    told,
    show: [{ kind: 'many', texts: sum(({ texts }) => texts), calls: sum(({ calls }) => calls), conversations: recent.size }],
    hide: asOneBefore ? [] : [...before.recent.keys()].filter((conversationId) => recent.has(conversationId)),
  }
}

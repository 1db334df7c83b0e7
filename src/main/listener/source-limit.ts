/** Requests of one source without a known key that are looked into at once; the allowance refills by ten a second. */
const BURST = 50
const REFILL_MS = 100
/** Sources that are told apart; with more of them they begin anew. */
const MOST_SOURCES = 1_000

/** Keeps strangers, many as they may send, from making the desk look anything up. */
export interface SourceLimit {
  /** Counts one request of a source (an IP address); true when it may be looked into. */
  admit(source: string): boolean
}

/** @param now ms UTC */
export function createSourceLimit(now: () => number): SourceLimit {
  const sources = new Map<string, { allowance: number; at: number }>()
  return {
    admit(source) {
      const at = now()
      const known = sources.get(source) ?? { allowance: BURST, at }
      // A clock that was set back takes nothing away.
      const earned = Math.max(0, at - known.at) / REFILL_MS
      const allowance = Math.min(BURST, known.allowance + earned)
      if (!sources.has(source) && sources.size >= MOST_SOURCES) sources.clear()
      sources.set(source, { allowance: Math.max(0, allowance - 1), at })
      return allowance >= 1
    },
  }
}

/**
 * When a text that was certainly not accepted is tried again: the wait after the 1st, 2nd … try, in milliseconds.
 * After the last one the text fails. The table is printed in docs/sending.md.
 */
export const RETRY_DELAYS_MS = [2_000, 10_000, 60_000, 300_000] as const

/** Share of the wait that is random, so that a queue does not come back as one wave. */
const JITTER = 0.2

/** A provider's own wish is honoured up to this long, in milliseconds. */
const RETRY_AFTER_MAX_MS = 3_600_000

/** Shortest rest of a lane, in milliseconds: "in 0 seconds" must not become a call as fast as the wire goes. */
const RATE_LIMIT_MIN_MS = 1_000

/** Wait of a lane whose provider says "too many" without saying for how long, in milliseconds. */
const RATE_LIMIT_DEFAULT_MS = 10_000

/**
 * Milliseconds until the next try, or null when there is none left.
 * @param tries tries made so far, this one included
 * @param random uniform in [0, 1)
 */
export function retryDelay(tries: number, retryAfterMs: number | null, random: number): number | null {
  const base = RETRY_DELAYS_MS[tries - 1]
  if (base === undefined) return null
  const jittered = Math.round(base * (1 - JITTER + 2 * JITTER * random))
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, RETRY_AFTER_MAX_MS))
}

/** Milliseconds a lane rests after a rate limit. */
export function rateLimitDelay(retryAfterMs: number | null): number {
  return Math.min(Math.max(retryAfterMs ?? RATE_LIMIT_DEFAULT_MS, RATE_LIMIT_MIN_MS), RETRY_AFTER_MAX_MS)
}

/** A clock that stands this far before the beginning of a wait was set back meanwhile, in milliseconds. Smaller steps only lengthen the wait. */
export const CLOCK_STEP_MS = 60_000

/** A wait by the computer's clock. Both ends in ms UTC. */
export interface Wait {
  from: number
  until: number
}

/** Whether a wait is over. One that began in the future is: nobody knows how much of it has passed. */
export function isWaitOver({ from, until }: Wait, now: number): boolean {
  return now >= until || now < from - CLOCK_STEP_MS
}

/** Waits between looks whether the network is back, in milliseconds; the last one repeats. */
export const OFFLINE_PROBE_DELAYS_MS = [3_000, 10_000, 30_000, 60_000] as const

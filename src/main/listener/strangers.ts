import type { Log } from '../log/log.ts'

/** Refused requests kept at once; the allowance refills by one a second. */
const BURST = 20
const REFILL_MS = 1_000
/** Most often a line about refused requests goes into the log. */
const LOG_EVERY_MS = 60_000

/** Keeps a flood of refused requests from growing the database or the log. */
export interface StrangerLimit {
  /** Counts one refused request; true when it may be kept as a row. */
  admit(): boolean
}

export function createStrangerLimit({ log, now }: { log: Log; now: () => number }): StrangerLimit {
  let allowance = BURST
  let refilledAt = now()
  let unreported = 0
  let reportedAt = Number.NEGATIVE_INFINITY

  return {
    admit() {
      const at = now()
      const earned = Math.floor(Math.max(0, at - refilledAt) / REFILL_MS)
      if (earned > 0 || at < refilledAt) {
        allowance = Math.min(BURST, allowance + earned)
        refilledAt = at < refilledAt ? at : refilledAt + earned * REFILL_MS
      }
      unreported += 1
      if (at - reportedAt >= LOG_EVERY_MS || at < reportedAt) {
        log.warn('listener.refused', { requests: unreported })
        unreported = 0
        reportedAt = at
      }
      if (allowance <= 0) return false
      allowance -= 1
      return true
    },
  }
}

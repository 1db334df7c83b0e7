import type { Log } from '../log/log.ts'
import { createRareReport } from './rare-report.ts'

/** Refused requests kept at once; the allowance refills by one a second. */
const BURST = 20
const REFILL_MS = 1_000
/** Most often a line about refused requests goes into the log, in milliseconds. */
const LOG_EVERY_MS = 60_000

/** Keeps a flood of refused requests from growing the database or the log. */
export interface StrangerLimit {
  /** Counts one refused request; true when it may be kept as a row. */
  admit(): boolean
}

export function createStrangerLimit({ log, now }: { log: Log; now: () => number }): StrangerLimit {
  const report = createRareReport({ now, everyMs: LOG_EVERY_MS })
  let allowance = BURST
  let refilledAt = now()

  return {
    admit() {
      const at = now()
      const earned = Math.floor((at - refilledAt) / REFILL_MS)
      if (earned > 0) {
        allowance = Math.min(BURST, allowance + earned)
        refilledAt += earned * REFILL_MS
      }
      // A clock that was set back does not close the door for hours.
      if (at < refilledAt) refilledAt = at
      report((requests) => log.warn('listener.refused', { requests }))
      if (allowance <= 0) return false
      allowance -= 1
      return true
    },
  }
}

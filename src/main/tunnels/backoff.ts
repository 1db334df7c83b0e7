/** First wait, in milliseconds. */
const FIRST_MS = 1_000
/** Longest wait, in milliseconds. */
const LONGEST_MS = 300_000

/** A tunnel that ran this long, in milliseconds, begins again with the first wait. */
export const STEADY_MS = 60_000

/**
 * Wait before the next try after `failures` in a row (1 or more), in milliseconds: doubling to five minutes, of which
 * `random` (uniform in [0, 1)) takes off up to half, so that many desks do not come back to a service at once.
 */
export function retryDelayMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (1 - random / 2))
}

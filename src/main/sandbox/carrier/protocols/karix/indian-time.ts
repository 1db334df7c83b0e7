/** Wall-clock time in India: UTC+5:30 all year, whatever the computer's own zone. */

const OFFSET_MS = 330 * 60_000

const MINUTE_MS = 60_000

/** How far ahead a text must be scheduled at least. */
const MIN_AHEAD_MS = 15 * MINUTE_MS

/** How far ahead it may be scheduled at most, in calendar months. */
const MAX_AHEAD_MONTHS = 3

/** Hours of the day, by Indian time, in which promotional texts may go out: from the first until before the second. */
const PROMOTIONAL_HOURS = [10, 21] as const

/** `yyyy-MM-dd HH:mm:ss`. */
export function indianTime(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** The instant, in ms since 1970 UTC, of a time exactly as `indianTime` writes it; null for anything else, such as a 30th of February. */
export function readIndianTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null
  const at = Date.parse(`${text.replace(' ', 'T')}Z`) - OFFSET_MS
  return Number.isNaN(at) || indianTime(at) !== text ? null : at
}

/** Where an instant stands to what may be scheduled now. */
export function scheduleBound(at: number, now: number): 'too_soon' | 'within' | 'too_far' {
  if (at < now + MIN_AHEAD_MS) return 'too_soon'
  const latest = new Date(now + OFFSET_MS)
  const day = latest.getUTCDate()
  latest.setUTCMonth(latest.getUTCMonth() + MAX_AHEAD_MONTHS)
  // A day that the month does not have: its last one.
  if (latest.getUTCDate() !== day) latest.setUTCDate(0)
  return at + OFFSET_MS > latest.getTime() ? 'too_far' : 'within'
}

/** Whether promotional texts are blocked at this instant. */
export function isBlockout(at: number): boolean {
  const hour = new Date(at + OFFSET_MS).getUTCHours()
  return hour < PROMOTIONAL_HOURS[0] || hour >= PROMOTIONAL_HOURS[1]
}

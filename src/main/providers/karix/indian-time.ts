/** Indian time is five and a half hours ahead of UTC all year. */
const OFFSET_MS = 5.5 * 3_600_000

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** `yyyy-MM-dd HH:mm:ss` on Indian clocks, whole seconds (§3.4). @param instant ms UTC */
export function formatIndianTime(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** A clock time `HH:MM` as minutes after midnight; null for anything else. */
export function readClock(value: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value.trim())
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** Minutes after midnight on Indian clocks, with fractions. @param now ms UTC */
export function indianMinutes(now: number): number {
  return sinceMidnight(now) / MINUTE_MS
}

/** The next instant after `now`, in ms UTC, at which Indian clocks show a time given in minutes after midnight. */
export function nextIndianTime(minutes: number, now: number): number {
  const today = now - sinceMidnight(now) + minutes * MINUTE_MS
  return today > now ? today : today + DAY_MS
}

function sinceMidnight(now: number): number {
  return (((now + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS
}

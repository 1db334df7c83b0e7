/** Longest wait that is believed, in ms: a day. A message is given up or looked at by a person before. */
const LONGEST_MS = 86_400_000

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @param now ms since 1970 UTC
 * @returns ms from now, 0 for a date that has passed; null where the header is missing or unreadable
 */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? ''
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_MS)
  // `Date.parse` takes much more than HTTP dates; those begin with a weekday.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now), LONGEST_MS)
}

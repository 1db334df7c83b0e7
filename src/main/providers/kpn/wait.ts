import { readRetryAfter } from '../retry-after.ts'

/** Longest wait that is believed, in ms: a day, as for `Retry-After`. */
const LONGEST_MS = 86_400_000

/**
 * How long KPN asks to wait after too many requests: `Retry-After`, else the moment the quota begins anew (§6.1).
 * @param now ms since 1970 UTC
 * @returns ms from now; null where neither says
 */
export function readRateLimitWait(headers: Readonly<Record<string, string>>, now: number): number | null {
  const asked = readRetryAfter(headers['retry-after'], now)
  if (asked !== null) return asked
  const reset = readReset(headers['quota-reset-utc']?.trim() ?? '')
  // A moment that has passed does not say when the next one is.
  return reset === null || reset <= now ? null : Math.min(Math.ceil(reset - now), LONGEST_MS)
}

/** An instant in ms UTC from epoch seconds, epoch milliseconds or a date, which is UTC as the header's name says. */
function readReset(text: string): number | null {
  if (/^\d{9,11}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1_000
  if (/^\d{12,14}(?:\.\d{1,9})?$/.test(text)) return Number(text)
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) {
    const iso = text.replace(' ', 'T').replace(/\s?(?:UTC|GMT)$/i, 'Z')
    return instantOf(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`)
  }
  // `Date.parse` takes much more than dates in full; those begin with a weekday.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null
  return instantOf(/(?:GMT|UTC|Z|[+-]\d{4})$/i.test(text) ? text : `${text} GMT`)
}

function instantOf(text: string): number | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

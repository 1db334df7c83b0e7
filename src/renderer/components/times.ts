/**
 * Times as people read them, in their own locale and time zone. Every function takes the moment and "now" in
 * milliseconds since 1970 UTC, so that the same call always says the same.
 */

const DAY_MS = 86_400_000

function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

/** Whole calendar days from `at` to `now` in local time; a day of 23 or 25 hours counts as one. */
export function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
}

/** "09:41". */
export function clockTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** For lists: "09:41" today, "Yesterday", "Thu" within a week, "19 Nov" this year, else with the year. */
export function listTime(at: number, now: number, locale?: string): string {
  const days = daysBetween(at, now)
  if (days === 0) return clockTime(at, locale)
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(
    locale,
    sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at)
}

/** For the line between days: "Today", "Yesterday", "Thursday 19 November", with the year when it is another. */
export function dayTitle(at: number, now: number, locale?: string): string {
  const days = daysBetween(at, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The whole truth, for a title: "Thursday 19 November 2026 at 10:05:12". */
export function exactTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(at)
}

/** Inside a sentence: "14:05", "tomorrow 14:05", "Thu 14:05", "19 Nov 14:05". */
export function momentWords(at: number, now: number, locale?: string): string {
  const days = daysBetween(at, now)
  const clock = clockTime(at, locale)
  if (days === 0) return clock
  if (days === -1) return `tomorrow ${clock}`
  if (days === 1) return `yesterday ${clock}`
  const date =
    Math.abs(days) < 7
      ? new Intl.DateTimeFormat(locale, { weekday: 'short' })
      : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  return `${date.format(at)} ${clock}`
}

/** After a verb: "at 14:05", "tomorrow 14:05", "Thu 14:05". */
export function onTime(at: number, now: number, locale?: string): string {
  const words = momentWords(at, now, locale)
  return daysBetween(at, now) === 0 ? `at ${words}` : words
}

/** A count in the person's locale: "1 848". */
export function countWords(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** "1 text", "1 848 texts". */
export function plural(count: number, one: string, many: string, locale?: string): string {
  return `${countWords(count, locale)} ${count === 1 ? one : many}`
}

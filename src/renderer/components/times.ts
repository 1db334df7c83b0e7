const DAY_MS = 86_400_000

function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

/** Whole calendar days from `at` to `now` (ms UTC) in local time; a day of 23 or 25 hours counts as one. */
export function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
}

/** When a day begins by this computer's clock, ms UTC; null where it is none, or lies before 1970. `YYYY-MM-DD`. */
export function instantOfDay(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = new Date(year, month - 1, day)
  const isThatDay = at.getFullYear() === year && at.getMonth() === month - 1 && at.getDate() === day
  return isThatDay && at.getTime() >= 0 ? at.getTime() : null
}

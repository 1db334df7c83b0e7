import type { Words } from '../language/words.ts'
import { instantOf, ownZone, wallTimeOf, type ZonedWallTime } from '../../shared/time/wall-time.ts'

/** A later time that one click chooses. */
export interface LaterChoice {
  /** "Later today", "Tomorrow", "Monday". */
  label: string
  wall: ZonedWallTime
  /** The same as an instant, ms UTC. */
  at: number
}

/** When the day is nearly over, and when the next ones begin, for a business. */
const EVENING = '17:00'
const MORNING = '09:00'

/** A choice that is as good as now is none: least time ahead, in milliseconds. */
const LEAST_AHEAD_MS = 15 * 60_000

/**
 * The times people mostly mean by "later", by the clock of this computer: later today, tomorrow, Monday. Those that have come, and
 * a Monday that is tomorrow, are left out. `now` in ms UTC.
 */
export function laterChoices(words: Words<'chooseTime'>, now: number, zone: string = ownZone()): LaterChoice[] {
  const today = wallTimeOf(now, zone).local.slice(0, 10)
  const daysToMonday = (8 - isoWeekday(today)) % 7 || 7
  const choices = [
    { label: words('choice.today'), date: today, clock: EVENING },
    { label: words('choice.tomorrow'), date: addDays(today, 1), clock: MORNING },
    ...(daysToMonday === 1 ? [] : [{ label: words('choice.monday'), date: addDays(today, daysToMonday), clock: MORNING }]),
  ]
  return choices
    .map(({ label, date, clock }) => ({ label, wall: { local: `${date}T${clock}`, zone } }))
    .map((choice) => ({ ...choice, at: instantOf(choice.wall) }))
    .filter(({ at }) => at - now >= LEAST_AHEAD_MS)
}

/** The date some days on. @param date `YYYY-MM-DD` */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** 1 is Monday, 7 Sunday. */
function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

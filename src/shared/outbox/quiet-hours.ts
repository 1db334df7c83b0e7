import type { QuietHours } from '../contract/desk.ts'
import { DAY_MS, nextOffsetChange, offsetAt } from '../time/offsets.ts'
import { zonesOf } from '../time/zones.ts'

/** How far ahead a moment is looked for at which it is quiet in none of several zones, in milliseconds. */
const LOOK_AHEAD_MS = 8 * DAY_MS

/**
 * When a number may be texted again: null when it may be now, else the instant (ms UTC, after `now`) at which quiet ends
 * for its owner. Quiet goes by the clock on the recipient's wall, whatever happens to that clock: an hour that is skipped
 * in spring is not waited for, an hour that comes twice counts twice.
 *
 * Where the owner may be in several zones, it is quiet when it is in any of them. If it is never quiet in none of them
 * for 8 days, the first zone alone counts: a text must not wait for ever.
 *
 * Replies that are exempt are the caller's business.
 * @param now ms UTC
 * @param ownZone IANA name of the desk's zone, for numbers that tell less
 */
export function quietUntil(rules: QuietHours, e164: string, now: number, ownZone: string): number | null {
  return quietUntilIn(rules, zonesOf(e164, ownZone), now)
}

/**
 * The same for zones that are known: the first counts alone where several have no common moment.
 * @param zones IANA names; for none it is never quiet
 */
export function quietUntilIn(rules: QuietHours, zones: readonly string[], now: number): number | null {
  const week = readRules(rules)
  const [first] = zones
  if (first === undefined || !zones.some((zone) => isQuiet(week, now + offsetAt(zone, now)))) return null
  const common = zones.length === 1 ? null : commonEnd(week, zones, now)
  const end = common ?? endIn(week, first, now)
  return end > now ? end : null
}

/** The rules in numbers: milliseconds since midnight, and for each weekday from Monday whether it is quiet as a whole. */
interface QuietWeek {
  from: number
  until: number
  wholeDays: readonly boolean[]
}

function readRules({ from, until, days }: QuietHours): QuietWeek {
  const wholeDays = [false, false, false, false, false, false, false]
  for (const day of days) wholeDays[day - 1] = true
  return { from: readClock(from), until: readClock(until), wholeDays }
}

function readClock(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000
}

/** @param wall what the clock on the wall shows, as if it were UTC, in ms */
function isQuiet(week: QuietWeek, wall: number): boolean {
  return isWholeDayQuiet(week, wall) || isHourQuiet(week, wall)
}

function isWholeDayQuiet({ wholeDays }: QuietWeek, wall: number): boolean {
  // 1970 began on a Thursday.
  return wholeDays[modulo(Math.floor(wall / DAY_MS) + 3, 7)] === true
}

function isHourQuiet({ from, until }: QuietWeek, wall: number): boolean {
  const time = modulo(wall, DAY_MS)
  return from <= until ? time >= from && time < until : time >= from || time < until
}

/** A week has at most seven whole days and eight quiet spells; more steps than this are rules that the contract would not let pass. */
const STEPS_MAX = 16

/** What the clock on the wall will show when quiet ends, if nobody touches the clock. `wall` is quiet. */
function wallEnd(week: QuietWeek, wall: number): number {
  let time = wall
  for (let step = 0; step < STEPS_MAX && isQuiet(week, time); step++) {
    const midnight = Math.floor(time / DAY_MS) * DAY_MS
    const isBeforeEnd = week.until > time - midnight
    time = isWholeDayQuiet(week, time) || !isBeforeEnd ? midnight + DAY_MS : midnight + week.until
  }
  return time
}

/** When quiet ends in one zone, ms UTC; `now` itself when it is not quiet. */
function endIn(week: QuietWeek, zone: string, now: number): number {
  let time = now
  for (;;) {
    const offset = offsetAt(zone, time)
    if (!isQuiet(week, time + offset)) return time
    const end = wallEnd(week, time + offset) - offset
    const change = nextOffsetChange(zone, time, end)
    if (change === null) return end
    time = change
  }
}

/** The first moment from `now` at which it is quiet in none of the zones, ms UTC; null when there is none soon. */
function commonEnd(week: QuietWeek, zones: readonly string[], now: number): number | null {
  let time = now
  for (;;) {
    const before = time
    for (const zone of zones) time = endIn(week, zone, time)
    if (time - now > LOOK_AHEAD_MS) return null
    if (time === before) return time
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

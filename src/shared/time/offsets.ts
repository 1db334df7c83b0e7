/** Milliseconds of a day of 24 hours. */
export const DAY_MS = 86_400_000

/** How far a zone's clock is from UTC during one UTC day. */
interface DayOffsets {
  /** Milliseconds east of UTC as the day begins. */
  before: number
  /** When the clock is put forward or back within the day, ms UTC; `Infinity` on a day when it is not. */
  changesAt: number
  /** Milliseconds east of UTC from `changesAt` on. */
  after: number
}

interface ZoneOffsets {
  format: Intl.DateTimeFormat
  days: Map<number, DayOffsets>
}

/** Days kept per zone. Beyond it they are worked out anew, which takes some microseconds. */
const DAYS_KEPT = 500

const zones = new Map<string, ZoneOffsets>()

/**
 * How far the clock of a zone is ahead of UTC at an instant, in milliseconds.
 * Asked before: a fraction of a microsecond. A clock that changes twice within one UTC day is not provided for; there is none.
 * @param instant ms UTC
 * @throws RangeError for a zone that is unknown
 */
export function offsetAt(zone: string, instant: number): number {
  const day = dayOffsets(zone, Math.floor(instant / DAY_MS))
  return instant < day.changesAt ? day.before : day.after
}

/**
 * The next instant at which the clock of a zone is put forward or back: after `after`, up to and including `until`; null when there is none.
 * Both in ms UTC. Looks at each day between them, so meant for days, not for years.
 * @throws RangeError for a zone that is unknown
 */
export function nextOffsetChange(zone: string, after: number, until: number): number | null {
  const last = Math.floor(until / DAY_MS)
  for (let day = Math.floor(after / DAY_MS); day <= last; day++) {
    const { changesAt } = dayOffsets(zone, day)
    if (changesAt > after && changesAt <= until) return changesAt
  }
  return null
}

/**
 * The offset looked up without a cache, in milliseconds east of UTC. For many instants of one zone far apart.
 * @throws RangeError for a zone that is unknown
 */
export function offsetReader(zone: string): (instant: number) => number {
  const { format } = zoneOffsets(zone)
  return (instant) => readOffset(format, instant)
}

function zoneOffsets(zone: string): ZoneOffsets {
  const known = zones.get(zone)
  if (known !== undefined) return known
  const made = { format: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }), days: new Map() }
  zones.set(zone, made)
  return made
}

function dayOffsets(zone: string, day: number): DayOffsets {
  const { format, days } = zoneOffsets(zone)
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= DAYS_KEPT) days.clear()
  const made = findDayOffsets(format, day)
  days.set(day, made)
  return made
}

/** A change exactly as a day begins belongs to that day, with `before` as its own offset: the day before ends unchanged. */
function findDayOffsets(format: Intl.DateTimeFormat, day: number): DayOffsets {
  const start = day * DAY_MS
  // A millisecond before the day, so that a change at 00:00 UTC is found as one.
  let unchanged = start - 1
  let changed = start + DAY_MS - 1
  const before = readOffset(format, unchanged)
  const after = readOffset(format, changed)
  if (before === after) return { before, changesAt: Infinity, after }
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2)
    if (readOffset(format, middle) === before) unchanged = middle
    else changed = middle
  }
  return { before, changesAt: changed, after }
}

/** From the name of an offset as CLDR writes it in English: `GMT`, `GMT+05:45`, `GMT-00:44:30`. */
function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const text = format.format(instant)
  const found = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  if (found === null) throw new Error(`No offset in the time "${text}".`)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found
  const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000
  return sign === '-' ? -size : size
}

import { Temporal } from 'temporal-polyfill'
import { currentName } from './current-names.ts'

/** A wall time in a zone, as a person says it: "on the 29th at 9:00 in Stockholm". */
export interface ZonedWallTime {
  /** `YYYY-MM-DDTHH:MM`, as the clock on the wall shows it. */
  local: string
  /** IANA name, such as `Europe/Stockholm`. */
  zone: string
}

/**
 * The instant of a wall time, in ms UTC. A time that the clocks skip in spring becomes as much later as they skip; of a
 * time that comes twice in autumn it is the first (Temporal's disambiguation "compatible", as in RFC 5545 §3.3.5).
 * @throws RangeError for a date or time that does not exist, another notation, or an unknown zone
 */
export function instantOf({ local, zone }: ZonedWallTime): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) throw new RangeError(`Not a wall time: ${local}`)
  if (!isZone(zone)) throw new RangeError(`Not a time zone: ${zone}`)
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/**
 * What the clock on the wall of a zone shows at an instant (ms UTC), to the minute.
 * @throws RangeError for an unknown zone, or a year that four digits cannot write
 */
export function wallTimeOf(instant: number, zone: string): ZonedWallTime {
  if (!isZone(zone)) throw new RangeError(`Not a time zone: ${zone}`)
  const time = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).toPlainDateTime()
  if (time.year < 0 || time.year > 9_999) throw new RangeError(`Not a year of four digits: ${String(time.year)}`)
  return { local: time.toString({ smallestUnit: 'minute', roundingMode: 'floor' }), zone }
}

const checkedZones = new Map<string, boolean>()

/** Names remembered as zones or not. */
const CHECKED_KEPT = 1_000

/** Whether this computer knows a time zone of that name. Offsets such as `+02:00` are none: they know nothing of summer time. */
export function isZone(name: string): boolean {
  const known = checkedZones.get(name)
  if (known !== undefined) return known
  const answer = isZoneByIntl(name)
  if (checkedZones.size >= CHECKED_KEPT) checkedZones.clear()
  checkedZones.set(name, answer)
  return answer
}

function isZoneByIntl(name: string): boolean {
  // IANA names begin with a letter; Intl takes offsets too.
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name }).format(0)
    return true
  } catch {
    return false
  }
}

/**
 * The zone this computer's clock is in, by its IANA name. Where the system tells only how far it is from UTC (POSIX
 * `TZ=UTC+3`), the zone of that fixed offset in whole hours; where it tells nothing, `UTC`.
 */
export function ownZone(): string {
  // TypeScript promises a string; V8 gives undefined for zones it cannot name.
  const timeZone: string | undefined = new Intl.DateTimeFormat('en-US').resolvedOptions().timeZone
  if (timeZone !== undefined && isZone(timeZone)) return currentName(timeZone)
  return fixedZone(-new Date().getTimezoneOffset() / 60)
}

/** In these names of the tz database the sign is turned round: `Etc/GMT-2` is two hours ahead of UTC. */
function fixedZone(hoursAhead: number): string {
  const name = hoursAhead === 0 ? 'UTC' : `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${String(Math.abs(hoursAhead))}`
  return isZone(name) ? name : 'UTC'
}

import { instantOf, ownZone, wallTimeOf, type ZonedWallTime } from '../../shared/time/wall-time.ts'
import { zonesOf } from '../../shared/time/zones.ts'
import type { Times } from '../language/times.ts'
import type { Words } from '../language/words.ts'

/** What a zone is called among people: its city, "New York" for `America/New_York`. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Whether the clocks of two zones show the same at an instant (ms UTC). Zones this computer does not know are no others. */
export function showSame(at: number, one: string, other: string): boolean {
  try {
    return one === other || wallTimeOf(at, one).local === wallTimeOf(at, other).local
  } catch {
    return true
  }
}

/** What the clock of a zone shows at an instant, as an instant at which the clock here shows the same. */
export function asHere(instant: number, zone: string): number {
  return instantOf({ ...wallTimeOf(instant, zone), zone: ownZone() })
}

/**
 * A moment by the clock of another zone, in the words of any other: "tomorrow 03:00". Both in ms UTC.
 * @throws RangeError for a zone this computer does not know
 */
export function momentWordsIn(times: Times, zone: string, at: number, now: number): string {
  return times.moment(asHere(at, zone), asHere(now, zone))
}

/** The moment by the recipient's clock where that shows another time than this computer's: zone and words. Null where it does not. */
export function theirMoment(times: Times, e164: string, at: number, now: number): { place: string; words: string } | null {
  const here = ownZone()
  const [zone, ...others] = zonesOf(e164, here)
  // Where somebody may be in several zones, no one clock is theirs.
  if (zone === undefined || others.length > 0 || showSame(at, zone, here)) return null
  return { place: zoneName(zone), words: momentWordsIn(times, zone, at, now) }
}

/** Every zone this computer knows, its own first, as a list to choose from. */
export function zoneChoices(words: Words<'chooseTime'>): { value: string; label: string }[] {
  const here = ownZone()
  const zones = new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return [...zones].map((value) => {
    const zone = value.replaceAll('_', ' ')
    return { value, label: value === here ? words('hereZone', { zone }) : zone }
  })
}

/** What a date and a time field hold, as one wall time, of this computer unless said otherwise; null while either is missing or makes no sense. */
export function wallTimeFrom(date: string, time: string, zone: string = ownZone()): ZonedWallTime | null {
  const wall = { local: `${date}T${time.slice(0, 5)}`, zone }
  try {
    instantOf(wall)
    return wall
  } catch {
    return null
  }
}

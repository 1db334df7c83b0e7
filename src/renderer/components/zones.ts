import { instantOf, ownZone, wallTimeOf, type ZonedWallTime } from '../../shared/time/wall-time.ts'
import { zonesOf } from '../../shared/time/zones.ts'
import type { Words } from '../language/words.ts'
import { momentWords, onTime } from './times.ts'

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
function asHere(instant: number, zone: string): number {
  return instantOf({ ...wallTimeOf(instant, zone), zone: ownZone() })
}

/**
 * A moment by the clock of another zone, in the words of {@link momentWords}: "tomorrow 03:00". Both in ms UTC.
 * @throws RangeError for a zone this computer does not know
 */
export function momentWordsIn(zone: string, at: number, now: number, locale?: string): string {
  return momentWords(asHere(at, zone), asHere(now, zone), locale)
}

/**
 * When a text goes out, after a verb: "at 17:00", "tomorrow 09:00", and where it was said by another clock than this
 * computer's, by that one first: "tomorrow 09:00 in New York (tomorrow 15:00 here)". Times in ms UTC.
 */
export function scheduleWords(schedule: { at: number; zone: string | null }, now: number, locale?: string): string {
  const { at, zone } = schedule
  if (zone === null || showSame(at, zone, ownZone())) return onTime(at, now, locale)
  return `${onTime(asHere(at, zone), asHere(now, zone), locale)} in ${zoneName(zone)} (${momentWords(at, now, locale)} here)`
}

/** The moment by the recipient's clock where that shows another time than this computer's: zone and words. Null where it does not. */
export function theirMoment(e164: string, at: number, now: number, locale?: string): { place: string; words: string } | null {
  const here = ownZone()
  const [zone, ...others] = zonesOf(e164, here)
  // Where somebody may be in several zones, no one clock is theirs.
  if (zone === undefined || others.length > 0 || showSame(at, zone, here)) return null
  return { place: zoneName(zone), words: momentWordsIn(zone, at, now, locale) }
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

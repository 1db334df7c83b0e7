import { Temporal } from 'temporal-polyfill'
import { countryOf } from '../phone/country-of.ts'
import { currentName } from './current-names.ts'
import { DAY_MS, offsetReader } from './offsets.ts'
import { isZone } from './wall-time.ts'

/** ECMA-402 Intl Locale Info, which TypeScript's library does not describe yet. An accessor in older engines. */
interface LocaleZones {
  getTimeZones?: () => string[] | undefined
  timeZones?: string[]
}

/**
 * Countries that libphonenumber knows and Unicode's data gives no zone. Kosovo keeps the time of Europe/Belgrade (tz
 * database, file `europe`); Ascension and Tristan da Cunha belong to Saint Helena's entry (ISO 3166-1 SH).
 */
const ZONES_NOT_LISTED: Readonly<Record<string, string>> = {
  XK: 'Europe/Belgrade',
  AC: 'Atlantic/St_Helena',
  TA: 'Atlantic/St_Helena',
}

/** Years over which zones of one country are compared: two that never differ in them count as one. */
const COMPARED_FROM = Date.UTC(2026, 0, 1)
const COMPARED_UNTIL = Date.UTC(2040, 0, 1)

const zonesByCountry = new Map<string, readonly string[]>()
const zonesByCountryAndDesk = new Map<string, readonly string[]>()

/** Countries and desk zones remembered together; a desk has one zone, so this is plenty. */
const PAIRS_KEPT = 2_000

/**
 * Time zones in which the owner of a number may be, never none. That of its country; of a country with several, the
 * desk's own if it is there (a local business texts local people), else each inhabited one with a clock of its own, the
 * one with most places first. A number that belongs to no country, or is none: the desk's own zone.
 * @param ownZone IANA name of the desk's zone
 */
export function zonesOf(e164: string, ownZone: string): readonly string[] {
  const country = countryOf(e164)
  if (country === null) return [ownZone]
  const key = `${country} ${ownZone}`
  const known = zonesByCountryAndDesk.get(key)
  if (known !== undefined) return known
  const found = findZones(country, ownZone)
  if (zonesByCountryAndDesk.size >= PAIRS_KEPT) zonesByCountryAndDesk.clear()
  zonesByCountryAndDesk.set(key, found)
  return found
}

function findZones(country: string, ownZone: string): readonly string[] {
  const all = listedZones(country)
  if (all.length === 0) return [ownZone]
  if (all.length > 1 && all.some((zone) => isSameZone(zone, ownZone))) return [ownZone]
  const known = zonesByCountry.get(country)
  if (known !== undefined) return known
  const distinct = withClocksOfTheirOwn(all).map(currentName)
  zonesByCountry.set(country, distinct)
  return distinct
}

/** Zones of a country as Unicode CLDR lists them, without research stations (Macquarie Island is Australia's). */
function listedZones(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & LocaleZones
  const listed = locale.getTimeZones?.() ?? locale.timeZones ?? []
  const inhabited = listed.filter((zone) => !zone.startsWith('Antarctica/') && isZone(zone))
  const other = ZONES_NOT_LISTED[country]
  return inhabited.length === 0 && other !== undefined ? [other] : inhabited
}

/** Whether two names mean the same zone, such as `Asia/Kolkata` and `Asia/Calcutta`. */
function isSameZone(one: string, other: string): boolean {
  if (one === other) return true
  if (!isZone(other)) return false
  const instant = Temporal.Instant.fromEpochMilliseconds(0)
  return instant.toZonedDateTimeISO(one).equals(instant.toZonedDateTimeISO(other))
}

function withClocksOfTheirOwn(zones: readonly string[]): string[] {
  const groups = new Map<string, string[]>()
  for (const zone of zones) {
    const clock = clockOf(zone)
    const group = groups.get(clock)
    if (group === undefined) groups.set(clock, [zone])
    else group.push(zone)
  }
  // The sort is stable: among equals the order of CLDR stays.
  return [...groups.values()].sort((one, other) => other.length - one.length).flatMap(([first]) => first ?? [])
}

/** The offsets of a zone twice a month; equal for zones whose clocks go alike. Summer time lasts for weeks everywhere. */
function clockOf(zone: string): string {
  const offset = offsetReader(zone)
  const offsets: number[] = []
  for (let instant = COMPARED_FROM; instant < COMPARED_UNTIL; instant += 15 * DAY_MS) offsets.push(offset(instant))
  return offsets.join(' ')
}

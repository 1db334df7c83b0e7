import fc from 'fast-check'
import { DateTime, IANAZone } from 'luxon'

/** Luxon is a library of its own: it reads the wall clock through another road than the code under test. */

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** Zones whose clocks do something of interest: both hemispheres, half an hour, midnight, no change at all, both sides of the date line. */
export const EDGE_ZONES = [
  'Europe/Stockholm',
  'Europe/London',
  'Europe/Dublin',
  'Atlantic/Azores',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Phoenix',
  'America/Havana',
  'America/Santiago',
  'America/Godthab',
  'America/Scoresbysund',
  'Pacific/Easter',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Australia/Brisbane',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Norfolk',
  'Asia/Kathmandu',
  'Asia/Calcutta',
  'Asia/Beirut',
  'Asia/Gaza',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Etc/GMT-14',
  'UTC',
] as const

/** Milliseconds a zone is ahead of UTC, as luxon says. */
export function luxonOffset(zone: string, instant: number): number {
  return IANAZone.create(zone).offset(instant) * MINUTE
}

/** What luxon shows on the wall of a zone. */
export function luxonWall(zone: string, instant: number): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/**
 * Instants at which the clock of a zone was or will be put forward or back, found with luxon.
 * @param step ms between looks; two changes within one cancel out and are missed
 */
export function clockChanges(zone: string, from: number, until: number, step = DAY): number[] {
  const changes: number[] = []
  let before = luxonOffset(zone, from)
  for (let time = from + step; time <= until; time += step) {
    const after = luxonOffset(zone, time)
    if (after !== before) {
      let [unchanged, changed] = [time - step, time]
      while (changed - unchanged > 1) {
        const middle = Math.floor((unchanged + changed) / 2)
        if (luxonOffset(zone, middle) === before) unchanged = middle
        else changed = middle
      }
      changes.push(changed)
    }
    before = after
  }
  return changes
}

const recentChanges = new Map<string, number[]>()

function changesOf(zone: string): number[] {
  const known = recentChanges.get(zone)
  if (known !== undefined) return known
  const found = clockChanges(zone, Date.UTC(2025, 0, 1), Date.UTC(2029, 0, 1), 5 * DAY)
  recentChanges.set(zone, found)
  return found
}

/** Any zone this computer knows; often one whose clock is of interest. */
export const anyZone = fc.oneof(fc.constantFrom(...EDGE_ZONES), fc.constantFrom(...Intl.supportedValuesOf('timeZone')))

/** A zone and an instant in it: anywhere from 2000 to 2040, or within two days of a change of its clock. */
export const zoneAndInstant = anyZone.chain((zone) => {
  const anywhere = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) })
  const changes = changesOf(zone)
  const instant =
    changes.length === 0
      ? anywhere
      : fc.oneof(
          { weight: 1, arbitrary: anywhere },
          { weight: 2, arbitrary: around(changes, 2 * DAY) },
          { weight: 2, arbitrary: around(changes, 2 * HOUR) },
          { weight: 1, arbitrary: around(changes, 2) },
        )
  return instant.map((at) => ({ zone, at }))
})

function around(instants: readonly number[], distance: number): fc.Arbitrary<number> {
  return fc
    .tuple(fc.constantFrom(...instants), fc.integer({ min: -distance, max: distance }))
    .map(([instant, difference]) => instant + difference)
}

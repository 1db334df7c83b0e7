import { offsetAt } from './offsets.ts'

/**
 * What the clock on the wall of a zone shows at an instant (ms UTC): `08:00`, in 24 hours.
 * @throws RangeError for an unknown zone
 */
export function clockTimeIn(instant: number, zone: string): string {
  const wall = instant + offsetAt(zone, instant)
  return new Date(wall).toISOString().slice(11, 16)
}

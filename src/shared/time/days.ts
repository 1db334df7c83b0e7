import { Temporal } from 'temporal-polyfill'
import { isZone } from './wall-time.ts'

/** Instants of a day, in ms UTC: from `start` on, up to and without `end`. */
export interface DaySpan {
  start: number
  end: number
}

/**
 * When a day begins and ends by the clock of a zone; days on which the clock changes are shorter or longer than others.
 * Null for what is no day such as 2026-03-01, and for an unknown zone.
 * @param zone IANA name
 */
export function daySpan(day: string, zone: string): DaySpan | null {
  if (!isDay(day) || !isZone(zone)) return null
  const date = Temporal.PlainDate.from(day)
  const startOf = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds
  return { start: startOf(date), end: startOf(date.add({ days: 1 })) }
}

/** Whether text is a day of the calendar, written like 2026-03-01. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

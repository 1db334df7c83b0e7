import { ownZone } from '../../shared/time/wall-time.ts'
import { offsetAt } from '../../shared/time/offsets.ts'

/** Days as date fields hold them, `2026-11-22`; empty for no bound. Both are meant whole. */
export interface Days {
  from: string
  until: string
}

export const ALL_DAYS: Days = { from: '', until: '' }

/** The time of these days by this computer's clock, ms UTC: from the first instant of one to before the first after the other. */
export function timeOf({ from, until }: Days): { from?: number; until?: number } {
  const begins = startOf(from)
  const ends = startOf(until)
  if (ends !== null) ends.setDate(ends.getDate() + 1)
  return { ...(begins === null ? {} : { from: begins.getTime() }), ...(ends === null ? {} : { until: ends.getTime() }) }
}

/** Whether the last day comes before the first. */
export function isTurnedRound({ from, until }: Days): boolean {
  return from !== '' && until !== '' && until < from
}

function startOf(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const start = new Date(`${day}T00:00`)
  return Number.isNaN(start.getTime()) || start.getTime() < 0 ? null : start
}

/** How far this computer's clock is from UTC at an instant: "UTC+01:00". @param at ms UTC */
export function offsetWords(at: number, zone = ownZone()): string {
  const minutes = Math.round(offsetAt(zone, at) / 60_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}

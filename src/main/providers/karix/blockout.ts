import { BLOCKOUT } from './facts.ts'
import { indianMinutes, nextIndianTime, readClock } from './indian-time.ts'

/** The hours in which nothing promotional goes out, Indian time `HH:MM`: from the first, up to but without the second. */
export interface BlockoutHours {
  from: string
  to: string
}

/** Longest wait after the end of the hours, in milliseconds, so that not everything goes out in the same second. */
const MAX_JITTER_MS = 180_000

/** Wait where the hours have only just ended, in milliseconds. */
const SOON_MS = 15 * 60_000

const DAY_MINUTES = 24 * 60

/** The hours of an account (§6.4); what is missing or no clock time is as the rule has it today. */
export function blockoutHours(config: Readonly<Record<string, string>>): BlockoutHours {
  return { from: clockOr(config['blockoutFrom'], BLOCKOUT.from), to: clockOr(config['blockoutTo'], BLOCKOUT.to) }
}

/** When the hours that are on now end, in ms UTC; null outside them. Hours that begin as they end are none. */
export function blockoutEnd({ from, to }: BlockoutHours, now: number): number | null {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  const minutes = indianMinutes(now)
  const isOn = begin < end ? minutes >= begin && minutes < end : begin !== end && (minutes >= begin || minutes < end)
  return isOn ? nextIndianTime(end, now) : null
}

/**
 * When a text that Karix may not send at this hour is tried again, in ms UTC: after the next end of the hours, whether
 * they are on by the account's own idea of them or not, and a little later for each text. In the first hour after that
 * end the two clocks, or ideas, may just differ: then soon. Pure.
 */
export function tryAfterBlockout(hours: BlockoutHours, now: number, messageId: string): number {
  // Karix has hours even where the account says there are none.
  const { to } = hours.from === hours.to ? BLOCKOUT : hours
  const end = minutesOf(to)
  const sinceEnd = (indianMinutes(now) - end + DAY_MINUTES) % DAY_MINUTES
  const again = sinceEnd < 60 ? now + SOON_MS : nextIndianTime(end, now)
  return again + (hashOf(messageId) % (MAX_JITTER_MS + 1))
}

function clockOr(value: string | undefined, standard: string): string {
  return value !== undefined && readClock(value) !== null ? value.trim() : standard
}

function minutesOf(clock: string): number {
  return readClock(clock) ?? 0
}

/** FNV-1a, 32 bits: spreads ids evenly and says the same every time. */
function hashOf(value: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < value.length; index += 1) hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

import type { OutboxLane } from '../../shared/contract/outbox.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import type { Tone } from '../components/Chip.tsx'
import { countWords, momentWords, plural } from '../components/times.ts'
import { COUNTDOWN_MS, soonWords } from './message-words.ts'

/** "12 a second"; "no limit" where nobody set one. */
export function rateWords(rate: SendingRate | null, locale?: string): string {
  if (rate === null) return 'no limit'
  return `${countWords(rate.count, locale)} ${rate.per === 'hour' ? 'an' : 'a'} ${rate.per}`
}

/** What an account is doing, in a sentence with a tone. */
export interface LaneWords {
  words: string
  tone: Tone
}

/** What stands in an account's way, or that nothing does. `now` in ms UTC. */
export function laneWords(lane: OutboxLane, network: 'online' | 'offline', now: number, locale?: string): LaneWords {
  if (lane.status === 'paused') {
    const reason = lane.pause?.message ?? 'Nothing is sent through it until you resume it.'
    return { words: `Paused: ${reason}`, tone: 'warn' }
  }
  const queued = lane.waiting + lane.sending
  if (network === 'offline' || lane.rest?.reason === 'offline') {
    return queued === 0 ? { words: 'No internet', tone: 'warn' } : { words: 'Waits: no internet', tone: 'warn' }
  }
  if (queued === 0) return { words: 'Ready', tone: 'ok' }
  if (lane.rest !== null && (lane.rest.until === null || lane.rest.until > now)) return restWords(lane.rest, now, locale)
  return { words: lane.rate === null ? 'Sending' : `Sending, ${rateWords(lane.rate, locale)}`, tone: 'ok' }
}

function restWords({ reason, until }: NonNullable<OutboxLane['rest']>, now: number, locale?: string): LaneWords {
  const moment = until === null ? null : until - now <= COUNTDOWN_MS ? soonWords(until, now, locale) : momentWords(until, now, locale)
  switch (reason) {
    case 'provider_limit':
      if (moment === null) return { words: 'The provider asked to wait', tone: 'warn' }
      return {
        words: moment.startsWith('in ') ? `The provider asked to wait; goes on ${moment}` : `The provider asked to wait until ${moment}`,
        tone: 'warn',
      }
    case 'rate':
      return { words: `Keeps to its rate${moment === null ? '' : `; goes on ${moment}`}`, tone: 'plain' }
    case 'unclear_answers':
      return {
        words: `What became of the last texts is unclear, so it goes slowly${moment === null ? '' : `: the next one ${moment}`}`,
        tone: 'ask',
      }
    case 'offline':
      return { words: 'Waits: no internet', tone: 'warn' }
  }
}

/** "214 waiting · 3 being sent · 2 scheduled"; "Nothing waits" when there is nothing. */
export function laneCounts(lane: OutboxLane, locale?: string): string {
  const counts = [
    [lane.waiting, 'waiting'],
    [lane.sending, 'being sent'],
    [lane.scheduled, 'scheduled'],
    [lane.held, 'held'],
  ] as const
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${countWords(count, locale)} ${word}`)
  return words.length === 0 ? 'Nothing waits' : words.join(' · ')
}

/** The next moment at which a lane's words change by themselves, in ms UTC; null for none. */
export function laneCountsDownTo({ rest }: OutboxLane, now: number): number | null {
  const until = rest?.until ?? null
  return until !== null && until > now && until - now <= COUNTDOWN_MS ? until : null
}

/** Reads what was typed as a rate's count: 1 to 1,000,000, spaces between digits allowed; null when it is none. */
export function readRateCount(typed: string): number | null {
  const digits = typed.replaceAll(/[\s.,’'\u00a0\u202f]/g, '')
  if (!/^\d{1,7}$/.test(digits)) return null
  const count = Number(digits)
  return count >= 1 && count <= 1_000_000 ? count : null
}

/** "2 texts were moved and 1 was left." */
export function movedWords({ moved, left }: { moved: number; left: number }, to: string): string {
  const done = `${plural(moved, 'text now goes', 'texts now go')} through ${to}.`
  return left === 0 ? done : `${done} ${plural(left, 'was', 'were')} left, because ${to} cannot take ${left === 1 ? 'it' : 'them'}.`
}

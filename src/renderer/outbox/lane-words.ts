import type { OutboxLane } from '../../shared/contract/outbox.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import type { Tone } from '../components/Chip.tsx'
import type { Words } from '../language/words.ts'
import { COUNTDOWN_MS, soonWords, type OutboxSpeech } from './message-words.ts'

/** Words of the accounts beside the outbox. */
export type LaneSpeech = OutboxSpeech & { lanes: Words<'lanes'> }

/** "12 a second"; "no limit" where nobody set one. */
export function rateWords(words: Words<'lanes'>, rate: SendingRate | null): string {
  return rate === null ? words('rate.none') : words(`rate.${rate.per}`, { count: rate.count })
}

/** What an account is doing, in a sentence with a tone. */
export interface LaneWords {
  words: string
  tone: Tone
}

/** What stands in an account's way, or that nothing does. `now` in ms UTC. */
export function laneWords(speech: LaneSpeech, lane: OutboxLane, network: 'online' | 'offline', now: number): LaneWords {
  const { lanes: words, say } = speech
  if (lane.status === 'paused') {
    const reason = lane.pause === null ? words('state.pausedReason') : say(lane.pause.message)
    return { words: words('state.paused', { reason }), tone: 'warn' }
  }
  const queued = lane.waiting + lane.sending
  if (network === 'offline' || lane.rest?.reason === 'offline') {
    return { words: words(queued === 0 ? 'state.noInternet' : 'state.waits'), tone: 'warn' }
  }
  if (queued === 0) return { words: words('state.ready'), tone: 'ok' }
  if (lane.rest !== null && (lane.rest.until === null || lane.rest.until > now)) return restWords(speech, lane.rest, now)
  const sending = lane.rate === null ? words('state.sending') : words('state.sendingAt', { rate: rateWords(words, lane.rate) })
  return { words: sending, tone: 'ok' }
}

function restWords(speech: LaneSpeech, { reason, until }: NonNullable<OutboxLane['rest']>, now: number): LaneWords {
  const { lanes: words, times } = speech
  const isSoon = until !== null && until - now <= COUNTDOWN_MS
  const moment = until === null ? null : isSoon ? soonWords(speech, until, now) : times.moment(until, now)
  switch (reason) {
    case 'provider_limit':
      if (moment === null) return { words: words('state.limit'), tone: 'warn' }
      return { words: isSoon ? words('state.limitSoon', { soon: moment }) : words('state.limitUntil', { moment }), tone: 'warn' }
    case 'rate':
      return { words: moment === null ? words('state.rate') : words('state.rateUntil', { moment }), tone: 'plain' }
    case 'unclear_answers':
      return { words: moment === null ? words('state.unclear') : words('state.unclearUntil', { moment }), tone: 'ask' }
    case 'offline':
      return { words: words('state.waits'), tone: 'warn' }
  }
}

/** "214 waiting · 3 being sent · 2 scheduled"; "Nothing waits" when there is nothing. */
export function laneCounts(words: Words<'lanes'>, lane: OutboxLane): string {
  const counted = (['waiting', 'sending', 'scheduled', 'held'] as const).filter((what) => lane[what] > 0)
  return counted.length === 0 ? words('counts.nothing') : counted.map((what) => words(`counts.${what}`, { count: lane[what] })).join(' · ')
}

/** The next moment at which a lane's words change by themselves, in ms UTC; null for none. */
export function laneCountsDownTo({ rest }: OutboxLane, now: number): number | null {
  const until = rest?.until ?? null
  return until !== null && until > now && until - now <= COUNTDOWN_MS ? until : null
}

/** Most texts in a period that a rate can be. */
export const MOST_IN_PERIOD = 1_000_000

/** Reads what was typed as a rate's count: 1 to {@link MOST_IN_PERIOD}, spaces between digits allowed; null when it is none. */
export function readRateCount(typed: string): number | null {
  const digits = typed.replaceAll(/[\s.,’'\u00a0\u202f]/g, '')
  if (!/^\d{1,7}$/.test(digits)) return null
  const count = Number(digits)
  return count >= 1 && count <= MOST_IN_PERIOD ? count : null
}

/** "2 texts now go through KPN. 1 was left, because KPN cannot take it." */
export function movedWords(words: Words<'lanes'>, { moved, left }: { moved: number; left: number }, account: string): string {
  const done = words('move.moved', { moved, account })
  return left === 0 ? done : `${done} ${words('move.left', { left, account })}`
}

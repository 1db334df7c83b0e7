import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import type { Tone } from '../components/Chip.tsx'
import { exactTime, momentWords, onTime } from '../components/times.ts'
import type { Times } from '../language/times.ts'
import { momentWordsIn, showSame, theirMoment, zoneName } from '../components/zones.ts'
import { LAPSED } from '../inbox/thread/statusWords.ts'

/** Where a text of the Outbox stands, in words for its row. */
export interface RowWords {
  /** A few words; they are enough without the tone. */
  words: string
  tone: Tone
  /** Why, or what else matters; empty when there is nothing to add. */
  detail: string
  /** The moment the words are about, in ms UTC; null when they are about none. */
  at: number | null
}

/** What a row has to know besides its text. */
export interface WordsContext {
  /** ms UTC. */
  now: number
  /** The account lets nothing out until a person resumes it. */
  accountPaused: boolean
  times: Times
  locale?: string
}

/** Within this many milliseconds a moment is counted down in seconds. */
export const COUNTDOWN_MS = 90_000

/** "in 12 s" when it is close, else "at 14:05", "tomorrow 09:00". For moments ahead; `now` and `at` in ms UTC. */
export function soonWords(at: number, now: number, locale?: string): string {
  const ahead = at - now
  if (ahead <= 0) return 'any moment'
  if (ahead <= COUNTDOWN_MS) return `in ${Math.ceil(ahead / 1_000)} s`
  return onTime(at, now, locale)
}

/** Where a text stands in a list, in words. */
export function rowWords(view: OutboxView, message: OutboxMessage, context: WordsContext): RowWords {
  switch (view) {
    case 'waiting':
      return waitingWords(message, context)
    case 'scheduled':
      return scheduledWords(message, context)
    case 'held':
      return heldWords(message, context)
    case 'missed':
      return missedWords(message, context)
    case 'unconfirmed':
      return {
        words: `unconfirmed since ${momentWords(message.statusAt, context.now, context.locale)}`,
        tone: 'ask',
        detail: message.error?.message ?? 'The desk stopped while it was being sent.',
        at: message.statusAt,
      }
    case 'failed':
      return failedWords(message, context)
  }
}

function waitingWords(message: OutboxMessage, { now, locale, accountPaused }: WordsContext): RowWords {
  const until = message.notBefore !== null && message.notBefore > now ? message.notBefore : null
  const plain = { tone: 'plain' as const, detail: limitWords(message, now, locale), at: until }
  if (message.status === 'sending')
    return { ...plain, words: message.kind === 'voice_code' ? 'being called now' : 'being sent now', detail: '' }
  if (message.hold?.reason === 'undo' && until !== null) {
    return { ...plain, words: `goes out ${soonWords(until, now, locale)}`, detail: 'it can still be taken back' }
  }
  if (accountPaused) return { ...plain, words: 'waits for its account', tone: 'warn', detail: `${message.accountName} is paused` }
  if (message.error !== null) {
    const words = until === null ? 'is tried again when its turn comes' : `tries again ${soonWords(until, now, locale)}`
    return { ...plain, words, tone: 'warn', detail: message.error.message }
  }
  return { ...plain, words: until === null ? 'waits its turn' : `goes out ${soonWords(until, now, locale)}` }
}

function scheduledWords(message: OutboxMessage, { now, locale, times, accountPaused }: WordsContext): RowWords {
  const at = message.schedule?.at ?? message.notBefore
  if (at === null) return { words: 'scheduled', tone: 'plain', detail: '', at: null }
  const there = chosenElsewhere(times, message, now)
  const zone = message.schedule?.zone ?? null
  return {
    words: there === null ? momentWords(at, now, locale) : there.words,
    tone: 'plain',
    detail: joined([
      there === null ? (zone === null ? '' : `${zoneName(zone)} time`) : `in ${there.place}, ${momentWords(at, now, locale)} here`,
      accountPaused ? `${message.accountName} is paused` : '',
      limitWords(message, now, locale),
    ]),
    at,
  }
}

function heldWords(message: OutboxMessage, { now, locale, times }: WordsContext): RowWords {
  const until = message.hold?.until ?? message.notBefore
  return {
    words: until === null ? 'held' : `held until ${momentWords(until, now, locale)}`,
    tone: 'plain',
    detail: joined([
      message.hold?.reason === 'blockout' ? 'the provider sends nothing at this hour' : quietWords(times, message, until, now),
      limitWords(message, now, locale),
    ]),
    at: until,
  }
}

/** Why it is quiet, with the recipient's own clock where that differs from this computer's. */
function quietWords(times: Times, { to }: OutboxMessage, until: number | null, now: number): string {
  const there = until === null ? null : theirMoment(times, to, until, now)
  return there === null ? 'quiet hours there' : `quiet hours there, ${there.words} in ${there.place}`
}

function missedWords(message: OutboxMessage, { now, locale, times }: WordsContext): RowWords {
  const at = message.schedule?.at ?? null
  if (at === null) return { words: 'missed its time', tone: 'warn', detail: '', at: null }
  const there = chosenElsewhere(times, message, now)
  return {
    words: `was due ${momentWords(at, now, locale)}`,
    tone: 'warn',
    detail: joined([there === null ? '' : `${there.words} in ${there.place}`, limitWords(message, now, locale)]),
    at,
  }
}

function failedWords(message: OutboxMessage, { now, locale }: WordsContext): RowWords {
  const when = momentWords(message.statusAt, now, locale)
  const lapsed = message.error?.code === LAPSED
  const isCall = message.kind === 'voice_code'
  const words = isCall
    ? message.status === 'undelivered'
      ? 'not answered'
      : 'not called'
    : message.status === 'failed' || lapsed
      ? 'not sent'
      : message.status === 'expired'
        ? 'not delivered in time'
        : 'not delivered'
  const limit =
    message.validUntil === null ? '' : `: not to ${isCall ? 'be made' : 'go out'} after ${momentWords(message.validUntil, now, locale)}`
  const reason = lapsed ? `its time had passed${limit}` : (message.error?.message ?? '')
  return { words: `${words}, ${when}`, tone: 'bad', detail: reason, at: message.statusAt }
}

/** The time of a text by the clock it was chosen by, where that shows another time than this computer's; null otherwise. */
function chosenElsewhere(times: Times, { schedule }: OutboxMessage, now: number): { words: string; place: string } | null {
  if (schedule === null || schedule.zone === null) return null
  const { at, zone } = schedule
  if (showSame(at, zone, ownZone())) return null
  return { words: momentWordsIn(times, zone, at, now), place: zoneName(zone) }
}

function limitWords({ validUntil }: OutboxMessage, now: number, locale?: string): string {
  return validUntil === null ? '' : `not after ${momentWords(validUntil, now, locale)}`
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ')
}

/** Everything the row says, with the exact moment: for the hover. */
export function rowTitle({ words, detail, at }: RowWords, locale?: string): string {
  return [words, detail, at === null ? '' : exactTime(at, locale)].filter((line) => line !== '').join('\n')
}

/** The moment to which the row's words count down in seconds, in ms UTC; null when none is that close. */
export function countsDownTo(message: OutboxMessage, now: number): number | null {
  const at = message.status === 'queued' ? message.notBefore : null
  return at !== null && at > now && at - now <= COUNTDOWN_MS ? at : null
}

/** The start of a text on one line. */
export function oneLine(text: string): string {
  return text.slice(0, 240).replaceAll(/\s+/g, ' ').trim()
}

import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import type { Tone } from '../components/Chip.tsx'
import { momentWordsIn, showSame, theirMoment, zoneName } from '../components/zones.ts'
import { LAPSED } from '../inbox/thread/statusWords.ts'
import type { Times } from '../language/times.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Words } from '../language/words.ts'

/** All that it takes to say where a text of the outbox stands. */
export interface OutboxSpeech {
  words: Words<'outbox'>
  times: Times
  say: SaySentence
}

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
}

/** Within this many milliseconds a moment is counted down in seconds. */
export const COUNTDOWN_MS = 90_000

/** "in 12 s" when it is close, else "at 14:05", "tomorrow 09:00". For moments ahead; `now` and `at` in ms UTC. */
export function soonWords({ words, times }: Pick<OutboxSpeech, 'words' | 'times'>, at: number, now: number): string {
  const ahead = at - now
  if (ahead <= 0) return words('soon.anyMoment')
  if (ahead <= COUNTDOWN_MS) return words('soon.seconds', { seconds: Math.ceil(ahead / 1_000) })
  return times.on(at, now)
}

/** Where a text stands in a list, in words. */
export function rowWords(speech: OutboxSpeech, view: OutboxView, message: OutboxMessage, context: WordsContext): RowWords {
  switch (view) {
    case 'waiting':
      return waitingWords(speech, message, context)
    case 'scheduled':
      return scheduledWords(speech, message, context)
    case 'held':
      return heldWords(speech, message, context)
    case 'missed':
      return missedWords(speech, message, context)
    case 'unconfirmed':
      return unconfirmedWords(speech, message, context)
    case 'failed':
      return failedWords(speech, message, context)
  }
}

function waitingWords(speech: OutboxSpeech, message: OutboxMessage, { now, accountPaused }: WordsContext): RowWords {
  const { words, say } = speech
  const until = message.notBefore !== null && message.notBefore > now ? message.notBefore : null
  const plain = { tone: 'plain' as const, detail: limitWords(speech, message, now), at: until }
  if (message.status === 'sending') {
    return { ...plain, words: words(message.kind === 'voice_code' ? 'state.beingCalled' : 'state.beingSent'), detail: '' }
  }
  const goesOut = until === null ? words('state.waits') : words('state.goesOut', { when: soonWords(speech, until, now) })
  if (message.hold?.reason === 'undo' && until !== null) return { ...plain, words: goesOut, detail: words('state.takenBack') }
  if (accountPaused) {
    return { ...plain, words: words('state.waitsForAccount'), tone: 'warn', detail: pausedWords(speech, message) }
  }
  if (message.error !== null) {
    const again = until === null ? words('state.triedInTurn') : words('state.triesAgain', { when: soonWords(speech, until, now) })
    return { ...plain, words: again, tone: 'warn', detail: say(message.error.message) }
  }
  return { ...plain, words: goesOut }
}

function scheduledWords(speech: OutboxSpeech, message: OutboxMessage, { now, accountPaused }: WordsContext): RowWords {
  const { words, times } = speech
  const at = message.schedule?.at ?? message.notBefore
  if (at === null) return { words: words('state.scheduled'), tone: 'plain', detail: '', at: null }
  const there = chosenElsewhere(speech, message, now)
  const zone = message.schedule?.zone ?? null
  const here = times.moment(at, now)
  const byClock = zone === null ? '' : words('state.byClockOf', { place: zoneName(zone) })
  return {
    words: there === null ? here : there.moment,
    tone: 'plain',
    detail: joined([
      there === null ? byClock : words('state.thereAndHere', { place: there.place, moment: here }),
      accountPaused ? pausedWords(speech, message) : '',
      limitWords(speech, message, now),
    ]),
    at,
  }
}

function heldWords(speech: OutboxSpeech, message: OutboxMessage, { now }: WordsContext): RowWords {
  const { words, times } = speech
  const until = message.hold?.until ?? message.notBefore
  return {
    words: until === null ? words('state.held') : words('state.heldUntil', { moment: times.moment(until, now) }),
    tone: 'plain',
    detail: joined([
      message.hold?.reason === 'blockout' ? words('state.blockout') : quietWords(speech, message, until, now),
      limitWords(speech, message, now),
    ]),
    at: until,
  }
}

/** Why it is quiet, with the recipient's own clock where that differs from this computer's. */
function quietWords({ words, times }: OutboxSpeech, { to }: OutboxMessage, until: number | null, now: number): string {
  const there = until === null ? null : theirMoment(times, to, until, now)
  return there === null ? words('state.quiet') : words('state.quietThere', { moment: there.words, place: there.place })
}

function missedWords(speech: OutboxSpeech, message: OutboxMessage, { now }: WordsContext): RowWords {
  const { words, times } = speech
  const at = message.schedule?.at ?? null
  if (at === null) return { words: words('state.missed'), tone: 'warn', detail: '', at: null }
  const there = chosenElsewhere(speech, message, now)
  return {
    words: words('state.wasDue', { moment: times.moment(at, now) }),
    tone: 'warn',
    detail: joined([there === null ? '' : words('state.there', there), limitWords(speech, message, now)]),
    at,
  }
}

function unconfirmedWords({ words, times, say }: OutboxSpeech, message: OutboxMessage, { now }: WordsContext): RowWords {
  return {
    words: words('state.unconfirmed', { moment: times.moment(message.statusAt, now) }),
    tone: 'ask',
    detail: message.error === null ? words('state.deskStopped') : say(message.error.message),
    at: message.statusAt,
  }
}

function failedWords({ words, times, say }: OutboxSpeech, message: OutboxMessage, { now }: WordsContext): RowWords {
  const { validUntil, error } = message
  const isCall = message.kind === 'voice_code'
  const lapsed = error?.code === LAPSED
  const timePassed =
    validUntil === null
      ? words('state.timePassed')
      : words(isCall ? 'state.timePassedCall' : 'state.timePassedText', { moment: times.moment(validUntil, now) })
  return {
    words: words(`state.failed.${howFailed(message)}`, { moment: times.moment(message.statusAt, now) }),
    tone: 'bad',
    detail: lapsed ? timePassed : error === null ? '' : say(error.message),
    at: message.statusAt,
  }
}

function howFailed({ kind, status, error }: OutboxMessage): 'notSent' | 'notDelivered' | 'notInTime' | 'notCalled' | 'notAnswered' {
  if (kind === 'voice_code') return status === 'undelivered' ? 'notAnswered' : 'notCalled'
  if (status === 'failed' || error?.code === LAPSED) return 'notSent'
  return status === 'expired' ? 'notInTime' : 'notDelivered'
}

/** The time of a text by the clock it was chosen by, where that shows another time than this computer's; null otherwise. */
function chosenElsewhere({ times }: OutboxSpeech, { schedule }: OutboxMessage, now: number): { moment: string; place: string } | null {
  if (schedule === null || schedule.zone === null) return null
  const { at, zone } = schedule
  if (showSame(at, zone, ownZone())) return null
  return { moment: momentWordsIn(times, zone, at, now), place: zoneName(zone) }
}

function pausedWords({ words }: OutboxSpeech, { accountName }: OutboxMessage): string {
  return words('state.accountPaused', { account: accountName })
}

function limitWords({ words, times }: OutboxSpeech, { validUntil }: OutboxMessage, now: number): string {
  return validUntil === null ? '' : words('state.notAfter', { moment: times.moment(validUntil, now) })
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ')
}

/** Everything the row says, with the exact moment: for the hover. */
export function rowTitle(times: Times, { words, detail, at }: RowWords): string {
  return [words, detail, at === null ? '' : times.exact(at)].filter((line) => line !== '').join('\n')
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

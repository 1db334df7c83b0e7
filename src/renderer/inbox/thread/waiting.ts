import type { Message, MessageHold } from '../../../shared/contract/messages.ts'
import { theirMoment } from '../../components/zones.ts'
import type { Times } from '../../language/times.ts'
import type { SaySentence } from '../../language/host-sentences/createHostSentences.ts'
import type { Words } from '../../language/words.ts'

/** Why a queued message has not gone yet, and with that what a person can do about it. */
export interface Waiting {
  kind:
    | Exclude<MessageHold['reason'], 'undo'>
    /** A person chose a later time. */
    | 'scheduled'
    /** Something went wrong; it is tried again by itself or waits for its account. */
    | 'trouble'
  /** As sentences. */
  sentence: string
}

type Queued = Pick<Message, 'status' | 'notBefore' | 'error' | 'hold' | 'schedule'>

export function isAhead(at: number | null | undefined, now: number): at is number {
  return at !== null && at !== undefined && at > now
}

/** Why a queued message is kept back at this moment; null where it is not, or what kept it back has ended. */
export function keptBack(message: Pick<Message, 'status' | 'hold'>, now: number): MessageHold['reason'] | null {
  if (message.status !== 'queued' || message.hold === null) return null
  return message.hold.reason === 'missed' || isAhead(message.hold.until, now) ? message.hold.reason : null
}

/** Whether a queued message waits for the time a person chose, and not to be tried again. */
export function isScheduled({ notBefore, error, schedule }: Pick<Message, 'notBefore' | 'error' | 'schedule'>, now: number): boolean {
  return isAhead(notBefore, now) && (error === null || schedule?.at === notBefore)
}

/** What sentences about waiting are made with. */
export interface WaitingSpeech {
  words: Words<'messages'>
  times: Times
  /** Says a reason of the host. */
  say: SaySentence
}

/** Why a queued message has not gone yet; null when it is simply its turn soon, or it can still be taken back. Times in ms UTC. */
export function waitingOf(
  speech: WaitingSpeech,
  message: Queued & Pick<Message, 'to' | 'accountName' | 'validUntil'>,
  now: number,
): Waiting | null {
  if (message.status !== 'queued') return null
  const { words, times, say } = speech
  switch (keptBack(message, now)) {
    case 'undo':
      return null
    case 'missed':
      return { kind: 'missed', sentence: missedSentence(speech, message, now) }
    case 'quiet_hours':
      return { kind: 'quiet_hours', sentence: sentences(quietSentence(speech, message, now), limitSentence(speech, message, now)) }
    case 'blockout': {
      const until = message.hold?.until
      const account = message.accountName
      const held = isAhead(until, now)
        ? words('waiting.blockoutUntil', { moment: times.moment(until, now), account })
        : words('waiting.blockout', { account })
      return { kind: 'blockout', sentence: sentences(held, limitSentence(speech, message, now)) }
    }
    case null:
      break
  }
  const later = isAhead(message.notBefore, now) ? message.notBefore : null
  const limit = limitSentence(speech, message, now)
  // Of one that is scheduled, its account may be paused: better said before its time comes.
  const reason = message.error === null ? null : say(message.error.message)
  if (reason !== null && !isScheduled(message, now)) {
    const again = later === null ? null : words('waiting.again', { when: times.on(later, now) })
    return { kind: 'trouble', sentence: sentences(reason, again, limit) }
  }
  if (later === null) return null
  const when = times.scheduled({ at: later, zone: message.schedule?.zone ?? null }, now)
  return { kind: 'scheduled', sentence: sentences(words('waiting.goesOut', { when }), reason, limit) }
}

function quietSentence({ words, times }: WaitingSpeech, { hold, to }: Pick<Message, 'hold' | 'to'>, now: number): string {
  const until = hold?.until
  if (!isAhead(until, now)) return words('waiting.quiet')
  const there = theirMoment(times, to, until, now)
  const moment = times.moment(until, now)
  return there === null
    ? words('waiting.quietUntil', { moment })
    : words('waiting.quietUntilThere', { moment, there: there.words, place: there.place })
}

function missedSentence({ words, times }: WaitingSpeech, { schedule }: Pick<Message, 'schedule'>, now: number): string {
  return schedule === null ? words('waiting.missed') : words('waiting.missedWhen', { when: times.scheduled(schedule, now) })
}

/** Until when it may go at all, where a person has said so. */
function limitSentence({ words, times }: WaitingSpeech, { validUntil }: Pick<Message, 'validUntil'>, now: number): string | null {
  return isAhead(validUntil, now) ? words('waiting.limit', { moment: times.moment(validUntil, now) }) : null
}

function sentences(...said: readonly (string | null)[]): string {
  return said.filter((sentence) => sentence !== null && sentence !== '').join(' ')
}

import type { Message, MessageHold } from '../../../shared/contract/messages.ts'
import { momentWords, onTime } from '../../components/times.ts'
import { scheduleWords, theirMoment } from '../../components/zones.ts'

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

/** Why a queued message has not gone yet; null when it is simply its turn soon, or it can still be taken back. Times in ms UTC. */
export function waitingOf(
  message: Queued & Pick<Message, 'to' | 'accountName' | 'validUntil'>,
  now: number,
  locale?: string,
): Waiting | null {
  if (message.status !== 'queued') return null
  switch (keptBack(message, now)) {
    case 'undo':
      return null
    case 'missed':
      return { kind: 'missed', sentence: missedSentence(message, now, locale) }
    case 'quiet_hours':
      return { kind: 'quiet_hours', sentence: withLimit(quietSentence(message, now, locale), message, now, locale) }
    case 'blockout': {
      const until = message.hold?.until
      const held = isAhead(until, now) ? `Held until ${momentWords(until, now, locale)}` : 'Held'
      return {
        kind: 'blockout',
        sentence: withLimit(`${held}: ${message.accountName} sends nothing of this kind at this hour.`, message, now, locale),
      }
    }
    case null:
      break
  }
  const later = isAhead(message.notBefore, now) ? message.notBefore : null
  const scheduled = isScheduled(message, now)
  if (message.error !== null && !scheduled) {
    const retried = later === null ? '' : ` It is tried again ${onTime(later, now, locale)}.`
    return { kind: 'trouble', sentence: withLimit(`${message.error.message}${retried}`, message, now, locale) }
  }
  if (later === null) return null
  const words = scheduleWords({ at: later, zone: message.schedule?.zone ?? null }, now, locale)
  // Its account may be paused: better said before its time comes.
  const trouble = message.error === null ? '' : ` ${message.error.message}`
  return { kind: 'scheduled', sentence: withLimit(`Goes out ${words}.${trouble}`, message, now, locale) }
}

function quietSentence({ hold, to }: Pick<Message, 'hold' | 'to'>, now: number, locale?: string): string {
  const until = hold?.until
  if (!isAhead(until, now)) return 'Held (quiet hours there).'
  const there = theirMoment(to, until, now, locale)
  const words = momentWords(until, now, locale)
  return there === null
    ? `Held until ${words} (quiet hours there).`
    : `Held until ${words}, ${there.words} in ${there.place} (quiet hours there).`
}

function missedSentence({ schedule }: Pick<Message, 'schedule'>, now: number, locale?: string): string {
  const meant = schedule === null ? '' : ` It was to go out ${scheduleWords(schedule, now, locale)}.`
  return `Its time came while the desk was closed.${meant}`
}

/** Adds until when it may go at all, where a person has said so. */
function withLimit(sentence: string, { validUntil }: Pick<Message, 'validUntil'>, now: number, locale?: string): string {
  if (!isAhead(validUntil, now)) return sentence
  return `${sentence} Not sent after ${momentWords(validUntil, now, locale)}.`
}

import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { isReportOverdue } from '../../../shared/messages/overdue.ts'
import { OPTED_OUT } from '../../../shared/opt-outs/words.ts'
import type { MessageStatus } from '../../../shared/messages/status.ts'
import type { Tone } from '../../components/Chip.tsx'
import { clockTime, daysBetween, momentWords, plural } from '../../components/times.ts'
import { scheduleWords } from '../../components/zones.ts'
import { isAhead, isScheduled, keptBack } from './waiting.ts'

/** A status for a person: words, a mark that repeats them, and a tone. The words alone are enough. */
export interface StatusWords {
  words: string
  /** Empty where words say it all. */
  mark: '' | '✓' | '✓✓' | '!' | '?'
  tone: Tone
}

/** The code of the error a message has that was not sent because its time had passed. */
export const LAPSED = 'lapsed'

const SHORT: Record<MessageStatus, StatusWords> = {
  queued: { words: 'waiting', mark: '', tone: 'plain' },
  sending: { words: 'sending…', mark: '', tone: 'plain' },
  sent: { words: 'sent', mark: '✓', tone: 'plain' },
  delivered: { words: 'delivered', mark: '✓✓', tone: 'ok' },
  undelivered: { words: 'not delivered', mark: '!', tone: 'bad' },
  expired: { words: 'not delivered in time', mark: '!', tone: 'bad' },
  failed: { words: 'not sent', mark: '!', tone: 'bad' },
  cancelled: { words: 'cancelled', mark: '', tone: 'plain' },
  unconfirmed: { words: 'unconfirmed', mark: '?', tone: 'ask' },
  received: { words: '', mark: '', tone: 'plain' },
}

const WAITS_FOR: Record<NonNullable<LastMessage['waitsFor']>, StatusWords> = {
  its_time: { words: 'scheduled', mark: '', tone: 'plain' },
  quiet_hours: { words: 'held', mark: '', tone: 'plain' },
  blockout: { words: 'held', mark: '', tone: 'plain' },
  a_person: { words: 'missed its time', mark: '?', tone: 'ask' },
}

type LastMessage = NonNullable<Conversation['lastMessage']>

/** A status in a word or two, for lists. */
export function shortStatus({ status, waitsFor, lapsed }: Pick<LastMessage, 'status' | 'waitsFor' | 'lapsed'>): StatusWords {
  if (waitsFor !== null) return WAITS_FOR[waitsFor]
  if (status === 'expired') return { ...SHORT.expired, words: lapsed ? 'not sent' : 'not delivered' }
  return SHORT[status]
}

/** When the status was reached, shortened where the message's own time already says it. */
function whenReached(message: Pick<Message, 'statusAt' | 'createdAt'>, now: number, locale?: string): string {
  return daysBetween(message.createdAt, message.statusAt) === 0
    ? clockTime(message.statusAt, locale)
    : momentWords(message.statusAt, now, locale)
}

/**
 * A message's status for the line under it: "delivered 10:05", "held until 08:00", "goes out tomorrow 09:00".
 * @param keeper the provider of its account, which may keep it until its time
 */
export function statusWords(
  message: Pick<
    Message,
    'status' | 'statusAt' | 'createdAt' | 'notBefore' | 'error' | 'leftUnconfirmed' | 'hold' | 'schedule' | 'providerKeepsUntil'
  >,
  now: number,
  locale?: string,
  keeper = 'the provider',
): StatusWords {
  const short = SHORT[message.status]
  switch (message.status) {
    case 'delivered':
      return { ...short, words: `delivered ${whenReached(message, now, locale)}` }
    case 'sent':
      // Handed over: from here on its provider sees to the time.
      return isAhead(message.providerKeepsUntil, now)
        ? {
            words: `kept by ${keeper} until ${momentWords(message.providerKeepsUntil, now, locale)}, cannot be taken back`,
            mark: '',
            tone: 'plain',
          }
        : short
    case 'unconfirmed':
      return message.leftUnconfirmed ? { words: 'unconfirmed, left as it is', mark: '?', tone: 'plain' } : short
    case 'expired':
      return message.error?.code === LAPSED ? { ...short, words: 'not sent, its time had passed' } : short
    case 'cancelled':
      return message.error?.code === OPTED_OUT ? { ...short, words: 'not sent, asked not to get texts' } : short
    case 'queued':
      return { ...short, ...waitingWords(message, now, locale) }
    default:
      return short
  }
}

/** The same for a text that is sent and of which no report came in as many hours as the desk waits; null for any other. */
export function overdueWords(
  message: Pick<Message, 'status' | 'statusAt' | 'providerKeepsUntil'>,
  hours: number,
  now: number,
  locale?: string,
): StatusWords | null {
  if (!isReportOverdue(message, hours, now)) return null
  return { ...SHORT.sent, words: `sent, no report after ${plural(hours, 'hour', 'hours', locale)}`, tone: 'warn' }
}

function waitingWords(
  message: Pick<Message, 'status' | 'notBefore' | 'error' | 'hold' | 'schedule'>,
  now: number,
  locale?: string,
): Partial<StatusWords> {
  const reason = keptBack(message, now)
  switch (reason) {
    case 'undo':
      return { words: 'sending in a few seconds' }
    case 'missed':
      return { words: 'missed its time', mark: '!', tone: 'warn' }
    case 'quiet_hours':
    case 'blockout':
      return { words: message.hold?.until ? `held until ${momentWords(message.hold.until, now, locale)}` : 'held' }
    case null:
      break
  }
  if (message.notBefore === null || !isScheduled(message, now)) return {}
  return { words: `goes out ${scheduleWords({ at: message.notBefore, zone: message.schedule?.zone ?? null }, now, locale)}` }
}

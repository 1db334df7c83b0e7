import type { Message } from '../../../shared/contract/messages.ts'
import type { MessageStatus } from '../../../shared/messages/status.ts'
import type { Tone } from '../../components/Chip.tsx'
import { clockTime, daysBetween, momentWords } from '../../components/times.ts'

/** A status for a person: words, a mark that repeats them, and a tone. The words alone are enough. */
export interface StatusWords {
  words: string
  /** Empty where words say it all. */
  mark: '' | '✓' | '✓✓' | '!' | '?'
  tone: Tone
}

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

/** A status in a word or two, for lists. */
export function shortStatus(status: MessageStatus): StatusWords {
  return SHORT[status]
}

/** When the status was reached, shortened where the message's own time already says it. */
function whenReached(message: Pick<Message, 'statusAt' | 'createdAt'>, now: number, locale?: string): string {
  return daysBetween(message.createdAt, message.statusAt) === 0
    ? clockTime(message.statusAt, locale)
    : momentWords(message.statusAt, now, locale)
}

/** A message's status for the line under it: "delivered 10:05", "waiting, goes at 08:00 tomorrow". */
export function statusWords(
  message: Pick<Message, 'status' | 'statusAt' | 'createdAt' | 'notBefore' | 'error' | 'leftUnconfirmed'>,
  now: number,
  locale?: string,
): StatusWords {
  const short = SHORT[message.status]
  switch (message.status) {
    case 'delivered':
      return { ...short, words: `delivered ${whenReached(message, now, locale)}` }
    case 'unconfirmed':
      return message.leftUnconfirmed ? { words: 'unconfirmed, left as it is', mark: '?', tone: 'plain' } : short
    case 'queued':
      if (message.notBefore === null || message.notBefore <= now) return short
      return message.error === null ? { ...short, words: `goes out ${onTime(message.notBefore, now, locale)}` } : short
    default:
      return short
  }
}

function onTime(at: number, now: number, locale?: string): string {
  const words = momentWords(at, now, locale)
  return daysBetween(at, now) === 0 ? `at ${words}` : words
}

/** Why a queued message has not gone yet, as sentences; null when it is simply its turn soon. */
export function waitingSentence(message: Pick<Message, 'status' | 'notBefore' | 'error'>, now: number, locale?: string): string | null {
  if (message.status !== 'queued') return null
  const later = message.notBefore !== null && message.notBefore > now ? message.notBefore : null
  if (message.error !== null) {
    return later === null ? message.error.message : `${message.error.message} It is tried again ${onTime(later, now, locale)}.`
  }
  return later === null ? null : `This text goes out ${onTime(later, now, locale)}.`
}

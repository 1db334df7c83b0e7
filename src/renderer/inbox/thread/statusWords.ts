import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { isReportOverdue } from '../../../shared/messages/overdue.ts'
import { OPTED_OUT } from '../../../shared/opt-outs/words.ts'
import type { MessageStatus } from '../../../shared/messages/status.ts'
import type { Tone } from '../../components/Chip.tsx'
import { daysBetween } from '../../components/times.ts'
import type { Times } from '../../language/times.ts'
import type { Words } from '../../language/words.ts'
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

type Look = Omit<StatusWords, 'words'>

const LOOKS: Record<MessageStatus, Look> = {
  queued: { mark: '', tone: 'plain' },
  sending: { mark: '', tone: 'plain' },
  sent: { mark: '✓', tone: 'plain' },
  delivered: { mark: '✓✓', tone: 'ok' },
  undelivered: { mark: '!', tone: 'bad' },
  expired: { mark: '!', tone: 'bad' },
  failed: { mark: '!', tone: 'bad' },
  cancelled: { mark: '', tone: 'plain' },
  unconfirmed: { mark: '?', tone: 'ask' },
  received: { mark: '', tone: 'plain' },
}

const WAITS_LOOKS: Record<NonNullable<LastMessage['waitsFor']>, Look> = {
  its_time: { mark: '', tone: 'plain' },
  quiet_hours: { mark: '', tone: 'plain' },
  blockout: { mark: '', tone: 'plain' },
  a_person: { mark: '?', tone: 'ask' },
}

type LastMessage = NonNullable<Conversation['lastMessage']>

/** A status in a word or two, for lists. */
export function shortStatus(
  words: Words<'messages'>,
  { status, waitsFor, lapsed }: Pick<LastMessage, 'status' | 'waitsFor' | 'lapsed'>,
): StatusWords {
  if (waitsFor !== null) return { ...WAITS_LOOKS[waitsFor], words: words(`waits.${waitsFor}`) }
  if (status === 'expired') return { ...LOOKS.expired, words: words(lapsed ? 'status.failed' : 'status.undelivered') }
  return plainStatus(words, status)
}

function plainStatus(words: Words<'messages'>, status: MessageStatus): StatusWords {
  return { ...LOOKS[status], words: status === 'received' ? '' : words(`status.${status}`) }
}

/** When a text was delivered: by the clock alone where the message's own time already says the day. */
function deliveredWords(
  words: Words<'messages'>,
  times: Times,
  { createdAt, statusAt }: Pick<Message, 'statusAt' | 'createdAt'>,
  now: number,
): string {
  return daysBetween(createdAt, statusAt) === 0 || daysBetween(statusAt, now) === 0
    ? words('state.deliveredAt', { time: times.clock(statusAt) })
    : words('state.deliveredOn', { moment: times.moment(statusAt, now) })
}

/**
 * A message's status for the line under it: "delivered 10:05", "held until 08:00", "goes out tomorrow 09:00".
 * @param keeper the provider of its account, which may keep it until its time
 */
export function statusWords(
  words: Words<'messages'>,
  times: Times,
  message: Pick<
    Message,
    'status' | 'statusAt' | 'createdAt' | 'notBefore' | 'error' | 'leftUnconfirmed' | 'hold' | 'schedule' | 'providerKeepsUntil'
  >,
  now: number,
  keeper?: string,
): StatusWords {
  const short = plainStatus(words, message.status)
  switch (message.status) {
    case 'delivered':
      return { ...short, words: deliveredWords(words, times, message, now) }
    case 'sent': {
      // Handed over: from here on its provider sees to the time.
      if (!isAhead(message.providerKeepsUntil, now)) return short
      const moment = times.moment(message.providerKeepsUntil, now)
      return {
        words: keeper === undefined ? words('state.keptByProvider', { moment }) : words('state.kept', { provider: keeper, moment }),
        mark: '',
        tone: 'plain',
      }
    }
    case 'unconfirmed':
      return message.leftUnconfirmed ? { words: words('state.leftUnconfirmed'), mark: '?', tone: 'plain' } : short
    case 'expired':
      return message.error?.code === LAPSED ? { ...short, words: words('state.lapsed') } : short
    case 'cancelled':
      return message.error?.code === OPTED_OUT ? { ...short, words: words('state.optedOut') } : short
    case 'queued':
      return { ...short, ...waitingWords(words, times, message, now) }
    default:
      return short
  }
}

/** The same for a text that is sent and of which no report came in as many hours as the desk waits; null for any other. */
export function overdueWords(
  words: Words<'messages'>,
  message: Pick<Message, 'status' | 'statusAt' | 'providerKeepsUntil'>,
  hours: number,
  now: number,
): StatusWords | null {
  if (!isReportOverdue(message, hours, now)) return null
  return { ...LOOKS.sent, words: words('state.overdue', { hours }), tone: 'warn' }
}

function waitingWords(
  words: Words<'messages'>,
  times: Times,
  message: Pick<Message, 'status' | 'notBefore' | 'error' | 'hold' | 'schedule'>,
  now: number,
): Partial<StatusWords> {
  switch (keptBack(message, now)) {
    case 'undo':
      return { words: words('state.undo') }
    case 'missed':
      return { words: words('waits.a_person'), mark: '!', tone: 'warn' }
    case 'quiet_hours':
    case 'blockout':
      return {
        words: message.hold?.until
          ? words('state.heldUntil', { moment: times.moment(message.hold.until, now) })
          : words('waits.quiet_hours'),
      }
    case null:
      break
  }
  if (message.notBefore === null || !isScheduled(message, now)) return {}
  return { words: words('state.goesOut', { when: times.scheduled({ at: message.notBefore, zone: message.schedule?.zone ?? null }, now) }) }
}

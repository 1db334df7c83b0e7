import type { Message } from '../../shared/contract/messages.ts'
import { messageWords } from '../components/message-text.ts'
import { formatNumber } from '../components/names.ts'
import { daysBetween } from '../components/times.ts'
import type { Words } from '../language/words.ts'

/** Texts on a page of A4, more or less. */
const TEXTS_PER_PAGE = 22

/** How many pages so many texts take, about. */
export function pagesOf(texts: number): number {
  return Math.max(1, Math.ceil(texts / TEXTS_PER_PAGE))
}

/** Moments as they stand on paper: exact, and by the clock of this computer. All in ms UTC. */
export interface PrintTimes {
  /** "14:05:09". */
  clock(at: number): string
  /** "Sunday 22 November 2026". */
  day(at: number): string
  /** "22 Nov 2026, 14:05:09". */
  whole(at: number): string
}

/** {@link PrintTimes} in a language. @param tag by which dates are written */
export function createPrintTimes(tag: string): PrintTimes {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const dates = new Intl.DateTimeFormat(tag, options)
    return (at: number) => dates.format(at)
  }
  return {
    clock: format({ timeStyle: 'medium' }),
    day: format({ dateStyle: 'full' }),
    whole: format({ dateStyle: 'medium', timeStyle: 'medium' }),
  }
}

/** Messages by day, in their order. */
export function byDay<One extends Pick<Message, 'createdAt'>>(messages: readonly One[]): { at: number; messages: One[] }[] {
  const days: { at: number; messages: One[] }[] = []
  for (const message of messages) {
    const day = days.at(-1)
    if (day === undefined || daysBetween(day.at, message.createdAt) !== 0) days.push({ at: message.createdAt, messages: [message] })
    else day.messages.push(message)
  }
  return days
}

/** What became of a message and when exactly: "delivered at 14:05:12"; null for one that came in. */
export function printedState(
  words: Words<'print'>,
  times: PrintTimes,
  { direction, status, statusAt, createdAt }: Pick<Message, 'direction' | 'status' | 'statusAt' | 'createdAt'>,
): string | null {
  if (direction === 'inbound' || status === 'received') return null
  const sameDay = daysBetween(createdAt, statusAt) === 0
  return words(`state.${status}`, { when: sameDay ? words('atTime', { time: times.clock(statusAt) }) : times.whole(statusAt) })
}

/** From whom to whom: "+46 70 174 06 05 to Garage". */
export function printedWay(words: Words<'print'>, { from, to }: Pick<Message, 'from' | 'to'>): string {
  return words('way', { from: formatNumber(from), to: formatNumber(to) })
}

/** The text, or what a message is that has none. */
export function printedText(
  words: Words<'print'>,
  messages: Words<'messages'>,
  message: Pick<Message, 'kind' | 'direction' | 'text'>,
): string {
  return messageWords(messages, message) ?? words('noText')
}

import type { Message } from '../../shared/contract/messages.ts'
import { messageWords } from '../components/message-text.ts'
import { formatNumber } from '../components/names.ts'
import { daysBetween } from '../components/times.ts'
import { shortStatus } from '../inbox/thread/statusWords.ts'
import type { Words } from '../language/words.ts'

/** Texts on a page of A4, more or less. */
const TEXTS_PER_PAGE = 22

/** How many pages so many texts take, about. */
export function pagesOf(texts: number): number {
  return Math.max(1, Math.ceil(texts / TEXTS_PER_PAGE))
}

/** "14:05:09". @param at ms UTC */
export function exactClock(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at)
}

/** "Sunday 22 November 2026". @param at ms UTC */
export function fullDay(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at)
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
  messages: Words<'messages'>,
  message: Pick<Message, 'direction' | 'status' | 'statusAt' | 'createdAt'>,
  locale?: string,
): string | null {
  if (message.direction === 'inbound') return null
  const { words } = shortStatus(messages, { status: message.status, waitsFor: null, lapsed: false })
  const sameDay = daysBetween(message.createdAt, message.statusAt) === 0
  const when = sameDay
    ? `at ${exactClock(message.statusAt, locale)}`
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(message.statusAt)
  return `${words} ${when}`
}

/** From whom to whom: "+46 70 174 06 05 to Garage". */
export function printedWay({ from, to }: Pick<Message, 'from' | 'to'>): string {
  return `${formatNumber(from)} to ${formatNumber(to)}`
}

/** The text, or what a message is that has none. */
export function printedText(messages: Words<'messages'>, message: Pick<Message, 'kind' | 'direction' | 'text'>): string {
  return messageWords(messages, message) ?? '(no text)'
}

import type { SearchFilter, SearchKind } from '../../../shared/contract/search.ts'
import type { MessageStatus } from '../../../shared/messages/status.ts'

/** What is shown of what was found. */
export type InboxKind = 'all' | SearchKind

/** What became of a text, or which way it went, as a person chooses it. */
export const STATES = ['any', 'received', 'ours', 'delivered', 'sent', 'waiting', 'failed', 'unconfirmed'] as const
export type InboxState = (typeof STATES)[number]

/** Times a person chooses from; `days` goes from a day to a day. */
export const PERIODS = ['ever', 'week', 'month', 'this_year', 'last_year', 'days'] as const
export type InboxPeriod = (typeof PERIODS)[number]

/** Narrows down a search in the inbox. */
export interface SearchNarrowing {
  kind: InboxKind
  /** With whom: a person, or one conversation. `name` is what they are called on the screen. */
  person: { contactId: string; name: string } | { conversationId: string; name: string } | null
  state: InboxState
  period: InboxPeriod
  /** First and last day of the period `days`, such as 2026-11-22; empty where it is open. */
  firstDay: string
  lastDay: string
  accountId: string | null
}

export const NO_FILTER: SearchNarrowing = {
  kind: 'all',
  person: null,
  state: 'any',
  period: 'ever',
  firstDay: '',
  lastDay: '',
  accountId: null,
}

const STATUSES: Partial<Record<InboxState, MessageStatus[]>> = {
  delivered: ['delivered'],
  sent: ['sent'],
  waiting: ['queued', 'sending'],
  failed: ['failed', 'undelivered', 'expired'],
  unconfirmed: ['unconfirmed'],
}

/** Whether anything is left out by it. */
export function isNarrowed(filter: SearchNarrowing): boolean {
  return filter.kind !== 'all' || Object.values(filterInput(filter, 0)).some((value) => value !== undefined)
}

/**
 * The filter as the host takes it, by the days of this computer.
 * @param now a moment of today, in ms since 1970 UTC
 */
export function filterInput({ person, state, period, firstDay, lastDay, accountId }: SearchNarrowing, now: number): SearchFilter {
  return {
    contactId: person !== null && 'contactId' in person ? person.contactId : undefined,
    conversationId: person !== null && 'conversationId' in person ? person.conversationId : undefined,
    statuses: STATUSES[state],
    direction: state === 'received' ? 'inbound' : state === 'ours' ? 'outbound' : undefined,
    accountId: accountId ?? undefined,
    ...instantsOf(period, firstDay, lastDay, now),
  }
}

function instantsOf(period: InboxPeriod, firstDay: string, lastDay: string, now: number): { from?: number; until?: number } {
  const year = new Date(now).getFullYear()
  switch (period) {
    case 'ever':
      return {}
    case 'week':
      return { from: startOfDay(new Date(now), -6) }
    case 'month':
      return { from: startOfDay(new Date(now), -29) }
    case 'this_year':
      return { from: new Date(year, 0, 1).getTime() }
    case 'last_year':
      return { from: new Date(year - 1, 0, 1).getTime(), until: new Date(year, 0, 1).getTime() }
    case 'days': {
      const first = dayOf(firstDay)
      const last = dayOf(lastDay)
      return { ...(first === null ? {} : { from: startOfDay(first, 0) }), ...(last === null ? {} : { until: startOfDay(last, 1) }) }
    }
  }
}

/** The first instant of the day so many days after another; never before 1970. */
function startOfDay(day: Date, after: number): number {
  return Math.max(0, new Date(day.getFullYear(), day.getMonth(), day.getDate() + after).getTime())
}

function dayOf(typed: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? []
  return year === undefined ? null : new Date(Number(year), Number(month) - 1, Number(day))
}

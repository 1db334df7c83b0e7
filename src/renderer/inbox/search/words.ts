import { countWords, plural } from '../../components/times.ts'
import type { InboxKind, InboxPeriod, InboxState } from './filter.ts'

export const KIND_WORDS: Readonly<Record<InboxKind, string>> = { all: 'All', messages: 'Texts', people: 'People', notes: 'Notes' }

export const STATE_WORDS: Readonly<Record<InboxState, string>> = {
  any: 'Any state',
  received: 'Received',
  ours: 'Written by us',
  delivered: 'Delivered',
  sent: 'Sent, no report yet',
  waiting: 'Waiting to go out',
  failed: 'Did not arrive',
  unconfirmed: 'Unconfirmed',
}

export const PERIOD_WORDS: Readonly<Record<InboxPeriod, string>> = {
  ever: 'Any time',
  week: 'Last 7 days',
  month: 'Last 30 days',
  this_year: 'This year',
  last_year: 'Last year',
  days: 'Between two days',
}

/** "1,000+ texts", "1 text". */
export function totalWords({ count, atLeast }: { count: number; atLeast: boolean }): string {
  return atLeast ? `${countWords(count)}+ texts` : plural(count, 'text', 'texts')
}

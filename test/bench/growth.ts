import type { InboxTimes } from './inbox.ts'
import type { Times } from './timing.ts'
import type { WindowTimes } from './window.ts'

/** A figure that must not go over its budget. */
export interface Limit {
  what: string
  unit: string
  value: number
  budget: number
}

/** Twice what it takes with a small history is the most it may take with a large one. */
const GROWTH = 2
/** Below this, in milliseconds, a median says more about the clock than about the history. */
const LEAST_MS = 0.5

/** What the host may take, and how much it may grow with the history. */
export function inboxLimits(small: InboxTimes, large: InboxTimes): Limit[] {
  return [
    ...both('open inbox', small, large, ({ openInbox }) => openInbox, 10),
    ...both('list under a filter', small, large, ({ filters }) => filters, 10),
    ...both('open a conversation', small, large, ({ openConversation }) => openConversation, 10),
    ...both('an earlier page', small, large, ({ pageBack }) => pageBack, 10),
    // With a hundred times as many finds, a search is bounded by its budget alone.
    limit('search', large.messages, large.search, 50),
    ...both('send to tick', small, large, ({ sendToTick }) => sendToTick, 100),
  ]
}

/** What a person may wait for in the window. */
export function windowLimits(small: WindowTimes, large: WindowTimes): Limit[] {
  return [
    ...both('window: inbox there', small, large, ({ interactive }) => interactive, 1_500),
    ...both('window: conversation open', small, large, ({ openConversation }) => openConversation, 100),
    ...both('window: a page further back', small, large, ({ pageBack }) => pageBack, 100),
    limit('window: search', large.messages, large.search, 150),
    limit('window: a key while an import and sends run', large.messages, large.typing, 50),
    { what: `window: frames over 34 ms while scrolling and 50 texts a second arrive`, unit: '%', value: large.slowFrames * 100, budget: 5 },
    { what: 'window: memory, against a small history', unit: 'times', value: large.heapMiB / small.heapMiB, budget: GROWTH },
  ]
}

function both<Figures extends { messages: number }>(
  what: string,
  small: Figures,
  large: Figures,
  pick: (figures: Figures) => Times,
  budgetMs: number,
): Limit[] {
  const growth = Math.max(LEAST_MS, pick(large).p50Ms) / Math.max(LEAST_MS, pick(small).p50Ms)
  return [
    limit(what, large.messages, pick(large), budgetMs),
    { what: `${what}, median against ${small.messages} messages`, unit: 'times', value: growth, budget: GROWTH },
  ]
}

function limit(what: string, messages: number, times: Times, budgetMs: number): Limit {
  return { what: `${what}, ${messages} messages, p95`, unit: 'ms', value: times.p95Ms, budget: budgetMs }
}

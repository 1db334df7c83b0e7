import type { AwayMessage, ReplyRules } from '../contract/replies.ts'
import type { AutomaticKind } from '../contract/messages.ts'
import type { KeywordKind } from './keyword-lists.ts'
import { keywordIn, type Keywords } from './keywords.ts'
import { isOpen } from './opening-hours.ts'

/** What the desk knows when a text comes in. */
export interface ReactionDesk {
  keywords: Keywords
  texts: ReplyRules['texts']
  /** Of the account it came in on; null where none was ever set. */
  away: Pick<AwayMessage, 'on' | 'text' | 'hours' | 'zone'> | null
  /** What people see as sender of that account. */
  sender: string | null
  /** When it came, ms UTC. */
  at: number
}

/** What a text from a customer leads to, limits on automatic texts aside. */
export interface Reaction {
  keyword: KeywordKind | null
  /** The automatic text that answers it; null for none. */
  answer: { kind: Exclude<AutomaticKind, 'missed_call'>; text: string } | null
}

/** What a text from a customer leads to; null for a part of one. The one place that says so: the screen that tries a text and the host that takes one share it. */
export function reactionTo(text: string | null, { keywords, texts, away, sender, at }: ReactionDesk): Reaction {
  const keyword = text === null ? null : keywordIn(text, keywords, sender)
  switch (keyword) {
    case 'opt_out':
      return { keyword, answer: texts.optOut === null ? null : { kind: 'opt_out', text: texts.optOut } }
    case 'opt_in':
      return { keyword, answer: texts.optIn === null ? null : { kind: 'opt_in', text: texts.optIn } }
    case 'help':
      if (texts.help !== null) return { keyword, answer: { kind: 'help', text: texts.help } }
  }
  // A help word without a text for it is a text like any other.
  const isAway = away !== null && away.on && (away.hours === null || !isOpen(away.hours, away.zone, at))
  return { keyword, answer: isAway ? { kind: 'away', text: away.text } : null }
}

import type { AwayMessage, ReplyRules } from '../contract/replies.ts'
import { LANGUAGE_CODES, type KeywordKind } from './keyword-lists.ts'

/** What a new desk starts with: the words of every language count, and nothing answers by itself. */
export const DEFAULT_REPLY_RULES: ReplyRules = {
  languages: [...LANGUAGE_CODES],
  words: {
    optOut: { added: [], removed: [] },
    optIn: { added: [], removed: [] },
    help: { added: [], removed: [] },
  },
  texts: { optOut: null, optIn: null, help: null },
}

/** Answers to customers that are offered to begin with, as the business would write them. */
export const SUGGESTED_ANSWERS: Readonly<Record<KeywordKind, string>> = {
  opt_out: 'You get no more texts from us. Text START to get them again.',
  opt_in: 'You get our texts again. Text STOP to stop them.',
  help: '',
}

/** Weekdays from eight to five. */
const OFFICE_HOURS = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', until: '17:00' }))

/** What the away message of an account starts with. @param zone IANA name of the business’s time zone */
export function newAwayMessage(accountId: string, zone: string): AwayMessage {
  return { accountId, on: false, text: '', hours: OFFICE_HOURS, zone, everyHours: 12 }
}

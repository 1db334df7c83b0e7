import * as z from 'zod'
import { foldKeyword } from '../replies/fold-keyword.ts'
import { LANGUAGE_CODES } from '../replies/keyword-lists.ts'
import { operation } from './base.ts'
import { clockTime, id, messageText } from './primitives.ts'

/** A word a person adds or takes out. One without a letter or digit would stand for every text without any. */
const keyword = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((word) => foldKeyword(word) !== '', 'a word needs a letter or a digit')

/** What a business changed about the words of the languages. */
const keywordChange = z.object({ added: z.array(keyword).max(100), removed: z.array(keyword).max(200) })

const automaticText = messageText.refine((text) => text.trim() !== '', 'a text needs words').nullable()

/** Which words of customers are acted on, and what answers them by itself. */
export const replyRules = z.object({
  /** Languages whose words count. */
  languages: z.array(z.enum(LANGUAGE_CODES)).max(LANGUAGE_CODES.length),
  words: z.object({ optOut: keywordChange, optIn: keywordChange, help: keywordChange }),
  /** Texts that answer these words; null for none. */
  texts: z.object({ optOut: automaticText, optIn: automaticText, help: automaticText }),
})
export type ReplyRules = z.infer<typeof replyRules>

/** Hours of one weekday in which the business is open; `until` at or before `from` is that of the next day. */
const openSpan = z.object({
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  day: z.int().min(1).max(7),
  from: clockTime,
  until: clockTime,
})
export type OpenSpan = z.infer<typeof openSpan>

/** The text that answers whoever writes while nobody is there, of one account. */
export const awayMessage = z.object({
  accountId: id,
  on: z.boolean(),
  /** May be empty while it is off. */
  text: messageText,
  /** When somebody is there, by the clock of `zone`; null for never: every text is answered. */
  hours: z.array(openSpan).max(21).nullable(),
  /** IANA name of the business’s time zone. */
  zone: z.string().min(1).max(64),
  /** At most once to one number within this many hours. */
  everyHours: z.int().min(1).max(168),
})
export type AwayMessage = z.infer<typeof awayMessage>

export const repliesContract = {
  /** Away messages that were ever set, of accounts in use. */
  away: operation.output(z.object({ away: z.array(awayMessage) })),
  /** Sets the away message of an account. */
  setAway: operation.input(awayMessage).output(z.object({ away: z.array(awayMessage) })),
}

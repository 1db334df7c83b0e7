import type { ConsentSource } from '../contract/opt-outs.ts'

/** The code of a refusal, and of the error of a text that was taken back, because the number is opted out. */
export const OPTED_OUT = 'opted_out'

/** What was said, and who said it. */
export interface Said {
  source: ConsentSource
  /** Words of the customer, or of whoever wrote it down. */
  evidence: string
}

/** How one knows, before the words themselves. */
const HOW: Readonly<Record<ConsentSource, string>> = {
  reply: 'by reply',
  clerk: 'noted here',
  import: 'from a list',
  provider: 'told by the provider',
}

/** Longest evidence within a sentence, in UTF-16 units. */
const LONGEST_QUOTE = 120

/** How one knows: "by reply: “STOP”". Evidence is cut to fit into a sentence. */
export function saidHow(said: Said): string {
  const quote = quoteOf(said)
  return quote === '' ? HOW[said.source] : `${HOW[said.source]}: “${quote}”`
}

/** What was said, cut to fit into a sentence; empty where no words are kept. */
export function quoteOf({ evidence }: Pick<Said, 'evidence'>): string {
  const quote = evidence.trim().replaceAll(/\s+/gu, ' ')
  return quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE - 1)}…`.toWellFormed()
}

/**
 * The day something was said, within a sentence: "3 March", with the year where it is another.
 * @param at ms UTC, as `now`; the day is that of this computer's time zone
 */
export function dayOf(at: number, now: number, locale?: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at)
}

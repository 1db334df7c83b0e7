import type { AutomaticKind, Message } from '../../../shared/contract/messages.ts'

const WROTE: Readonly<Record<AutomaticKind, string>> = {
  missed_call: 'Automatic: answer to a missed call',
  opt_out: 'Automatic: opt-out confirmed',
  opt_in: 'Automatic: opt-in confirmed',
  help: 'Automatic: answer to a help word',
  away: 'Automatic: away message',
}

const SAID: Readonly<Record<NonNullable<Message['consent']>, string>> = {
  opt_out: 'Opted out by this text',
  opt_in: 'Gets texts again since this text',
  consent: 'Agreed to texts by this text',
}

/** What wrote a text by itself, as its line of facts says it; null where a person did. */
export function automaticWords({ automatic }: Pick<Message, 'automatic'>): string | null {
  return automatic === null ? null : WROTE[automatic]
}

/** What a customer’s text said for or against texts; null for nothing. */
export function consentWords({ consent }: Pick<Message, 'consent'>): string | null {
  return consent === null ? null : SAID[consent]
}

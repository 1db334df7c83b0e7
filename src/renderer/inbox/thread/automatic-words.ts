import type { Message } from '../../../shared/contract/messages.ts'
import type { Words } from '../../language/words.ts'

/** What wrote a text by itself, as its line of facts says it; null where a person did. */
export function automaticWords(words: Words<'messages'>, { automatic }: Pick<Message, 'automatic'>): string | null {
  return automatic === null ? null : words(`automatic.${automatic}`)
}

/** What a customer’s text said for or against texts; null for nothing. */
export function consentWords(words: Words<'messages'>, { consent }: Pick<Message, 'consent'>): string | null {
  return consent === null ? null : words(`consent.${consent}`)
}

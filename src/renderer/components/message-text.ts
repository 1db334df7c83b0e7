import type { Message } from '../../shared/contract/messages.ts'
import type { Words } from '../language/words.ts'

/** What stands for a message in a line: its text, or what it is where it has none. Null for an empty text. */
export function messageWords(
  words: Words<'messages'>,
  { kind, direction, text }: Pick<Message, 'kind' | 'direction' | 'text'>,
): string | null {
  if (kind === 'missed_call') return words('kind.missedCall')
  if (kind === 'voice_code') return direction === 'outbound' ? words('kind.codeOf', { digits: spaced(text) }) : words('kind.code')
  return text === '' ? null : text
}

/** Digits as they are read aloud, longer ones in groups of three: "4821", "482 193". */
export function spaced(digits: string): string {
  return digits.length <= 4 ? digits : digits.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}

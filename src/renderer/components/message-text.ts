import type { Message } from '../../shared/contract/messages.ts'

/** What stands for a message in a line: its text, or what it is where it has none. Null for an empty text. */
export function messageWords({ kind, direction, text }: Pick<Message, 'kind' | 'direction' | 'text'>): string | null {
  if (kind === 'missed_call') return 'Missed call'
  if (kind === 'voice_code') return direction === 'outbound' ? `Call with the code ${spaced(text)}` : 'Call with a code'
  return text === '' ? null : text
}

/** Who wrote a message, before its text in a line: nothing for the other side. */
export function writtenBy({ direction, automatic }: Pick<Message, 'direction' | 'automatic'>): string {
  if (direction === 'inbound') return ''
  return automatic === null ? 'You: ' : 'Automatic: '
}

/** Digits as they are read aloud, longer ones in groups of three: "4821", "482 193". */
export function spaced(digits: string): string {
  return digits.length <= 4 ? digits : digits.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}

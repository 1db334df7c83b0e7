import { quoteWords } from '../redact.ts'
import type { Json } from '../tolerant-json.ts'
import { textOf } from '../tolerant-json.ts'
import type { ReceiptReading } from '../types.ts'
import { STATUS_BY_WORD } from './facts.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** An id: a non-empty string; a number keeps all its digits (§4). Null where there is none. */
export function idOf(value: Json | undefined): string | null {
  const id = textOf(value)
  // 0 and null are what programs write where they have no id.
  return id === null || /^(?:0|null|undefined)$/i.test(id) || id.length > MAX_ID_LENGTH || /\p{Cc}/u.test(id) ? null : id
}

/** Whether the table (§6.3) has a word. */
export function isStatusWord(word: string): boolean {
  return STATUS_BY_WORD.has(word.trim().toUpperCase())
}

/** A statement about a text (§6.3). Nothing is guessed: a word that the table does not have stays `unknown`. */
export function receiptOf(ref: string, word: string, detail: string | null): ReceiptReading {
  return {
    ref,
    status: STATUS_BY_WORD.get(word.trim().toUpperCase()) ?? 'unknown',
    rawStatus: quoteWords(word, 100),
    detail: detail === null ? null : quoteWords(detail, 300),
  }
}

/** A code of the network as a sentence; null for none, and for 000, which says that all went well (§6.3). */
export function codeDetail(value: Json | undefined): string | null {
  const code = textOf(value)
  return code === null || /^0+$/.test(code) ? null : `Code ${code} of the network.`
}

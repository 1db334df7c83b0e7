import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import { STATUS_BY_WORD } from './facts.ts'
import type { WordTable } from './words.ts'
import { wordKey } from './words.ts'

/** What a status word means (§7): as the account says, else as it is used everywhere, else nothing. Never guesses. */
export function statusOf(word: string, ownWords: WordTable<ReceiptStatus>): ReceiptStatus {
  const key = wordKey(word)
  return ownWords.get(key) ?? STATUS_BY_WORD.get(key) ?? 'unknown'
}

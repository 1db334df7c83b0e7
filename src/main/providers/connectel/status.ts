import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import { quoteWords } from '../redact.ts'
import type { Json } from '../tolerant-json.ts'
import { integerOf, textOf } from '../tolerant-json.ts'
import { STATUS_BY_NUMBER, STATUS_BY_WORD } from './facts.ts'

/** The fields of an answer or report that say what became of a text. */
export interface StatusFields {
  statusInt: Json | undefined
  /** Misspelt duplicate of `statusInt` in the answer to a send (§10). */
  setusInt: Json | undefined
  statusStr: Json | undefined
}

export interface ResolvedStatus {
  status: ReceiptStatus
  /** As the provider wrote it; empty where it wrote nothing. */
  raw: string
}

/** The number of a status: `statusInt`, else `setusInt`; null where neither is a whole number. */
export function statusNumber({ statusInt, setusInt }: Pick<StatusFields, 'statusInt' | 'setusInt'>): number | null {
  return integerOf(statusInt) ?? integerOf(setusInt)
}

/**
 * §8, in its order: a word the table has, else the number, else a number in `statusStr` (which its sample shows).
 * Nothing is guessed: what the table does not have stays `unknown` with the words as they came.
 */
export function resolveStatus(fields: StatusFields): ResolvedStatus {
  const words = textOf(fields.statusStr)
  const word = words?.toUpperCase() ?? ''
  const byWord = STATUS_BY_WORD.get(word)
  if (byWord !== undefined) return { status: byWord, raw: word }
  const number = statusNumber(fields)
  const numericWord = integerOf(fields.statusStr)
  const decisive = number ?? numericWord
  const status = decisive === null ? undefined : STATUS_BY_NUMBER.get(decisive)?.status
  const numberAsWritten = decisive === null ? (textOf(fields.statusInt) ?? textOf(fields.setusInt)) : String(decisive)
  const raw = [numericWord === null ? words : null, numberAsWritten].filter((part) => part !== null)
  return { status: status ?? 'unknown', raw: quoteWords(raw.join(' '), 100) }
}

/** Whether anything at all is said about a status. */
export function saysStatus(fields: StatusFields): boolean {
  return statusNumber(fields) !== null || textOf(fields.statusStr) !== null
}

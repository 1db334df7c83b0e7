import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import { quoteWords } from '../redact.ts'
import { BAD_NEWS, STATUS_BY_PHRASE, STATUS_BY_WORD } from './facts.ts'

/** What a report says about a text, each null where it says nothing. */
export interface StatusWords {
  /** `Statusflag`. */
  flag: string | null
  /** `status`: a number that no list explains, or a word. */
  status: string | null
  reason: string | null
}

/** A status, and what is kept of the words it comes from. */
export interface ResolvedStatus {
  status: ReceiptStatus
  raw: string
  detail: string | null
}

const FAILURES: ReadonlySet<ReceiptStatus> = new Set(['undelivered', 'rejected', 'expired'])

/**
 * §8: the words of the table that a report has must agree. Of several failures the one that says more counts.
 * Nothing is guessed: what the table does not have, or what contradicts itself, stays `unknown` with the words kept.
 */
export function resolveStatus({ flag, status, reason }: StatusWords): ResolvedStatus {
  const word = status === null || /^-?\d+$/.test(status) ? null : status
  const main = flag ?? word
  const isUnheardOf = main !== null && meaningOf(main) === null
  const said = [flag, word, reason].map(meaningOf).filter((one) => one !== null)
  const resolved = isUnheardOf ? 'unknown' : reconcile(said)
  const isTakenBack = resolved === 'delivered' && [word, reason].some((words) => words !== null && BAD_NEWS.test(words))
  const final = isTakenBack ? 'unknown' : resolved
  const raw = [flag, word ?? (flag === null ? status : null), reason].filter((part) => part !== null).join(', ')
  return {
    status: final,
    raw: quoteWords(raw, 100),
    detail: reason === null || final === 'delivered' ? null : quoteWords(reason, 300),
  }
}

function reconcile(said: readonly ReceiptStatus[]): ReceiptStatus {
  const [first] = said
  if (first === undefined) return 'unknown'
  if (said.every((one) => one === first)) return first
  // "Failed" beside a reason that says how: the first that says more than that.
  return said.every((one) => FAILURES.has(one)) ? (said.find((one) => one !== 'undelivered') ?? 'undelivered') : 'unknown'
}

/** A word of the table, or a phrase with a part that says it; null for everything else. */
function meaningOf(words: string | null): ReceiptStatus | null {
  if (words === null) return null
  return STATUS_BY_WORD.get(words.toUpperCase()) ?? STATUS_BY_PHRASE.find(({ matches }) => matches.test(words))?.status ?? null
}

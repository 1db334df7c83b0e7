import type { HookKind, HookVerdict } from '../../shared/contract/hooks.ts'
import { readPhone } from '../../shared/phone/index.ts'

/** Place of a hook in the order in which they came. */
export interface HookPlace {
  receivedAt: number
  id: string
}

/** A look at the hooks that are kept. */
export interface HookQuestion {
  accountId: string | null
  verdict: HookVerdict | null
  kind: HookKind | null
  /** As a person typed it; empty for all. */
  search: string
  /** ms UTC: from this instant on. */
  from: number
  /** ms UTC: before this instant. */
  until: number
  before: string | null
  limit: number
  /** For numbers typed without a country. */
  defaultCountry: string
}

/** A part of the list that an index gives in order, and what else is asked of its hooks. The table goes by `h`. */
export interface HookLook {
  index: string
  /** What the index itself answers, besides the time. */
  within: readonly string[]
  /** What each hook has to be looked at for. */
  filters: readonly string[]
  values: Readonly<Record<string, string | number>>
}

/** Verdicts with an index of their own (migration 6). */
export const RARE_VERDICTS = ['duplicate', 'unknown_message', 'rejected', 'unreadable'] as const satisfies readonly HookVerdict[]

/** What is typed as a number: digits and what people write between them. */
const NUMBER_LIKE = /^[\d\s()+./\-–]+$/u

/** The condition for each kind. Where nothing was read there is no reading. */
const KINDS: Readonly<Record<HookKind, string>> = {
  report: `json_array_length(h.reading, '$.receipts') > 0`,
  reply: `json_array_length(h.reading, '$.inbound') > 0`,
  missed_call: `json_array_length(h.reading, '$.missedCalls') > 0`,
  other: 'h.reading IS NULL',
}

/** How a question is answered: through the index that holds the fewest hooks beside those wanted. */
export function lookOf(question: HookQuestion): HookLook {
  const { accountId, verdict, kind, search, from, until, defaultCountry } = question
  const filters: string[] = []
  const values: Record<string, string | number> = { from, until }
  const within: string[] = []
  let index = 'hooks_by_time'
  if (verdict === 'pending') {
    index = 'hooks_pending'
    within.push(`h.verdict = 'pending'`)
  } else if (RARE_VERDICTS.some((rare) => rare === verdict)) {
    index = 'hooks_by_verdict'
    // As it stands in the index: a value put in later would not be known to be one of its verdicts.
    within.push(`h.verdict = '${verdict}'`)
  } else if (verdict !== null) filters.push(`h.verdict = '${verdict}'`)
  if (accountId !== null) {
    values.accountId = accountId
    if (index === 'hooks_by_time') {
      index = 'hooks_by_account'
      within.push('h.account_id = @accountId')
    } else filters.push('h.account_id = @accountId')
  }
  if (kind !== null) filters.push(KINDS[kind])
  const typed = search.trim()
  if (typed !== '') {
    const found = searchOf(typed, defaultCountry)
    filters.push(found.sql)
    Object.assign(values, found.values)
  }
  return { index, within, filters, values }
}

/** Words anywhere in the request or its reading; a number also in other notations, and as that of the conversation. */
function searchOf(typed: string, defaultCountry: string): { sql: string; values: Record<string, string> } {
  const values: Record<string, string> = { like: `%${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` }
  const anywhere = `h.body LIKE @like ESCAPE '\\' OR h.query LIKE @like ESCAPE '\\' OR h.reading LIKE @like ESCAPE '\\'`
  const digits = typed.replaceAll(/\D/g, '')
  if (!NUMBER_LIKE.test(typed) || digits === '') return { sql: `(${anywhere})`, values }
  const whole = readPhone(typed, defaultCountry)
  // Whoever writes a country's own zero, or the 00 before a country, means the number that providers write without.
  values.digits = whole.valid ? whole.e164.slice(1) : digits.replace(/^0+/, '') || digits
  const asDigits = `instr(h.body, @digits) > 0 OR instr(h.query, @digits) > 0 OR instr(h.reading, @digits) > 0`
  const peer = `instr((SELECT c.peer FROM messages n JOIN conversations c ON c.id = n.conversation_id WHERE n.id = h.message_id), @digits) > 0`
  return { sql: `(${anywhere} OR ${asDigits} OR ${peer})`, values }
}

import type { Query } from '../../shared/search/query.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Fewest digits by which conversations are looked for. */
const FEWEST_DIGITS = 4

/** A conversation found by its number or sender's name. */
export interface FoundConversation {
  id: string
  peer: string
  lastAt: number
}

/** Conversations whose number or name begins so. `char(1114111)` comes after every character. */
export const BEGINS = `SELECT c.id, c.peer, c.last_at AS lastAt FROM json_each(@begins) b
   CROSS JOIN conversations c ON c.peer >= b.value AND c.peer < b.value || char(1114111) LIMIT @limit`
/** Conversations whose number ends so. */
export const ENDS = `SELECT c.id, c.peer, c.last_at AS lastAt FROM conversations c
   WHERE substr(c.peer, -4) = @last AND c.peer LIKE '%' || @digits LIMIT @limit`
/** Senders that are no number, by the beginning of their name. */
export const SENDERS = `SELECT c.id, c.peer, c.last_at AS lastAt FROM conversations c
   WHERE c.peer_kind = 'alphanumeric' AND c.peer COLLATE NOCASE >= @name AND c.peer COLLATE NOCASE < @name || char(1114111) LIMIT @limit`

/**
 * Conversations with a number, known by its beginning or its last digits, or with a sender of a name, those with the
 * latest activity of what was met first.
 * @param typed as the person typed it
 * @param callingCodes of all countries, such as `+46`
 */
export function findConversations(
  db: Db,
  { query, typed, callingCodes, limit }: { query: Query; typed: string; callingCodes: readonly string[]; limit: number },
): FoundConversation[] {
  const [term] = query.must
  if (term === undefined || query.must.length > 1 || query.not.length > 0) return []
  const found = new Map<string, FoundConversation>()
  const take = (rows: readonly FoundConversation[]) => {
    for (const row of rows) found.set(row.id, row)
  }
  if (term.kind === 'number') {
    const isInternational = /^\s*(\+|00)/.test(typed)
    const begins = new Set(term.digits.flatMap((digits) => [`+${digits}`, digits]))
    // Written within its country: the number may be of any.
    if (!isInternational) for (const digits of term.digits) for (const code of callingCodes) begins.add(code + digits.replace(/^0+/, ''))
    take(statement<[object], FoundConversation>(db, BEGINS).all({ begins: JSON.stringify([...begins]), limit }))
    for (const digits of term.digits) {
      if (digits.length < FEWEST_DIGITS) continue
      take(statement<[object], FoundConversation>(db, ENDS).all({ last: digits.slice(-4), digits, limit }))
    }
  } else {
    take(statement<[object], FoundConversation>(db, SENDERS).all({ name: typed.trim(), limit }))
  }
  return [...found.values()].sort((one, other) => other.lastAt - one.lastAt).slice(0, limit)
}

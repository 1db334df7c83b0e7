import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Words with a beginning, counted each time they occur, from which on the beginning is common. */
const COMMON = 2_000

/** Counts tokens of an index, up to a bound. */
export const COUNT_BEGINNING = (table: 'messages_tokens' | 'notes_tokens') =>
  `SELECT count(*) AS found FROM (SELECT 1 FROM ${table} WHERE term >= @beginning AND term < @beginning || char(1114111) LIMIT ${COMMON})`

/** Whether many texts or notes have words that begin so. Looks at so many at most. */
export function isCommon(db: Db, table: 'messages_tokens' | 'notes_tokens', beginning: string): boolean {
  return statement<[object], { found: number }>(db, COUNT_BEGINNING(table)).get({ beginning })?.found === COMMON
}

import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { readPhone } from '../../shared/phone/index.ts'
import { foldText } from '../../shared/text/fold.ts'
import { ownerOf } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A look at the list of numbers that get no texts. */
export interface OptOutQuestion {
  /** As a person typed it; empty for all. */
  search: string
  after: string | null
  limit: number
  /** For numbers typed without a country. */
  defaultCountry: string
}

interface Row {
  e164: string
  source: OptOut['source']
  evidence: string
  at: number
  name: string | null
  contactId: string | null
}

/** Columns of an opt-out with whose number it is; the table goes by `t`. */
const SHOWN = /* sql */ `
  SELECT t.e164, t.source, t.evidence, t.at, coalesce(nullif(p.name, ''), nullif(p.company, '')) AS name, p.id AS contactId
  FROM opt_outs t LEFT JOIN contacts p ON p.ordinal = ${ownerOf('t.e164')}`

/** What is typed as a number: digits and what people write between them. */
const NUMBER_LIKE = /^[\d\s()+./\-–]+$/u

/**
 * The condition of a search, over `t` and the name of whoever the number belongs to. Every opt-out is looked at, so that any part
 * counts: there are far fewer of them than people.
 */
function conditionOf({ search, defaultCountry }: Pick<OptOutQuestion, 'search' | 'defaultCountry'>): {
  sql: string
  values: Record<string, string>
} {
  const typed = search.trim()
  if (typed === '') return { sql: '1', values: {} }
  if (NUMBER_LIKE.test(typed) && /\d/.test(typed)) {
    const digits = typed.replaceAll(/\D/g, '')
    const whole = readPhone(typed, defaultCountry)
    // The zero of a country's own notation, or the 00 before a country, is no part of the number.
    const part = digits.replace(/^0+/, '') || digits
    return {
      sql: '(instr(t.e164, @digits) > 0 OR instr(t.e164, @part) > 0 OR t.e164 = @whole OR instr(t.evidence, @typed) > 0)',
      values: { digits, part, whole: whole.valid ? whole.e164 : '', typed },
    }
  }
  // LIKE knows capitals of ASCII only: both forms together find the usual ways to write any other letter.
  const folded = foldText(typed)
  return {
    sql: `(t.evidence LIKE @lower ESCAPE '\\' OR t.evidence LIKE @upper ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM contacts q WHERE q.ordinal = ${ownerOf('t.e164')} AND instr(q.sort_key, @folded) > 0))`,
    values: { lower: likeAnywhere(typed.toLowerCase()), upper: likeAnywhere(typed.toUpperCase()), folded },
  }
}

function likeAnywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/** A page of opt-outs, latest first, and how many match in all. By key set. */
export function findOptOuts(db: Db, input: OptOutQuestion): { optOuts: OptOut[]; next: string | null; total: number } {
  const { sql, values } = conditionOf(input)
  const after = input.after === null ? null : readPlace(input.after)
  const total = statement<[object], { total: number }>(db, `SELECT count(*) AS total FROM opt_outs t WHERE ${sql}`).get(values)?.total ?? 0
  const rows = statement<[object], Row>(
    db,
    `${SHOWN} WHERE ${sql} ${after === null ? '' : 'AND t.at <= @at AND (t.at < @at OR t.e164 > @e164)'}
     ORDER BY t.at DESC, t.e164 LIMIT @limit + 1`,
  ).all({ ...values, at: after?.at, e164: after?.e164, limit: input.limit })
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    optOuts: page,
    total,
    next: rows.length > input.limit && last !== undefined ? `${last.at} ${last.e164}` : null,
  }
}

/** Null for what is no place in this list: it begins anew then. */
function readPlace(cursor: string): { at: number; e164: string } | null {
  const match = /^(\d{1,16}) (\+\d{1,15})$/.exec(cursor)
  return match === null ? null : { at: Number(match[1]), e164: match[2] ?? '' }
}

/** The opt-outs of these numbers (E.164). */
export function optOutsOf(db: Db, numbers: readonly string[]): OptOut[] {
  return statement<[string], Row>(db, `${SHOWN} WHERE t.e164 IN (SELECT value FROM json_each(?)) ORDER BY t.at DESC, t.e164`).all(
    JSON.stringify(numbers),
  )
}

/** Opt-outs in the order of their numbers after one, for an export. */
export function optOutsAfter(db: Db, after: string, limit: number): OptOut[] {
  return statement<[string, number], Row>(db, `${SHOWN} WHERE t.e164 > ? ORDER BY t.e164 LIMIT ?`).all(after, limit)
}

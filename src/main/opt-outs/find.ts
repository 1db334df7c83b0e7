import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { readPhone } from '../../shared/phone/index.ts'
import { foldText } from '../../shared/text/fold.ts'
import { ownerOf } from '../contacts/person.ts'
import { matchOf } from '../contacts/query.ts'
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

/** Columns of an opt-out with whose number it is; the table goes by `t`, its owner by `p`. */
const SHOWN = `t.e164, t.source, t.evidence, t.at, coalesce(nullif(p.name, ''), nullif(p.company, '')) AS name, p.id AS contactId`
const WITH_OWNER = `LEFT JOIN contacts p ON p.ordinal = ${ownerOf('t.e164')}`

/** What is typed as a number: digits and what people write between them. */
const NUMBER_LIKE = /^[\d\s()+./\-–]+$/u

/** People with a name that is searched for, up to which they are looked up one by one; of more, every opt-out is asked for its person. */
const FEW_PEOPLE = 2_000

interface Condition {
  /** Over `t`, the opt-out. */
  sql: string
  values: Record<string, string>
}

/** The condition of a search. Every opt-out is looked at, so that any part counts: there are far fewer of them than people. */
function conditionOf(db: Db, { search, defaultCountry }: Pick<OptOutQuestion, 'search' | 'defaultCountry'>): Condition | null {
  const typed = search.trim()
  if (typed === '') return null
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
  const likes = { lower: likeAnywhere(typed.toLowerCase()), upper: likeAnywhere(typed.toUpperCase()) }
  const folded = foldText(typed)
  const people = fewPeopleNamed(db, folded)
  const isNamed = 'instr(q.sort_key, @folded) > 0'
  const hasPerson =
    people === null
      ? `EXISTS (SELECT 1 FROM contacts q WHERE q.ordinal = ${ownerOf('t.e164')} AND ${isNamed})`
      : `t.e164 IN (SELECT n.e164 FROM json_each(@people) j CROSS JOIN contacts q ON q.ordinal = j.value AND ${isNamed}
           CROSS JOIN contact_numbers n ON n.contact = q.ordinal WHERE q.ordinal = ${ownerOf('n.e164')})`
  return {
    sql: `(t.evidence LIKE @lower ESCAPE '\\' OR t.evidence LIKE @upper ESCAPE '\\' OR ${hasPerson})`,
    values: { ...likes, folded, people: JSON.stringify(people ?? []) },
  }
}

/** Ordinals of people who may be called so, where they are few; null where they are many or the text is too short to tell. */
function fewPeopleNamed(db: Db, folded: string): number[] | null {
  const match = matchOf([folded], () => [])
  if (match === null) return null
  const found = statement<[string], { rowid: number }>(
    db,
    `SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH ? LIMIT ${FEW_PEOPLE + 1}`,
  ).all(match)
  return found.length > FEW_PEOPLE ? null : found.map(({ rowid }) => rowid)
}

function likeAnywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/** A page of opt-outs, latest first, and how many match in all. By key set. */
export function findOptOuts(db: Db, input: OptOutQuestion): { optOuts: OptOut[]; next: string | null; total: number } {
  const after = input.after === null ? null : readPlace(input.after)
  const place = { at: after?.at, e164: after?.e164, limit: input.limit + 1 }
  const { sql, values } = conditionOf(db, input) ?? { sql: null, values: {} }
  // Without a search the index gives the page; with one, a single look through all of them serves page and count.
  const source = sql === null ? 'opt_outs' : 'found'
  const found = sql === null ? '' : `WITH found AS MATERIALIZED (SELECT e164, source, evidence, at FROM opt_outs t WHERE ${sql})`
  const rows = statement<[object], Row & { total: number }>(
    db,
    `${found} SELECT ${SHOWN}, (SELECT count(*) FROM ${source}) AS total
     FROM (SELECT e164, source, evidence, at FROM ${source}
       ${after === null ? '' : 'WHERE at <= @at AND (at < @at OR e164 > @e164)'} ORDER BY at DESC, e164 LIMIT @limit) t
     ${WITH_OWNER} ORDER BY t.at DESC, t.e164`,
  ).all({ ...values, ...place })
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    optOuts: page.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    next: rows.length > input.limit && last !== undefined ? `${last.at} ${last.e164}` : null,
  }
}

/** Null for what is no place in this list: it begins anew then. */
function readPlace(cursor: string): { at: number; e164: string } | null {
  const match = /^(\d{1,16}) (\+\d{1,15})$/.exec(cursor)
  return match === null ? null : { at: Number(match[1]), e164: match[2] ?? '' }
}

/** The opt-outs of these numbers (E.164), latest first. */
export function optOutsOf(db: Db, numbers: readonly string[]): OptOut[] {
  return statement<[string], Row>(
    db,
    `SELECT ${SHOWN} FROM opt_outs t ${WITH_OWNER} WHERE t.e164 IN (SELECT value FROM json_each(?)) ORDER BY t.at DESC, t.e164`,
  ).all(JSON.stringify(numbers))
}

/** Opt-outs in the order of their numbers after one, for an export. */
export function optOutsAfter(db: Db, after: string, limit: number): OptOut[] {
  return statement<[string, number], Row>(db, `SELECT ${SHOWN} FROM opt_outs t ${WITH_OWNER} WHERE t.e164 > ? ORDER BY t.e164 LIMIT ?`).all(
    after,
    limit,
  )
}

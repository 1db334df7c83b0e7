import type { Statement } from 'better-sqlite3'
import type { Db } from './operation.ts'

const prepared = new WeakMap<Db, Map<string, Statement<unknown[]>>>()

/**
 * A statement that is prepared once per connection: preparing costs more than running most of them (measured: a
 * quarter of the data thread's time while hooks come in). Each SQL text has one statement, so a mode such as `pluck` must
 * be set at every use of that text or at none; never for `iterate`.
 */
export function statement<Parameters extends unknown[], Row = unknown>(db: Db, sql: string): Statement<Parameters, Row> {
  let statements = prepared.get(db)
  if (statements === undefined) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let found = statements.get(sql)
  if (found === undefined) {
    found = db.prepare(withSteadyPlan(sql))
    statements.set(sql, found)
  }
  return found as unknown as Statement<Parameters, Row>
}

/** Text, names, comments, and parameters that have no sign yet. */
const TOKENS = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<!\+)[?@]\w*/g

/**
 * The same statement with a plus before every parameter. The sign changes no value, but hides it from the planner: SQLite
 * built with STAT4, as here, otherwise takes the values into account and prepares most statements anew at each run, be
 * there statistics or not (measured: 12 µs instead of 1 for a join that finds nothing, 48 instead of 3 for the claim).
 */
export function withSteadyPlan(sql: string): string {
  return sql.replaceAll(TOKENS, (token) => (token.startsWith('?') || token.startsWith('@') ? `+${token}` : token))
}

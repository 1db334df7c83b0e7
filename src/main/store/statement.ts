import type { Statement } from 'better-sqlite3'
import type { Db } from './operation.ts'

const prepared = new WeakMap<Db, Map<string, Statement<unknown[]>>>()

/**
 * A statement that is prepared once per connection: preparing costs more than running most of them (measured: a
 * quarter of the data thread's time while hooks come in). Each SQL text has one statement, so a mode such as `pluck` must
 * be set at every use of that text or at none; never for `iterate`.
 *
 * Where a query that orders, or asks for the largest or smallest, compares a column of its index with a parameter, a hot
 * statement writes `= +?` (or `= +@name`). Else SQLite takes the value into account for its plan and prepares the
 * statement anew at each run (measured: 48 µs instead of 3 for the claim, 10 instead of 3 for an event).
 */
export function statement<Parameters extends unknown[], Row = unknown>(db: Db, sql: string): Statement<Parameters, Row> {
  let statements = prepared.get(db)
  if (statements === undefined) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let found = statements.get(sql)
  if (found === undefined) {
    found = db.prepare(sql)
    statements.set(sql, found)
  }
  return found as unknown as Statement<Parameters, Row>
}

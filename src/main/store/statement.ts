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
    found = db.prepare(sql)
    statements.set(sql, found)
  }
  return found as unknown as Statement<Parameters, Row>
}

import type { Database } from 'better-sqlite3'

/** The synchronous database connection, as operations of the data thread see it. */
export interface Db extends Database {}

/** What a long operation is given besides its input. */
export interface OperationContext {
  /** Reports rows done so far. Cheap: may be called for each chunk. */
  progress(rows: number, total: number | null): void
  /** Set when the caller no longer wants the result; checked between chunks. */
  readonly cancelled: boolean
  /** Lets other operations of the data thread run. Never called inside a transaction. */
  yield(): Promise<void>
}

/**
 * One named thing the data thread can do. It runs to its end before the next begins, so whatever must be atomic
 * is one operation; a long one works in chunks and yields between them.
 */
export type Operation<Input, Output> = (db: Db, input: Input, context: OperationContext) => Output | Promise<Output>

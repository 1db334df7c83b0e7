import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Imports that run or are being taken back, or were when a desk was cut off; the latest first. */
export function unfinishedImports(db: Db): string[] {
  return statement<[], { id: string }>(
    db,
    `SELECT id FROM imports WHERE status IN ('running', 'undoing') ORDER BY started_at DESC, id DESC`,
  )
    .all()
    .map(({ id }) => id)
}

/** One import at a time: two would decide without knowing of each other's people. @throws Refused `import_running` */
export function refuseWhileUnfinished(db: Db): void {
  if (unfinishedImports(db).length === 0) return
  throw new Refused('import_running', 'Another import is under way. Wait until it is finished, or cancel it.', { retryable: true })
}

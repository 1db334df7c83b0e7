import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { HookPlace } from './journal-query.ts'

const DAY_MS = 24 * 60 * 60_000
/**
 * Least days for which a receipt whose message is not known yet is kept. Providers answer within minutes, texts are asked about
 * for 72 hours, and a receipt without a reference is matched over as many.
 */
export const PARKED_DAYS = 7
/** Least days for which a hook that could not be read is kept: until a version comes that can. */
export const UNREADABLE_DAYS = 90
/** Hooks in one turn of the data thread. */
const PER_TURN = 200

/**
 * Forgets hooks that are older than so many days, in small turns from the oldest on. Kept in any case: one that waits to be
 * applied; one with a receipt that still waits for its message, for {@link PARKED_DAYS}; one that could not be read, for
 * {@link UNREADABLE_DAYS}. What a hook led to stays. With 0 days nothing is forgotten.
 *
 * @param input.now ms UTC
 */
export async function pruneHooks(
  db: Db,
  { days, now }: { days: number; now: number },
  context: OperationContext,
): Promise<{ removed: number }> {
  if (days === 0) return { removed: 0 }
  const oldest = (atLeast: number): number => now - Math.max(days, atLeast) * DAY_MS
  const limits = { before: oldest(0), parkedBefore: oldest(PARKED_DAYS), unreadableBefore: oldest(UNREADABLE_DAYS) }
  const next = statement<[object], HookPlace>(
    db,
    `SELECT h.received_at AS receivedAt, h.id FROM hooks h INDEXED BY hooks_by_time
     WHERE h.received_at < @before AND (h.received_at, h.id) > (@at, @id) ORDER BY h.received_at, h.id LIMIT ${PER_TURN}`,
  )
  const remove = statement<[object]>(
    db,
    `DELETE FROM hooks WHERE id IN (SELECT value FROM json_each(@ids)) AND verdict <> 'pending'
       AND (verdict <> 'unreadable' OR received_at < @unreadableBefore)
       AND (received_at < @parkedBefore OR NOT EXISTS (SELECT 1 FROM parked_receipts p WHERE p.hook_id = hooks.id))`,
  )
  let removed = 0
  let place: HookPlace = { receivedAt: -1, id: '' }
  while (!context.cancelled) {
    const old = next.all({ before: limits.before, at: place.receivedAt, id: place.id })
    const last = old.at(-1)
    if (last === undefined) break
    const { parkedBefore, unreadableBefore } = limits
    const ids = JSON.stringify(old.map(({ id }) => id))
    removed += db.transaction(() => remove.run({ ids, parkedBefore, unreadableBefore }).changes).immediate()
    place = last
    await context.yield()
  }
  return { removed }
}

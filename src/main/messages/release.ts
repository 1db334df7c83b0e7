import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { recordEvent, setError } from './record-event.ts'

/** What became of a wish to send a waiting message at once. */
export type Released =
  | 'released'
  /** Kept back for quiet hours or a blockout, and no reason was given to send it all the same. */
  | 'reason_needed'
  /** Not queued: being sent, sent, cancelled, or not there any more. */
  | 'not_waiting'
  /** The time after which it makes no sense has passed: the dispatcher is about to end it. */
  | 'lapsed'

interface Waiting {
  status: string
  hold: string | null
  not_before: number | null
  scheduled_at: number | null
  came_due_at: number | null
  provider_at: number | null
  valid_until: number | null
}

/**
 * Lets a queued message go at once: ends its schedule, undo time, wait or hold, whichever there is. Its scheduled
 * time stays with it and counts as come, so that a caller who repeats the call that made it still finds it. A reason
 * is kept with the message, and it goes out in quiet hours from then on. Its lane still sets the pace. Must run inside
 * the caller's transaction.
 * @param input.now ms UTC
 */
export function releaseMessage(db: Db, { id, reason, now }: { id: string; reason: string | null; now: number }): Released {
  const message = statement<[string], Waiting>(
    db,
    'SELECT status, hold, not_before, scheduled_at, came_due_at, provider_at, valid_until FROM messages WHERE id = ?',
  ).get(id)
  if (message?.status !== 'queued') return 'not_waiting'
  if (message.valid_until !== null && message.valid_until <= now) return 'lapsed'
  if ((message.hold === 'quiet_hours' || message.hold === 'blockout') && reason === null) return 'reason_needed'
  const isAhead = message.provider_at !== null || (message.scheduled_at !== null && message.came_due_at === null)
  // One that only waits for its lane has nothing to be let go from.
  if (!isAhead && message.hold === null && message.not_before === null && reason === null) return 'released'
  recordEvent(db, id, { kind: 'released', reason }, now)
  setError(db, id, null)
  statement(
    db,
    `UPDATE messages SET hold = NULL, provider_at = NULL, quiet_override = coalesce(@reason, quiet_override),
       came_due_at = CASE WHEN scheduled_at IS NOT NULL AND came_due_at IS NULL THEN @now ELSE came_due_at END
     WHERE id = @id`,
  ).run({ id, reason, now })
  return 'released'
}

import { CLOCK_STEP_MS } from '../../shared/messages/retry.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { takeBackIfOptedOut } from '../opt-outs/take-back.ts'
import { applyParkedByNumber } from '../receipts/parked.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { Call, ClaimRules, LaneRequest } from './claim.ts'
import { claimLane } from './claim.ts'
import type { Departure } from './rate-window.ts'
import type { OutcomeRecord } from './record-outcome.ts'
import { recordOutcomes } from './record-outcome.ts'
import { instantOf } from '../../shared/time/wall-time.ts'

/** An account as the dispatcher needs it. */
export interface LaneAccount {
  id: string
  provider: string
  status: 'active' | 'paused'
  /** A person's choice; null for the provider's usual rate. */
  rate: SendingRate | null
}

/** One turn of the dispatcher. */
export interface TurnInput extends ClaimRules {
  /** Outcomes of calls that ended since the last turn. */
  records: OutcomeRecord[]
  /** Accounts that may send now. */
  lanes: LaneRequest[]
  /** Since when the desk has run and the computer been awake, in ms UTC: what was due before was missed. */
  awakeSince: number
}

/** What a turn did. */
export interface TurnResult {
  /** Claims that are on disk: their calls may begin. */
  calls: Call[]
  /** Accounts paused by an outcome. */
  paused: string[]
  /** Conversations in which something else changed: kept back, missed, not sent any more. */
  changedConversations: string[]
  /** There may be more to claim at once. */
  more: boolean
  /** When the next message that waits for a time becomes due, in ms UTC; null when none does. */
  nextDue: number | null
}

/** No call takes as long as this, in milliseconds: what an ended process left open is not older than its newest call. */
const LONGEST_CALL_MS = 3_600_000

/** Scheduled messages whose time is noticed in one go. */
const DUE_AT_ONCE = 500

export const outboxOperations = {
  /**
   * One turn, one commit: writes down the outcomes, notices scheduled times that came, and claims what may go next.
   * Once this returns everything in it is on disk (synchronous=FULL). Outcomes that gather during a turn share the
   * next, so that the disk is asked once for many.
   */
  turn(db: Db, input: TurnInput): TurnResult {
    return db
      .transaction((): TurnResult => {
        const result: TurnResult = { calls: [], paused: [], changedConversations: [], more: false, nextDue: null }
        result.paused.push(...recordOutcomes(db, input.records))
        // What went back into the queue may wait long for its next claim: its account may be paused.
        for (const { messageId, outcome } of input.records) {
          if (outcome !== 'accepted' && outcome !== 'unknown') takeBackIfOptedOut(db, messageId, input.now)
        }
        const due = noticeDue(db, input)
        result.changedConversations.push(...due.conversationIds)
        result.more = due.more
        for (const lane of input.lanes) {
          const { calls, changedConversations, more } = claimLane(db, lane, input)
          result.calls.push(...calls)
          result.changedConversations.push(...changedConversations)
          if (more) result.more = true
        }
        result.nextDue = nextDue(db, input)
        return result
      })
      .immediate()
  },

  /** Accounts that were not removed. */
  lanes(db: Db): LaneAccount[] {
    return statement<
      [],
      { id: string; provider: string; status: 'active' | 'paused'; count: number | null; per: SendingRate['per'] | null }
    >(db, 'SELECT id, provider, status, rate_count AS count, rate_per AS per FROM accounts WHERE removed_at IS NULL ORDER BY id')
      .all()
      .map(({ count, per, ...account }) => ({ ...account, rate: count === null || per === null ? null : { count, per } }))
  },

  /** What left through an account after an instant, oldest first. */
  departures(db: Db, input: { accountId: string; after: number }): Departure[] {
    return statement<[string, number], Departure>(
      db,
      'SELECT started_at AS at, count(*) AS texts FROM attempts WHERE account_id = ? AND started_at > ? GROUP BY started_at ORDER BY started_at',
    ).all(input.accountId, input.after)
  },

  /**
   * Claims without an outcome belong to a process that ended in between: whether the provider took them nobody
   * knows. Run once at start, before the first claim.
   */
  recoverOrphans(db: Db, input: { now: number }): { recovered: number } {
    return db
      .transaction(() => {
        const orphans = statement<[], { id: string; accountId: string }>(
          db,
          `SELECT id, account_id AS accountId FROM messages WHERE status = 'sending'`,
        ).all()
        for (const { id } of orphans) {
          recordEvent(db, id, { kind: 'orphaned' }, input.now)
          setError(db, id, {
            code: 'interrupted',
            message: 'The desk stopped while this was being sent. If it arrived, sending again means two texts.',
          })
        }
        closeAttempts(db, input.now)
        for (const { id, accountId } of orphans) applyParkedByNumber(db, { accountId, messageId: id, at: input.now })
        return { recovered: orphans.length }
      })
      .immediate()
  },

  /**
   * Sets waits right after the clock was set back by more than a minute, or may have been while the desk was closed: a
   * wait that began in the future is over, and what is kept back for quiet hours is looked at anew. What a provider kept back
   * stays: it would refuse all of it once more.
   */
  endFutureWaits(db: Db, input: { now: number }): { ended: number } {
    const ended = statement(
      db,
      `UPDATE messages SET not_before = NULL, hold = NULL
       WHERE status = 'queued' AND hold IS NOT 'missed' AND not_before > @now AND (scheduled_at IS NULL OR came_due_at IS NOT NULL)
         AND (status_at > @now + ${CLOCK_STEP_MS} OR hold = 'quiet_hours')`,
    ).run(input)
    return { ended: ended.changes }
  },

  /** Ends what keeps texts back for quiet hours: the next turn keeps back anew what has to be. */
  endQuietHolds(db: Db): { ended: number } {
    const ended = statement(
      db,
      `UPDATE messages INDEXED BY messages_held SET not_before = NULL, hold = NULL WHERE hold = 'quiet_hours'`,
    ).run()
    return { ended: ended.changes }
  },

  /** Reckons the instants of wall times anew: the rules of a time zone may have changed since they were chosen. */
  reckonSchedules(db: Db): { moved: number } {
    return db
      .transaction(() => {
        const rows = statement<[], { id: string; at: number; local: string; zone: string }>(
          db,
          `SELECT id, scheduled_at AS at, schedule_local AS local, schedule_zone AS zone FROM messages INDEXED BY messages_scheduled
           WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL AND schedule_local IS NOT NULL`,
        ).all()
        const move = statement(db, 'UPDATE messages SET scheduled_at = @at, not_before = @at WHERE id = @id')
        let moved = 0
        for (const { id, at, ...wall } of rows) {
          const anew = instantOf(wall)
          if (anew === at) continue
          move.run({ id, at: anew })
          moved += 1
        }
        return { moved }
      })
      .immediate()
  },

  /** What the rail and the banners count. */
  counts(db: Db): { waiting: number; scheduled: number; held: number; missed: number; unconfirmed: number; sending: number } {
    const count = (sql: string): number =>
      statement<[], { count: number }>(db, `SELECT count(*) AS count FROM messages ${sql}`).get()?.count ?? 0
    const inLanes = count(`INDEXED BY messages_lane WHERE status = 'queued' AND hold IS NOT 'missed'`)
    const held = count(`INDEXED BY messages_held WHERE hold IN ('quiet_hours', 'blockout')`)
    const scheduled = count(`INDEXED BY messages_scheduled WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL`)
    return {
      waiting: inLanes - held - scheduled,
      scheduled,
      held,
      missed: count(`INDEXED BY messages_held WHERE hold = 'missed'`),
      unconfirmed: count(`WHERE status = 'unconfirmed' AND left_unconfirmed = 0`),
      sending: count(`WHERE status = 'sending'`),
    }
  },
}

/** Scheduled messages whose time has come: those of a time when the desk was awake may go, the others wait for a person. */
function noticeDue(db: Db, { now, awakeSince }: TurnInput): { conversationIds: string[]; more: boolean } {
  const due = statement<[number], { id: string; conversation_id: string; scheduled_at: number }>(
    db,
    `SELECT id, conversation_id, scheduled_at FROM messages INDEXED BY messages_scheduled
       WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL AND scheduled_at <= ? ORDER BY scheduled_at, id LIMIT ${DUE_AT_ONCE}`,
  ).all(now)
  for (const { id, scheduled_at } of due) {
    const isMissed = scheduled_at < awakeSince
    if (isMissed) recordEvent(db, id, { kind: 'missed' }, now)
    statement(
      db,
      `UPDATE messages SET came_due_at = @now, hold = iif(@isMissed, 'missed', hold), not_before = iif(@isMissed, NULL, not_before) WHERE id = @id`,
    ).run({ id, now, isMissed: isMissed ? 1 : 0 })
  }
  return { conversationIds: due.map((row) => row.conversation_id), more: due.length === DUE_AT_ONCE }
}

/** The next instant at which something becomes due: in the lanes of this turn, or by a schedule. */
function nextDue(db: Db, { now, lanes }: TurnInput): number | null {
  const times: number[] = []
  const inLane = statement<[object], { at: number | null }>(
    db,
    `SELECT min(coalesce(not_before, 0)) AS at FROM messages INDEXED BY messages_lane
       WHERE status = 'queued' AND hold IS NOT 'missed' AND account_id = @accountId AND priority = @priority AND coalesce(not_before, 0) > @now`,
  )
  for (const { accountId } of lanes) {
    for (const priority of ['reply', 'bulk']) {
      const at = inLane.get({ accountId, priority, now })?.at
      if (typeof at === 'number') times.push(at)
    }
  }
  const scheduled = statement<[], { at: number | null }>(
    db,
    `SELECT min(scheduled_at) AS at FROM messages INDEXED BY messages_scheduled
       WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL`,
  ).get()?.at
  if (typeof scheduled === 'number') times.push(scheduled)
  return times.length === 0 ? null : Math.min(...times)
}

/** Ends what a process left open, also of messages whose fate a receipt told while the call was under way. */
function closeAttempts(db: Db, now: number): void {
  const newest = statement<[], { accountId: string; at: number | null }>(
    db,
    `SELECT id AS accountId, (SELECT max(started_at) FROM attempts INDEXED BY attempts_by_account WHERE account_id = accounts.id) AS at FROM accounts`,
  )
  const close = statement(
    db,
    `UPDATE attempts INDEXED BY attempts_by_account
       SET finished_at = @now, outcome = 'unknown', code = 'interrupted', detail = 'The desk stopped before the answer.'
     WHERE account_id = @accountId AND started_at >= @since AND finished_at IS NULL`,
  )
  for (const { accountId, at } of newest.all()) if (at !== null) close.run({ accountId, since: at - LONGEST_CALL_MS, now })
}

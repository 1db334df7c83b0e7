import { ownerOf } from '../contacts/person.ts'
import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import type { MessageRow } from '../messages/rows.ts'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE, messageView } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { bulkOperations } from './bulk-operations.ts'
import { moveOperations } from './move-operations.ts'
import { HAS_FAILED, IN_LANE, IS_UNCONFIRMED, readView, type ViewQuestion, WAITS } from './views.ts'

/** The queue of one account, as far as the database knows it. */
export interface LaneRow {
  accountId: string
  accountName: string
  provider: string
  status: 'active' | 'paused'
  pause: { code: string; message: string; at: number } | null
  /** A person's choice; null for the provider's usual rate. */
  rate: SendingRate | null
  waiting: number
  sending: number
  scheduled: number
  held: number
}

/** Failures of one kind, with the words of the latest. */
export interface FailureRow {
  code: string
  message: string
  count: number
  retryable: number
}

/** Everything the Outbox shows above its lists. */
export interface OverviewRows {
  lanes: LaneRow[]
  counts: Record<OutboxView, number>
  failures: FailureRow[]
}

// The columns are all in the index, so that counting a long queue never looks at its rows.
const LANE_COUNTS = /* sql */ `
  SELECT m.account_id AS accountId, count(*) AS queued,
    sum(m.hold IS NOT NULL AND m.hold <> 'undo') AS held, sum(${WAITS}) AS waiting
  FROM messages m INDEXED BY messages_lane WHERE ${IN_LANE} GROUP BY m.account_id`

const SENDING_COUNTS = /* sql */ `
  SELECT m.account_id AS accountId, count(*) AS sending
  FROM messages m INDEXED BY messages_sending WHERE m.status = 'sending' GROUP BY m.account_id`

const OTHER_COUNTS = /* sql */ `
  SELECT (SELECT count(*) FROM messages m INDEXED BY messages_missed WHERE m.hold = 'missed') AS missed,
    (SELECT count(*) FROM messages m INDEXED BY messages_by_status WHERE ${IS_UNCONFIRMED}) AS unconfirmed,
    (SELECT count(*) FROM messages m INDEXED BY messages_failed WHERE ${HAS_FAILED}) AS failed`

// A bare column beside max() is that of the row with the maximum (https://sqlite.org/lang_select.html, §2.5).
const FAILURES = /* sql */ `
  SELECT coalesce(m.error_code, '') AS code, count(*) AS count, m.id AS latest, max(m.status_at) AS at,
    sum(a.removed_at IS NULL AND (m.valid_until IS NULL OR m.valid_until > @now)) AS retryable
  FROM messages m INDEXED BY messages_failed JOIN accounts a ON a.id = m.account_id
  WHERE ${HAS_FAILED} AND m.status_at >= @since
  GROUP BY coalesce(m.error_code, '') ORDER BY count(*) DESC, code`

/** The looks of the overview, for the test of their plans. */
export const OVERVIEW_LOOKS = { LANE_COUNTS, SENDING_COUNTS, OTHER_COUNTS, FAILURES }

const SHOWN = /* sql */ `
  SELECT ${MESSAGE_COLUMNS},
    (SELECT nullif(p.name, '') FROM contacts p WHERE p.ordinal = ${ownerOf('m.recipient')}) AS recipient_name
  FROM ${MESSAGE_SOURCE} WHERE m.id = ?`

interface StoredLane {
  accountId: string
  accountName: string
  provider: string
  status: 'active' | 'paused'
  pauseCode: string | null
  pauseMessage: string | null
  pausedAt: number | null
  rateCount: number | null
  ratePer: SendingRate['per'] | null
}

/** SQL of the Outbox's lists and of what a person does to many messages at once. */
export const outboxListOperations = {
  /** Counts of all lists, the lanes of accounts that were not removed by name, and the failures since `since` (ms UTC). */
  overview(db: Db, input: { since: number; now: number }): OverviewRows {
    const queued = statement<[], { accountId: string; queued: number; held: number; waiting: number }>(db, LANE_COUNTS).all()
    const sending = statement<[], { accountId: string; sending: number }>(db, SENDING_COUNTS).all()
    const queuedIn = new Map(queued.map((row) => [row.accountId, row]))
    const sendingIn = new Map(sending.map((row) => [row.accountId, row.sending]))
    const accounts = statement<[], StoredLane>(
      db,
      `SELECT id AS accountId, name AS accountName, provider, status, pause_code AS pauseCode, pause_message AS pauseMessage,
         paused_at AS pausedAt, rate_count AS rateCount, rate_per AS ratePer
       FROM accounts WHERE removed_at IS NULL ORDER BY name, id`,
    ).all()
    const lanes = accounts.map(({ pauseCode, pauseMessage, pausedAt, rateCount, ratePer, ...account }): LaneRow => {
      const { queued: all, held, waiting } = queuedIn.get(account.accountId) ?? { queued: 0, held: 0, waiting: 0 }
      return {
        ...account,
        pause: pausedAt === null ? null : { code: pauseCode ?? '', message: pauseMessage ?? '', at: pausedAt },
        rate: rateCount === null || ratePer === null ? null : { count: rateCount, per: ratePer },
        waiting,
        sending: sendingIn.get(account.accountId) ?? 0,
        scheduled: all - held - waiting,
        held,
      }
    })
    const others = statement<[], { missed: number; unconfirmed: number; failed: number }>(db, OTHER_COUNTS).get()
    const total = (count: (row: { queued: number; held: number; waiting: number }) => number) =>
      queued.reduce((sum, row) => sum + count(row), 0)
    return {
      lanes,
      counts: {
        waiting: total((row) => row.waiting) + sending.reduce((sum, row) => sum + row.sending, 0),
        scheduled: total((row) => row.queued - row.held - row.waiting),
        held: total((row) => row.held),
        missed: others?.missed ?? 0,
        unconfirmed: others?.unconfirmed ?? 0,
        failed: others?.failed ?? 0,
      },
      failures: failures(db, input),
    }
  },

  /** One page of one list; see `readView`. */
  list(db: Db, input: ViewQuestion): { messages: OutboxMessage[]; next: string | null } {
    const { ids, next } = readView(db, input)
    const read = statement<[string], MessageRow & { recipient_name: string | null }>(db, SHOWN)
    const messages = ids.flatMap((id) => {
      const row = read.get(id)
      return row === undefined ? [] : [{ ...messageView(row), recipientName: row.recipient_name }]
    })
    return { messages, next }
  },

  ...bulkOperations,
  ...moveOperations,
}

function failures(db: Db, input: { since: number; now: number }): FailureRow[] {
  const words = statement<[string], { message: string | null }>(db, 'SELECT error_message AS message FROM messages WHERE id = ?')
  return statement<[object], { code: string; count: number; retryable: number; latest: string }>(db, FAILURES)
    .all(input)
    .map(({ code, count, retryable, latest }) => ({ code, count, retryable, message: words.get(latest)?.message ?? '' }))
}

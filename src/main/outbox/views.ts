import type { OutboxView } from '../../shared/contract/outbox.ts'
import { readTimeCursor, timeCursor } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A page of one list of the Outbox: ids in the order of the list, and the place of the next page. */
export interface ViewPage {
  ids: string[]
  next: string | null
}

/** Which part of which list. */
export interface ViewQuestion {
  view: OutboxView
  /** Null for all accounts. */
  accountId: string | null
  /** Of `failed`: only this kind; '' is the kind of those without a code. Null for all. */
  code: string | null
  /** From `next` of the page before. One that cannot be read begins at the top, as in every list. */
  after: string | null
  limit: number
}

/** What waits for nobody but its lane: neither kept back nor scheduled for later. An undo time counts as waiting. */
export const WAITS = /* sql */ `(m.hold IS NULL OR m.hold = 'undo') AND (m.scheduled_at IS NULL OR m.came_due_at IS NOT NULL)`
/** What a person scheduled and no hold keeps back. */
export const IS_SCHEDULED = /* sql */ `m.status = 'queued' AND m.scheduled_at IS NOT NULL AND m.came_due_at IS NULL AND (m.hold IS NULL OR m.hold = 'undo')`
/** The words of the partial index `messages_lane`. */
export const IN_LANE = /* sql */ `m.status = 'queued' AND m.hold IS NOT 'missed'`
/** The words of the partial index `messages_failed`. */
export const HAS_FAILED = /* sql */ `m.status IN ('failed', 'undelivered', 'expired')`
/** No person has left it at that. */
export const IS_UNCONFIRMED = /* sql */ `m.status = 'unconfirmed' AND m.left_unconfirmed = 0`

const OF_ACCOUNT = /* sql */ `(@accountId IS NULL OR m.account_id = @accountId)`

const SENDING = /* sql */ `
  SELECT m.id, m.created_at AS at FROM messages m INDEXED BY messages_by_status
  WHERE m.status = 'sending' AND ${OF_ACCOUNT} AND (m.created_at, m.id) > (@at, @id)
  ORDER BY m.created_at, m.id LIMIT @limit`

const WAITING = /* sql */ `
  SELECT m.id, m.created_at AS at, coalesce(m.not_before, 0) AS due FROM messages m INDEXED BY messages_lane
  WHERE ${IN_LANE} AND m.account_id = @accountId AND m.priority = @priority AND ${WAITS}
    AND coalesce(m.not_before, 0) >= @due AND (coalesce(m.not_before, 0), m.created_at, m.id) > (@due, @at, @id)
  ORDER BY coalesce(m.not_before, 0), m.created_at, m.id LIMIT @limit`

const SCHEDULED = /* sql */ `
  SELECT m.id, m.scheduled_at AS at FROM messages m INDEXED BY messages_scheduled
  WHERE ${IS_SCHEDULED} AND ${OF_ACCOUNT} AND (m.scheduled_at, m.id) > (@at, @id)
  ORDER BY m.scheduled_at, m.id LIMIT @limit`

const HELD = /* sql */ `
  SELECT m.id, coalesce(m.not_before, 0) AS at FROM messages m INDEXED BY messages_held
  WHERE m.hold = @hold AND ${OF_ACCOUNT} AND coalesce(m.not_before, 0) >= @at AND (coalesce(m.not_before, 0), m.id) > (@at, @id)
  ORDER BY coalesce(m.not_before, 0), m.id LIMIT @limit`

const MISSED = /* sql */ `
  SELECT m.id, m.scheduled_at AS at FROM messages m INDEXED BY messages_missed
  WHERE m.hold = 'missed' AND ${OF_ACCOUNT} AND (m.scheduled_at, m.id) > (@at, @id)
  ORDER BY m.scheduled_at, m.id LIMIT @limit`

const UNCONFIRMED = /* sql */ `
  SELECT m.id, m.created_at AS at FROM messages m INDEXED BY messages_by_status
  WHERE ${IS_UNCONFIRMED} AND ${OF_ACCOUNT} AND (m.created_at, m.id) < (@at, @id)
  ORDER BY m.created_at DESC, m.id DESC LIMIT @limit`

const FAILED = /* sql */ `
  SELECT m.id, m.status_at AS at FROM messages m INDEXED BY messages_failed
  WHERE ${HAS_FAILED} AND ${OF_ACCOUNT} AND (@code IS NULL OR coalesce(m.error_code, '') = @code) AND (m.status_at, m.id) < (@at, @id)
  ORDER BY m.status_at DESC, m.id DESC LIMIT @limit`

/** Every look at a list, for the test of their plans. */
export const VIEW_LOOKS = { SENDING, WAITING, SCHEDULED, HELD, MISSED, UNCONFIRMED, FAILED }

interface Place {
  at: number
  id: string
}
interface LanePlace extends Place {
  due: number
}

const TOP: LanePlace = { due: -1, at: -1, id: '' }
/** Before all that is ordered newest first. */
const NEWEST: Place = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** The two lists of `held`, which are one for a person. */
const HOLDS = ['quiet_hours', 'blockout'] as const
const PRIORITIES = ['reply', 'bulk'] as const

/**
 * One page of a list, by key set: what changes in between neither repeats nor hides what stays where it is.
 *
 * `waiting` is in the order it goes out: what is being sent, then replies before bulk, what is due first before the
 * rest, the oldest first. `scheduled`, `held` and `missed` are by their time, `failed` by when it failed and
 * `unconfirmed` by when it was written, newest first.
 */
export function readView(db: Db, { view, accountId, code, after, limit }: ViewQuestion): ViewPage {
  if (view === 'waiting') return readWaiting(db, accountId, after, limit)
  const place = (after === null ? null : readTimeCursor(after)) ?? (view === 'unconfirmed' || view === 'failed' ? NEWEST : TOP)
  const read = (sql: string, more: object = {}) =>
    statement<[object], Place>(db, sql).all({ accountId, at: place.at, id: place.id, limit: limit + 1, ...more })
  switch (view) {
    case 'scheduled':
      return page(read(SCHEDULED), limit, timeCursor)
    case 'held':
      return page(
        HOLDS.flatMap((hold) => read(HELD, { hold })).toSorted((one, other) => one.at - other.at || compareIds(one, other)),
        limit,
        timeCursor,
      )
    case 'missed':
      return page(read(MISSED), limit, timeCursor)
    case 'unconfirmed':
      return page(read(UNCONFIRMED), limit, timeCursor)
    case 'failed':
      return page(read(FAILED, { code }), limit, timeCursor)
  }
}

/** What is being sent, then the lanes: each is in order in its index, and the few there are get merged. */
function readWaiting(db: Db, accountId: string | null, after: string | null, limit: number): ViewPage {
  const start = (after === null ? null : readWaitingCursor(after)) ?? { stage: 'sending' as const, ...TOP }
  const rows: WaitingPlace[] = []
  const missing = () => limit + 1 - rows.length
  if (start.stage === 'sending') {
    const sending = statement<[object], Place>(db, SENDING).all({ accountId, at: start.at, id: start.id, limit: missing() })
    rows.push(...sending.map((row) => ({ ...row, due: 0, stage: 'sending' as const })))
  }
  const accounts =
    accountId === null
      ? statement<[], { id: string }>(db, 'SELECT id FROM accounts')
          .all()
          .map(({ id }) => id)
      : [accountId]
  for (const stage of PRIORITIES) {
    if (missing() <= 0 || (start.stage === 'bulk' && stage === 'reply')) continue
    const { due, at, id } = start.stage === stage ? start : TOP
    const found = accounts.flatMap((account) =>
      statement<[object], LanePlace>(db, WAITING).all({ accountId: account, priority: stage, due, at, id, limit: missing() }),
    )
    found.sort((one, other) => one.due - other.due || one.at - other.at || compareIds(one, other))
    rows.push(...found.slice(0, missing()).map((row) => ({ ...row, stage })))
  }
  return page(rows, limit, waitingCursor)
}

function page<Row extends Place>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): ViewPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

/** As SQLite compares text: by bytes. Ids are ASCII. */
function compareIds(one: Place, other: Place): number {
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

interface WaitingPlace extends LanePlace {
  stage: 'sending' | (typeof PRIORITIES)[number]
}

function waitingCursor({ stage, due, at, id }: WaitingPlace): string {
  return `${stage}:${due}:${at}:${id}`
}

/** Reads a place made by `waitingCursor`; null when it is none. */
function readWaitingCursor(cursor: string): WaitingPlace | null {
  const match = /^(sending|reply|bulk):(\d{1,16}):(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor)
  return match === null
    ? null
    : { stage: match[1] as WaitingPlace['stage'], due: Number(match[2]), at: Number(match[3]), id: match[4] ?? '' }
}

/** Lists that can be taken back as a whole. */
export type CancellableView = 'waiting' | 'scheduled' | 'held' | 'missed'

const QUEUED_IDS: Record<CancellableView, string> = {
  waiting: `SELECT m.id FROM messages m INDEXED BY messages_lane WHERE ${IN_LANE} AND ${WAITS} AND ${OF_ACCOUNT}`,
  scheduled: `SELECT m.id FROM messages m INDEXED BY messages_scheduled WHERE ${IS_SCHEDULED} AND ${OF_ACCOUNT}`,
  held: `SELECT m.id FROM messages m INDEXED BY messages_held WHERE m.hold IN ('quiet_hours', 'blockout') AND ${OF_ACCOUNT}`,
  missed: `SELECT m.id FROM messages m INDEXED BY messages_missed WHERE m.hold = 'missed' AND ${OF_ACCOUNT}`,
}

/** The looks of `queuedIds`, for the test of their plans. */
export const QUEUED_LOOKS: readonly string[] = Object.values(QUEUED_IDS)

/** All that is queued in one list just now, in no order. What is being sent is not among them. */
export function queuedIds(db: Db, { view, accountId }: { view: CancellableView; accountId: string | null }): string[] {
  return statement<[object], { id: string }>(db, QUEUED_IDS[view])
    .all({ accountId })
    .map(({ id }) => id)
}

import type { MessageStatus } from '../../shared/messages/status.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { readProgress } from './index-text.ts'

/** What is asked of a message besides its words. */
export interface MessageFilter {
  /** Of any of these; null for all. */
  conversationIds: readonly string[] | null
  /** Null for all. */
  statuses: readonly MessageStatus[] | null
  direction: 'inbound' | 'outbound' | null
  accountId: string | null
  /** ms UTC: from this instant on, before this instant. */
  from: number | null
  until: number | null
}

/** Messages of rare statuses are gone through one by one rather than through the index, up to so many. */
export const MOST_LISTED = 20_000

const DAY_MS = 86_400_000

/** Places of arrival (`messages.rowid`) that may be found, latest first. */
export interface Candidates {
  /** The next ones below a place, at most so many; fewer only when there are no others. */
  below(place: number, limit: number): number[]
}

/** Places that the index lets through, latest first. */
export const MATCHED = `SELECT rowid FROM messages_fts WHERE messages_fts MATCH @match AND rowid < @place AND rowid >= @first
   ORDER BY rowid DESC LIMIT @limit`
/** Every place, latest first. */
export const EVERY = 'SELECT rowid FROM messages WHERE rowid < @place AND rowid >= @first ORDER BY rowid DESC LIMIT @limit'
/** Places of statuses, in no order: read from the index alone. */
export const OF_STATUSES = `SELECT m.rowid FROM json_each(@values) v CROSS JOIN messages m INDEXED BY messages_by_status
   ON m.status = v.value LIMIT @limit`
/** Between which places the messages of some days are. */
export const OF_DAYS = 'SELECT min(first) AS first, max(last) AS last FROM search_days WHERE day BETWEEN @from AND @until'

interface Place {
  rowid: number
}

/**
 * Where to look for messages that pass a filter: among those of a rare status if that is asked for, else through the index. Texts that are not in the index yet because they just came are always among them. Everything let
 * through has still to be looked at.
 * @param match FTS5; null for every text
 */
export function candidatesOf(db: Db, filter: MessageFilter, match: string | null): Candidates {
  const listed = listedPlaces(db, filter)
  if (listed !== null) return listOf(listed)
  const { through } = readProgress(db)
  const days = daysOf(db, filter)
  const arrived = placesBetween(db, through + 1)
  const indexed = match === null ? placesBetween(db, days.first) : matched(db, match, days.first)
  return {
    below(place, limit) {
      const latest = place > through + 1 ? arrived.below(place, limit) : []
      if (latest.length === limit) return latest
      return [...latest, ...indexed.below(Math.min(place, through + 1, days.last + 1), limit - latest.length)]
    },
  }
}

/** The places of rare statuses; null when there are many. */
function listedPlaces(db: Db, { statuses }: MessageFilter): number[] | null {
  if (statuses === null) return null
  const rows = statement<[object], Place>(db, OF_STATUSES).all({ values: JSON.stringify(statuses), limit: MOST_LISTED + 1 })
  return rows.length > MOST_LISTED ? null : rows.map(({ rowid }) => rowid).sort((one, other) => other - one)
}

function listOf(places: readonly number[]): Candidates {
  return {
    below(place, limit) {
      const first = places.findIndex((each) => each < place)
      return first === -1 ? [] : places.slice(first, first + limit)
    },
  }
}

function placesBetween(db: Db, first: number): Candidates {
  return {
    below: (place, limit) =>
      statement<[object], Place>(db, EVERY)
        .all({ place, first, limit })
        .map(({ rowid }) => rowid),
  }
}

function matched(db: Db, match: string, first: number): Candidates {
  return {
    below: (place, limit) =>
      statement<[object], Place>(db, MATCHED)
        .all({ match, place, first, limit })
        .map(({ rowid }) => rowid),
  }
}

/** Between which places of the index the days of a filter are. Messages of other days may lie between them too. */
export function daysOf(db: Db, { from, until }: MessageFilter): { first: number; last: number } {
  if (from === null && until === null) return { first: 0, last: Number.MAX_SAFE_INTEGER - 1 }
  const row = statement<[object], { first: number | null; last: number | null }>(db, OF_DAYS).get({
    from: from === null ? Number.MIN_SAFE_INTEGER : Math.floor(from / DAY_MS),
    until: until === null ? Number.MAX_SAFE_INTEGER : Math.floor(until / DAY_MS),
  })
  return { first: row?.first ?? 1, last: row?.last ?? 0 }
}

import { foldForSearch } from '../../shared/search/fold.ts'
import { isFound } from '../../shared/search/match.ts'
import type { Query } from '../../shared/search/query.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { type Candidates, candidatesOf, daysOf, MATCHED, type MessageFilter } from './candidates.ts'
import { readProgress } from './index-text.ts'
import { type Sieve, sieveOf } from './sieve.ts'
import { isCommon } from './tokens.ts'

/** Texts that one call looks at, so that it never takes long; the next call goes on from there. Some 20 ms. */
const MOST_LOOKED_AT = 2_000
/** Looked at together; more the longer nothing is found. */
const FIRST_LOOK = 64
const MOST_AT_ONCE = 512
/** After every place of arrival. SQLite takes greater ones for fractions, which the index does not compare with. */
const AFTER_ALL = 2 ** 31 - 1
/** Beyond so many, texts are not counted. */
export const MOST_COUNTED = 1_000

/** Which messages. */
export interface MessageSearch {
  query: Query
  filter: MessageFilter
  /** Conversations of a number that is looked for: all their messages are found. */
  peers: readonly string[]
  /** Below this place; null for the latest. */
  before: number | null
  limit: number
}

export interface FoundPlaces {
  /** Places of arrival, latest first. */
  places: number[]
  /** Where to go on; null at the end. There may be fewer than asked for, or none, and still more to come. */
  next: number | null
  /** Of a first page: how many there are at least, and whether there are more. */
  total: { count: number; atLeast: boolean }
}

interface Looked {
  rowid: number
  conversation_id: string
  account_id: string
  direction: string
  status: string
  text: string
  created_at: number
}

/** Messages at places. */
export const LOOK = `SELECT m.rowid, m.conversation_id, m.account_id, m.direction, m.status, m.text, m.created_at
   FROM json_each(@places) p CROSS JOIN messages m ON m.rowid = p.value`
const COUNT = `SELECT count(*) AS found FROM (${MATCHED})`

/** The next messages that a search finds, in the order of their arrival, latest first. Costs what a page costs. */
export function findMessages(db: Db, search: MessageSearch): FoundPlaces {
  const { query, filter, peers } = search
  const sieve = sieveOf(query, { ...filter, peers }, (beginning) => isCommon(db, 'messages_tokens', beginning))
  const found = look(db, search, candidatesOf(db, filter, sieve.match))
  return { ...found, total: search.before === null ? totalOf(db, search, sieve, found) : { count: found.places.length, atLeast: true } }
}

/** Goes through candidates until the page is full, there are no others, or enough were looked at. */
function look(db: Db, { query, filter, peers, before, limit }: MessageSearch, candidates: Candidates): Omit<FoundPlaces, 'total'> {
  const places: number[] = []
  let place = before ?? AFTER_ALL
  let left = MOST_LOOKED_AT
  for (let size = FIRST_LOOK; left > 0; size = Math.min(size * 2, MOST_AT_ONCE)) {
    const asked = Math.min(size, left)
    const next = candidates.below(place, asked)
    const rows = new Map(
      statement<[object], Looked>(db, LOOK)
        .all({ places: JSON.stringify(next) })
        .map((row) => [row.rowid, row]),
    )
    for (const [index, each] of next.entries()) {
      place = each
      const row = rows.get(each)
      if (row === undefined || !passes(row, filter)) continue
      if (!peers.includes(row.conversation_id) && !isFound(query, foldForSearch(row.text))) continue
      places.push(each)
      if (places.length === limit) return { places, next: index === next.length - 1 && next.length < asked ? null : place }
    }
    if (next.length < asked) return { places, next: null }
    left -= next.length
  }
  return { places, next: place }
}

function passes(row: Looked, { conversationIds, statuses, direction, accountId, from, until }: MessageFilter): boolean {
  return (
    (conversationIds === null || conversationIds.includes(row.conversation_id)) &&
    (statuses === null || statuses.some((status) => status === row.status)) &&
    (direction === null || row.direction === direction) &&
    (accountId === null || row.account_id === accountId) &&
    (from === null || row.created_at >= from) &&
    (until === null || row.created_at < until)
  )
}

/** What is found is counted where the index alone says it; else it is as many as are there, or more. */
function totalOf(db: Db, { filter }: MessageSearch, sieve: Sieve, { places, next }: Omit<FoundPlaces, 'total'>): FoundPlaces['total'] {
  if (next === null) return { count: places.length, atLeast: false }
  const { statuses, from, until } = filter
  if (sieve.match === null || !sieve.isCertain || statuses !== null || from !== null || until !== null)
    return { count: places.length, atLeast: true }
  const row = statement<[object], { found: number }>(db, COUNT).get({
    match: sieve.match,
    place: readProgress(db).through + 1,
    first: daysOf(db, filter).first,
    limit: MOST_COUNTED + 1,
  })
  const count = Math.max(row?.found ?? 0, places.length)
  return count > MOST_COUNTED ? { count: MOST_COUNTED, atLeast: true } : { count, atLeast: false }
}

import type { ContactSelection } from '../../shared/contract/contacts.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import {
  amongPeople,
  EVERYBODY,
  type Hit,
  type Hits,
  IS_LISTED,
  MEMBERS,
  matchedAfter,
  namedLike,
  numberedLike,
  readSearch,
  type Search,
} from './hits.ts'

/** Beyond so many, people found by the beginning of a name or number are looked for among everybody instead. */
const MOST_SORTED = 5_000

/**
 * The next people of a selection, by ordinal: for work on many, a page at a time. May be called between changes of the
 * people that were handed out. Costs what its page costs, not what the selection has.
 * @param after ordinal of the last one seen; 0 at first
 */
export function selectedAfter(db: Db, selection: ContactSelection, after: number, limit: number): number[] {
  if (selection.kind === 'some') {
    return statement<[object], { ordinal: number }>(
      db,
      `SELECT c.ordinal FROM contacts c WHERE c.id IN (SELECT value FROM json_each(@ids)) AND c.ordinal > @after AND ${IS_LISTED}
       ORDER BY c.ordinal LIMIT @limit`,
    )
      .all({ ids: JSON.stringify(selection.ids), after, limit })
      .map(({ ordinal }) => ordinal)
  }
  const { filter } = selection
  const search = readSearch(db, filter)
  const left = exceptionsOf(db, selection.except)
  const kept: number[] = []
  let from: number | null = after
  while (from !== null && kept.length < limit) {
    const page: Hits = search === null ? pageOf(db, filter.groupId, from, limit) : foundAfter(db, search, from, limit)
    for (const { ordinal } of page.hits) if (!left.has(ordinal)) kept.push(ordinal)
    from = page.last
  }
  return kept.slice(0, limit)
}

function exceptionsOf(db: Db, ids: readonly string[]): ReadonlySet<number> {
  if (ids.length === 0) return new Set()
  const rows = statement<[string], { ordinal: number }>(db, 'SELECT ordinal FROM contacts WHERE id IN (SELECT value FROM json_each(?))')
  return new Set(rows.all(JSON.stringify(ids)).map(({ ordinal }) => ordinal))
}

function pageOf(db: Db, groupId: string | undefined, after: number, limit: number): Hits {
  const hits =
    groupId === undefined
      ? statement<[object], Hit>(db, EVERYBODY).all({ after, limit })
      : statement<[object], Hit>(db, MEMBERS).all({ groupId, after, limit })
  return { hits, last: hits.length < limit ? null : (hits.at(-1)?.ordinal ?? null) }
}

/** The next people a search finds, by ordinal. */
export function foundAfter(db: Db, search: Search, after: number, limit: number): Hits {
  const { query, groupId } = search
  if (query.words !== null && query.numbers.length === 0) return matchedAfter(db, search, after, limit)
  // Names and numbers are found in their own order: few are put in that of arrival, many met by going through all.
  const few = groupId === undefined ? fewFound(db, search) : null
  if (few === null) {
    const { hits: people, last } = pageOf(db, groupId, after, limit)
    return { hits: amongPeople(db, search, people), last }
  }
  const next = new Map(few.flatMap((hit) => (hit.ordinal > after ? [[hit.ordinal, hit]] : [])))
  const hits = [...next.values()].sort((one, other) => one.ordinal - other.ordinal)
  return { hits: hits.slice(0, limit), last: hits.length > limit ? (hits[limit - 1]?.ordinal ?? null) : null }
}

/** All whom a search finds by the beginning of a name or number, or by words; null when they are many. */
function fewFound(db: Db, search: Search): Hit[] | null {
  const sources = [
    search.query.words === null
      ? namedLike
      : (...[db, search, limit]: Parameters<typeof namedLike>) => matchedAfter(db, search, 0, limit).hits,
    numberedLike,
  ]
  const found: Hit[] = []
  for (const source of sources) {
    const hits = source(db, search, MOST_SORTED)
    if (hits.length === MOST_SORTED) return null
    found.push(...hits)
  }
  return found
}

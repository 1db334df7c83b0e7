import type { ContactFilter } from '../../shared/contract/contacts.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { searchText } from './people-index.ts'
import { isCertain, isFound, matchOf, readQuery, type SearchQuery } from './query.ts'

/**
 * Who is listed: in `contact_order`. Only people of an import that is under way, or is being taken back, are not; without one
 * nobody need be looked up (measured: most of the time of a search). The table goes by `c`.
 */
export const IS_LISTED = `(NOT EXISTS (SELECT 1 FROM imports INDEXED BY imports_unfinished WHERE status IN ('running', 'undoing'))
  OR EXISTS (SELECT 1 FROM contact_order o WHERE o.sort_key = c.sort_key AND o.contact = c.ordinal))`

/** Whether somebody is in the group `@groupId`, or no group is asked for. @param contact an SQL expression */
export function inGroup(contact: string): string {
  return `(@groupId IS NULL OR EXISTS (SELECT 1 FROM contact_group_members m WHERE m.group_id = @groupId AND m.contact = ${contact}))`
}

/** Somebody found. */
export interface Hit {
  ordinal: number
  sortKey: string
}

/** What is asked of people with a search in it, read and ready. */
export interface Search {
  query: SearchQuery
  groupId: string | undefined
  /** In the language of the search index; null when the index cannot find the words. */
  match: string | null
}

/** The search of a filter; null when it has none. */
export function readSearch(db: Db, filter: ContactFilter): Search | null {
  const query = filter.search === undefined ? null : readQuery(filter.search)
  if (query === null) return null
  return {
    query,
    groupId: filter.groupId,
    match: query.words === null ? null : matchOf(query.words, (letters) => piecesThatBegin(db, letters)),
  }
}

/** Pieces looked for at most in place of one or two letters of Chinese, Japanese and the like. */
const MOST_PIECES = 300

function piecesThatBegin(db: Db, letters: string): string[] {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.contact_pieces USING fts5vocab('main', 'contacts_fts', 'row')`)
  return statement<[string, string], { term: string }>(
    db,
    `SELECT term FROM temp.contact_pieces WHERE term >= ? AND term < ? LIMIT ${MOST_PIECES}`,
  )
    .all(letters, `${letters}\u{10ffff}`)
    .map(({ term }) => term)
}

/** People whom the index finds, in the order of their arrival or the other way round; `taken` says whether they are asked for. */
export const MATCHED = (newestFirst: boolean) =>
  `SELECT c.ordinal, c.sort_key AS sortKey, ${IS_LISTED} AND ${inGroup('c.ordinal')} AS taken
   FROM (SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH @match AND rowid ${newestFirst ? '<' : '>'} @after
     ORDER BY rowid ${newestFirst ? 'DESC' : ''} LIMIT @limit) f
   CROSS JOIN contacts c ON c.ordinal = f.rowid`

/** People looked at for a group's among those whose name or number begins so. */
const LOOKED_AT = 10_000

/** People whose name begins so, by name. */
export const NAMED = `SELECT n.contact AS ordinal, n.sort_key AS sortKey
   FROM (SELECT contact, sort_key FROM contact_order WHERE sort_key >= @begins AND sort_key < @begins || char(1114111)
     ORDER BY sort_key, contact LIMIT @looked) n
   WHERE ${inGroup('n.contact')} LIMIT @limit`

/** People with a number that begins as one of these, by number; `:` comes after the digits. Somebody with two comes twice. */
export const NUMBERED = `SELECT c.ordinal, c.sort_key AS sortKey
   FROM (SELECT n.contact FROM json_each(@numbers) b CROSS JOIN number_owners n ON n.e164 >= b.value AND n.e164 < b.value || ':'
     LIMIT @looked) n
   CROSS JOIN contacts c ON c.ordinal = n.contact
   WHERE ${IS_LISTED} AND ${inGroup('n.contact')} LIMIT @limit`

/** Members of a group, in the order of their arrival. */
export const MEMBERS = `SELECT c.ordinal, c.sort_key AS sortKey FROM contact_group_members m CROSS JOIN contacts c ON c.ordinal = m.contact
   WHERE m.group_id = @groupId AND m.contact > @after AND ${IS_LISTED} ORDER BY m.contact LIMIT @limit`

/** Everybody, in the order of their arrival. */
export const EVERYBODY = `SELECT c.ordinal, c.sort_key AS sortKey FROM contacts c WHERE c.ordinal > @after AND ${IS_LISTED} ORDER BY c.ordinal LIMIT @limit`

/** People found, and where to go on for the next of them; null at the end. */
export interface Hits {
  hits: Hit[]
  last: number | null
}

/** The next people whom the index finds and who have the words, by ordinal: going up, or down where `newestFirst`. */
export function matchedAfter(db: Db, search: Search, after: number, limit: number, newestFirst = false): Hits {
  const { query, groupId, match } = search
  if (match === null) return { hits: [], last: null }
  const rows = statement<[object], Hit & { taken: 0 | 1 }>(db, MATCHED(newestFirst)).all({ match, after, limit, groupId: groupId ?? null })
  const last = rows.length < limit ? null : (rows.at(-1)?.ordinal ?? null)
  const taken = rows.filter((row) => row.taken === 1)
  return { hits: isCertain(query.words ?? []) ? taken : amongPeople(db, search, taken), last }
}

/** People whose name begins with what was typed, by name: all, or the first, of a group those among the first. */
export function namedLike(db: Db, { query, groupId }: Search, limit: number): Hit[] {
  return statement<[object], Hit>(db, NAMED).all({ begins: query.begins, limit, ...lookingAt(groupId, limit) })
}

/** The same for people with a number that begins so. Somebody with two such comes twice. */
export function numberedLike(db: Db, { query: { numbers }, groupId }: Search, limit: number): Hit[] {
  if (numbers.length === 0) return []
  return statement<[object], Hit>(db, NUMBERED).all({ numbers: JSON.stringify(numbers), limit, ...lookingAt(groupId, limit) })
}

function lookingAt(groupId: string | undefined, limit: number): { groupId: string | null; looked: number } {
  return groupId === undefined ? { groupId: null, looked: limit } : { groupId, looked: LOOKED_AT }
}

/** Of these people, those the search finds. Most are known by their sort key, which begins as the name does. */
export function amongPeople(db: Db, { query }: Search, people: readonly Hit[]): Hit[] {
  const { begins, words, numbers } = query
  const isKnown = ({ sortKey }: Hit) => (words === null ? sortKey.startsWith(begins) : words.every((word) => sortKey.includes(word)))
  const known = new Set(people.filter(isKnown))
  if (known.size === people.length || (words === null && numbers.length === 0)) return [...known]
  const others = people.filter((hit) => !known.has(hit))
  const texts = textsOf(
    db,
    others.map(({ ordinal }) => ordinal),
  )
  return people.filter((hit) => {
    const text = texts.get(hit.ordinal)
    return known.has(hit) || (text !== undefined && isFound(query, text))
  })
}

/** What search looks in, of each of these people. */
function textsOf(db: Db, ordinals: readonly number[]): Map<number, { text: string; numbers: string[] }> {
  const rows = statement<[string], { ordinal: number; name: string; company: string; numbers: string | null }>(
    db,
    `SELECT c.ordinal, c.name, c.company, (SELECT group_concat(n.e164, ' ') FROM contact_numbers n WHERE n.contact = c.ordinal) AS numbers
     FROM json_each(?) p CROSS JOIN contacts c ON c.ordinal = p.value`,
  ).all(JSON.stringify(ordinals))
  return new Map(
    rows.map(({ ordinal, name, company, numbers: joined }) => {
      const numbers = joined?.split(' ') ?? []
      return [ordinal, { text: searchText({ name, company, numbers: numbers.map((e164) => ({ e164 })) }), numbers }]
    }),
  )
}

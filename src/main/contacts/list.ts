import type { ContactFilter, ContactOrder, ContactTotal } from '../../shared/contract/contacts.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { foundAfter } from './find.ts'
import {
  amongPeople,
  type Hit,
  IS_LISTED,
  inGroup,
  MEMBERS,
  matchedAfter,
  namedLike,
  numberedLike,
  readSearch,
  type Search,
} from './hits.ts'
import { keptWhileUnchanged } from './people-changes.ts'

/** Which page of which list. */
export interface ListInput {
  filter: ContactFilter
  order: ContactOrder
  /** Place of the first, from 0. */
  offset: number
  limit: number
}

/** Ordinals of a page, in order, and how many the list has. */
interface Page {
  ordinals: number[]
  total: ContactTotal
}

/** People found that are counted and put in order; of more, the best so many come first, and the others as they are met. */
export const MOST_FOUND = 1_000
/** Members of a group that are looked at one by one rather than through an index. */
const SMALL_GROUP = 3_000
/** People looked at between two turns of the data thread. */
const PER_TURN = 10_000
/** People looked at for a page near the beginning before the whole list is worked out. */
const NEAR = 10_000

/** A list that was worked out: of a search that finds many, only its beginning. */
interface WorkedOut {
  ordinals: Uint32Array
  more: boolean
}

const totals = keptWhileUnchanged<number>(16)
const searches = keptWhileUnchanged<WorkedOut>(8)
/** Four bytes a person. */
const wholeLists = keptWhileUnchanged<Promise<Uint32Array>>(4)

/** A page of people. The same place of an unchanged list is always the same person. */
export async function pageOfPeople(db: Db, input: ListInput, context: OperationContext): Promise<Page> {
  const search = readSearch(db, input.filter)
  if (search !== null) return pageOfFound(db, input, search, context)
  const total = { count: countOf(db, input.filter.groupId), atLeast: false }
  if (input.filter.groupId === undefined && input.order === 'name') return { ordinals: byName(db, input, total.count), total }
  const { groupId } = input.filter
  if (groupId !== undefined && total.count <= SMALL_GROUP) {
    const ordinals = inOrder(membersOf(db, groupId), input.order)
    return { ordinals: ordinals.slice(input.offset, input.offset + input.limit), total: { count: ordinals.length, atLeast: false } }
  }
  const near = nearBeginning(db, input, total.count)
  if (near !== null) return { ordinals: near, total }
  const whole = await wholeLists(db, keyOf(input), () => wholeList(db, input, context))
  return { ordinals: slice(whole, input), total: { count: whole.length, atLeast: false } }
}

/** How many people there are, or are in a group. */
export function countOf(db: Db, groupId?: string): number {
  return totals(db, groupId ?? '', () => {
    const row =
      groupId === undefined
        ? statement<[], { people: number }>(db, 'SELECT count(*) AS people FROM contact_order').get()
        : statement<[string], { people: number }>(db, 'SELECT count(*) AS people FROM contact_group_members WHERE group_id = ?').get(
            groupId,
          )
    return row?.people ?? 0
  })
}

function keyOf({ filter, order }: ListInput): string {
  return JSON.stringify([filter.search ?? '', filter.groupId ?? '', order])
}

function slice(ordinals: Uint32Array, { offset, limit }: ListInput): number[] {
  return [...ordinals.subarray(offset, offset + limit)]
}

/** A page of everybody by name, counted from the nearer end. */
export const BY_NAME = (backwards: boolean) =>
  backwards
    ? 'SELECT contact FROM contact_order ORDER BY sort_key DESC, contact DESC LIMIT @limit OFFSET @offset'
    : 'SELECT contact FROM contact_order ORDER BY sort_key, contact LIMIT @limit OFFSET @offset'

function byName(db: Db, { offset, limit }: ListInput, total: number): number[] {
  const size = Math.min(limit, total - offset)
  if (size <= 0) return []
  const backwards = offset > total / 2
  const rows = statement<[object], { contact: number }>(db, BY_NAME(backwards)).all({
    limit: size,
    offset: backwards ? total - offset - size : offset,
  })
  const ordinals = rows.map(({ contact }) => contact)
  return backwards ? ordinals.toReversed() : ordinals
}

/** People near the beginning of a list, by name or latest first. */
export const NEAR_BEGINNING = (order: ContactOrder) =>
  order === 'name'
    ? `SELECT n.contact FROM (SELECT sort_key, contact FROM contact_order ORDER BY sort_key, contact LIMIT ${NEAR}) n
       WHERE ${inGroup('n.contact')}
       LIMIT @limit OFFSET @offset`
    : `SELECT c.ordinal AS contact FROM (SELECT ordinal, sort_key FROM contacts ORDER BY ordinal DESC LIMIT ${NEAR}) c
       WHERE ${IS_LISTED}
         AND ${inGroup('c.ordinal')}
       LIMIT @limit OFFSET @offset`

/** A page so near to the beginning that it is met at once; null when it is not. */
function nearBeginning(db: Db, { filter, order, offset, limit }: ListInput, total: number): number[] | null {
  if (offset >= NEAR) return null
  const groupId = filter.groupId ?? null
  const rows = statement<[object], { contact: number }>(db, NEAR_BEGINNING(order)).all({ groupId, limit, offset })
  return rows.length === Math.min(limit, Math.max(0, total - offset)) ? rows.map(({ contact }) => contact) : null
}

/** Where a stretch of the list by name ends. */
export const STRETCH_END = `SELECT sort_key AS sortKey, contact AS ordinal FROM contact_order WHERE (sort_key, contact) > (@sortKey, @ordinal)
   ORDER BY sort_key, contact LIMIT 1 OFFSET ${PER_TURN}`

/** A stretch of the list by name. */
export const STRETCH = `SELECT contact FROM contact_order WHERE (sort_key, contact) > (@sortKey, @ordinal) AND (sort_key, contact) <= (@endKey, @endOrdinal)
   ORDER BY sort_key, contact`

/** Comes after every name there is. */
const END: Hit = { sortKey: '\u{10ffff}\u{10ffff}', ordinal: Number.MAX_SAFE_INTEGER }

/** Everybody, or those in a group, in order; others work in between. */
async function wholeList(db: Db, { filter: { groupId }, order }: ListInput, context: OperationContext): Promise<Uint32Array> {
  const isMember = groupId === undefined ? () => true : await membership(db, groupId, context)
  const stretch = statement<[object], number>(db, STRETCH).pluck()
  let ordinals = new Uint32Array(countOf(db, groupId))
  let length = 0
  for (let from: Hit | null = { sortKey: '', ordinal: 0 }; from !== null;) {
    const end: Hit | undefined = statement<[object], Hit>(db, STRETCH_END).get(from)
    const { sortKey, ordinal } = end ?? END
    const found = stretch.all({ ...from, endKey: sortKey, endOrdinal: ordinal }).filter(isMember)
    if (length + found.length > ordinals.length) ordinals = grown(ordinals, length + found.length)
    ordinals.set(found, length)
    length += found.length
    from = end ?? null
    await context.yield()
  }
  const all = ordinals.subarray(0, length)
  return order === 'name' ? all : all.sort().toReversed()
}

/** Who is in a group, a byte for everybody: asking the table for each of a million takes four times as long. */
async function membership(db: Db, groupId: string, context: OperationContext): Promise<(ordinal: number) => boolean> {
  const last = statement<[], { last: number | null }>(db, 'SELECT max(ordinal) AS last FROM contacts').get()?.last ?? 0
  const members = new Uint8Array(last + 1)
  const page = db
    .prepare<[string, number], number>(
      `SELECT contact FROM contact_group_members WHERE group_id = ? AND contact > ? ORDER BY contact LIMIT ${PER_TURN}`,
    )
    .pluck()
  for (let found = page.all(groupId, 0); found.length > 0; found = page.all(groupId, found.at(-1) ?? 0)) {
    for (const ordinal of found) members[ordinal] = 1
    await context.yield()
  }
  return (ordinal) => members[ordinal] === 1
}

/** People came while they were gone through. */
function grown(ordinals: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, ordinals.length * 2))
  larger.set(ordinals)
  return larger
}

function membersOf(db: Db, groupId: string): Hit[] {
  return statement<[object], Hit>(db, MEMBERS).all({ groupId, after: 0, limit: SMALL_GROUP })
}

async function pageOfFound(db: Db, input: ListInput, search: Search, context: OperationContext): Promise<Page> {
  const found = searches(db, keyOf(input), () => find(db, search, input.order))
  const total = { count: found.ordinals.length, atLeast: found.more }
  if (!found.more || input.offset + input.limit <= found.ordinals.length) return { ordinals: slice(found.ordinals, input), total }
  const whole = await wholeLists(db, keyOf(input), () => allFound(db, search, found.ordinals, input.order, context))
  return { ordinals: slice(whole, input), total: { count: whole.length, atLeast: false } }
}

/** The people a search finds, or of too many the beginning of their list. */
function find(db: Db, search: Search, order: ContactOrder): WorkedOut {
  if (search.groupId !== undefined && countOf(db, search.groupId) <= SMALL_GROUP) {
    return { ordinals: Uint32Array.from(inOrder(amongPeople(db, search, membersOf(db, search.groupId)), order)), more: false }
  }
  const newestFirst = order === 'added'
  const { words } = search.query
  const matched: Hit[] = []
  let after: number | null = words === null ? null : newestFirst ? Number.MAX_SAFE_INTEGER : 0
  for (let looked = 0; after !== null && matched.length <= MOST_FOUND && looked < 3 * MOST_FOUND; looked += MOST_FOUND) {
    const { hits, last } = matchedAfter(db, search, after, MOST_FOUND + 1, newestFirst)
    matched.push(...hits)
    after = last
  }
  const named = words === null ? namedLike(db, search, MOST_FOUND + 1) : []
  const numbered = numberedLike(db, search, MOST_FOUND + 1)
  const all = [...new Map([...named, ...numbered, ...matched].map((hit) => [hit.ordinal, hit])).values()]
  const isComplete = after === null && [named, numbered, matched].every((hits) => hits.length <= MOST_FOUND)
  // Of a group, names and numbers are only met among the first.
  const isSure = search.groupId === undefined || (words !== null && search.query.numbers.length === 0)
  if (isComplete && isSure && all.length <= MOST_FOUND) {
    return { ordinals: Uint32Array.from(inOrder(all, order)), more: false }
  }
  const first = newestFirst ? inOrder(all, order) : [...namedLike(db, search, MOST_FOUND), ...all].map(({ ordinal }) => ordinal)
  return { ordinals: Uint32Array.from([...new Set(first)].slice(0, MOST_FOUND)), more: true }
}

/** Everybody a search finds: behind the beginning of the list the others in the order of arrival, or the other way round. */
async function allFound(
  db: Db,
  search: Search,
  beginning: Uint32Array,
  order: ContactOrder,
  context: OperationContext,
): Promise<Uint32Array> {
  const first = new Set(beginning)
  const others: number[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: ReturnType<typeof foundAfter> = foundAfter(db, search, after, PER_TURN)
    for (const { ordinal } of page.hits) if (!first.has(ordinal)) others.push(ordinal)
    after = page.last
    await context.yield()
  }
  return Uint32Array.from([...beginning, ...(order === 'name' ? others : others.toReversed())])
}

function inOrder(hits: readonly Hit[], order: ContactOrder): number[] {
  const sorted = hits.toSorted(order === 'name' ? byNameThenArrival : (one, other) => other.ordinal - one.ordinal)
  return sorted.map(({ ordinal }) => ordinal)
}

function byNameThenArrival(one: Hit, other: Hit): number {
  return compareCodePoints(one.sortKey, other.sortKey) || one.ordinal - other.ordinal
}

/** Order of text as the database has it: by code points. JavaScript's own differs beyond the first 65,536. */
export function compareCodePoints(one: string, other: string): number {
  if (one === other) return 0
  let at = 0
  while (at < one.length && one.codePointAt(at) === other.codePointAt(at)) at += 1
  return (one.codePointAt(at) ?? -1) - (other.codePointAt(at) ?? -1)
}

import { Refused } from '../app/refused.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { notePeopleChange } from './people-changes.ts'
import { sortByDigits } from '../store/sort-by-digits.ts'
import { sortInTurns } from '../store/sort-in-turns.ts'
import { withoutSync } from '../store/without-sync.ts'
import { statement } from '../store/statement.ts'

/** People by their ordinals, both ends included. */
export interface OrdinalRange {
  first: number
  last: number
}

/** Ordinals read, and entries written, in one transaction. */
const PER_TURN = 2_000
/**
 * Entries sorted at a time. Bounds the memory however many people there are; each page of a table is then written once
 * for every so many.
 */
const PER_SEGMENT = 250_000

/** What a change of many people needs of the operation it is part of. */
type Turns = Pick<OperationContext, 'cancelled' | 'yield'>

/**
 * Whether a chunk may follow. One that may not throws what `onCancel` makes, between two transactions.
 * `onDone` is told the entries written since the last time.
 */
export interface ChunkWatch {
  turns: Turns
  onCancel: () => Error
  onDone: (entries: number) => void
}

/** The ranges in pieces of a transaction's size. */
export function* pagesOf(ranges: readonly OrdinalRange[], size = PER_TURN): Generator<OrdinalRange, void, void> {
  for (const { first, last } of ranges) {
    for (let from = first; from <= last; from += size) yield { first: from, last: Math.min(from + size - 1, last) }
  }
}

/**
 * Adds people to what they are listed by and found by their numbers, who are in `contacts`, `contact_numbers` and
 * `contacts_fts` only: entries go into `number_owners` and then `contact_order` in the order of these tables. People are
 * listed once they are in `contact_order`. Each chunk is a transaction of its own.
 * @param stamp `updated_at` of these people; others of the ranges are passed over
 */
export async function listRanges(db: Db, ranges: readonly OrdinalRange[], stamp: number, watch: ChunkWatch): Promise<void> {
  await eachNumber(
    db,
    ranges,
    stamp,
    watch,
    'INSERT OR IGNORE INTO number_owners (e164, contact) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
  )
  await eachPlace(
    db,
    ranges,
    stamp,
    watch,
    'INSERT OR IGNORE INTO contact_order (sort_key, contact) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
  )
}

/** Takes people out of what they are listed by and found by their numbers: the reverse of {@link listRanges}. */
export async function unlistRanges(db: Db, ranges: readonly OrdinalRange[], stamp: number, watch: ChunkWatch): Promise<void> {
  await eachPlace(
    db,
    ranges,
    stamp,
    watch,
    'DELETE FROM contact_order WHERE (sort_key, contact) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))',
  )
  await eachNumber(
    db,
    ranges,
    stamp,
    watch,
    'DELETE FROM number_owners WHERE (e164, contact) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))',
  )
}

/** Removes people who are unlisted, with their numbers and groups. @returns how many there were */
export function removeUnlisted(db: Db, page: OrdinalRange, stamp: number): number {
  return statement<[object]>(db, 'DELETE FROM contacts WHERE ordinal BETWEEN @first AND @last AND updated_at = @stamp').run({
    ...page,
    stamp,
  }).changes
}

/**
 * Takes those of the ranges who are removed out of search, in chunks; at once where nobody is left at all, which is what
 * taking the first import back comes to.
 */
export async function forgetRemoved(db: Db, ranges: readonly OrdinalRange[], watch: ChunkWatch): Promise<void> {
  const forgetAll = db.transaction((): boolean => {
    if (statement(db, 'SELECT 1 FROM contacts LIMIT 1').get() !== undefined) return false
    statement(db, `INSERT INTO contacts_fts (contacts_fts) VALUES ('delete-all')`).run()
    return true
  })
  if (withoutSync(db, () => forgetAll.immediate())) return
  const isMany = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0) > TIDIED_AT_ONCE
  const forget = db.transaction((page: OrdinalRange) => {
    if (isMany) setTidying(db, 'later')
    statement<[object]>(
      db,
      `DELETE FROM contacts_fts WHERE rowid BETWEEN @first AND @last
         AND rowid NOT IN (SELECT ordinal FROM contacts WHERE ordinal BETWEEN @first AND @last)`,
    ).run(page)
    if (isMany) setTidying(db, 'at once')
  })
  for (const page of pagesOf(ranges)) {
    withoutSync(db, () => forget.immediate(page))
    watch.onDone(page.last - page.first + 1)
    await pause(watch)
  }
  if (isMany) await tidySearch(db, watch.turns)
}

/**
 * Sets how eagerly search tidies up behind people who are removed: at once by default, which costs five times as much as the
 * removal where they are many; or not at all, for {@link tidySearch} to do it afterwards. Call within a transaction.
 * Kept in the database (FTS5, `deletemerge`), so that it is to be set back.
 */
function setTidying(db: Db, tidying: 'at once' | 'later'): void {
  statement<[number]>(db, `INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('deletemerge', CAST(? AS INTEGER))`).run(
    tidying === 'later' ? 0 : 10,
  )
}

/** Most people whose removal search tidies up behind as they go. */
const TIDIED_AT_ONCE = 5_000
/** Pages of the search index that are tidied up in one transaction. */
const TIDIED_PER_TURN = 64

/** Drops what search still holds of people who are removed, in turns. What is not done stays for another time. */
async function tidySearch(db: Db, turns: Turns): Promise<void> {
  const merge = statement<[number]>(db, `INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('merge', CAST(? AS INTEGER))`)
  const changes = statement<[], { changes: number }>(db, 'SELECT total_changes() AS changes')
  // The first, with a minus, takes all parts of the index as one piece of work; a merge without any left changes one row.
  for (let pages = -TIDIED_PER_TURN, goesOn = true; goesOn && !turns.cancelled; pages = TIDIED_PER_TURN) {
    const before = changes.get()?.changes ?? 0
    withoutSync(db, () => merge.run(pages))
    goesOn = (changes.get()?.changes ?? 0) - before > 1
    await turns.yield()
  }
}

/**
 * Refuses the change of a person who is being imported, or taken back with an import: their entries are under way.
 * @throws Refused `import_running`
 */
export function refuseWhileImported(db: Db, person: { ordinal: number; updatedAt: number }): void {
  const unfinished = statement<[], { id: string }>(
    db,
    `SELECT id FROM imports INDEXED BY imports_unfinished WHERE status IN ('running', 'undoing')`,
  ).all()
  for (const { id } of unfinished) {
    const held = statement<[object]>(
      db,
      `SELECT 1 FROM imports i WHERE i.id = @id AND i.stamp = @updatedAt AND EXISTS (
         SELECT 1 FROM import_ranges r WHERE r.import_id = @id AND @ordinal BETWEEN r.first_ordinal AND r.last_ordinal)`,
    ).get({ id, ordinal: person.ordinal, updatedAt: person.updatedAt })
    if (held !== undefined) {
      throw new Refused('import_running', 'This person is part of an import that is under way. Try again when it is finished.', {
        retryable: true,
      })
    }
  }
}

/** Sort keys of the ranges' people with their ordinals, into `sql` as JSON arrays of pairs, in order. */
async function eachPlace(db: Db, ranges: readonly OrdinalRange[], stamp: number, watch: ChunkWatch, sql: string): Promise<void> {
  const read = statement<[number, number, number], [string, number]>(
    db,
    'SELECT sort_key, ordinal FROM contacts WHERE ordinal BETWEEN ? AND ? AND updated_at = ?',
  ).raw()
  let keys: string[] = []
  let contacts = new Uint32Array(0)
  let count = 0

  async function write(): Promise<void> {
    const order = await sortInTurns(
      count,
      (one, other) => {
        const left = keys[one] ?? ''
        const right = keys[other] ?? ''
        return left < right ? -1 : left > right ? 1 : 0
      },
      () => pause(watch),
    )
    await writeSorted(db, sql, order, (place) => [keys[place] ?? '', contacts[place] ?? 0], watch)
    keys = []
    count = 0
  }

  for (const page of pagesOf(ranges)) {
    if (contacts.length === 0) contacts = new Uint32Array(PER_SEGMENT + PER_TURN)
    for (const [key, contact] of read.all(page.first, page.last, stamp)) {
      keys.push(key)
      contacts[count] = contact
      count += 1
    }
    if (count >= PER_SEGMENT) await write()
    else await pause(watch)
  }
  await write()
}

/** Numbers of the ranges' people with their ordinals, into `sql` as JSON arrays of pairs, in order. */
async function eachNumber(db: Db, ranges: readonly OrdinalRange[], stamp: number, watch: ChunkWatch, sql: string): Promise<void> {
  const read = statement<[number, number, number], [number, number]>(
    db,
    `SELECT CAST(substr(n.e164, 2) AS INTEGER), n.contact FROM contacts c JOIN contact_numbers n ON n.contact = c.ordinal
     WHERE c.ordinal BETWEEN ? AND ? AND c.updated_at = ?`,
  ).raw()
  // At most 15 digits: exact as a double, and a few bytes where strings would be dozens.
  let numbers: number[] = []
  let contacts: number[] = []

  async function write(): Promise<void> {
    const order = sortByDigits(numbers)
    await writeSorted(db, sql, order, (place) => [`+${numbers[place] ?? 0}`, contacts[place] ?? 0], watch)
    numbers = []
    contacts = []
  }

  for (const page of pagesOf(ranges)) {
    for (const [number, contact] of read.all(page.first, page.last, stamp)) {
      numbers.push(number)
      contacts.push(contact)
    }
    if (numbers.length >= PER_SEGMENT) await write()
    else await pause(watch)
  }
  await write()
}

async function writeSorted(
  db: Db,
  sql: string,
  order: Uint32Array,
  entryAt: (place: number) => [string, number],
  watch: ChunkWatch,
): Promise<void> {
  const run = statement<[string]>(db, sql)
  const write = db.transaction((places: Uint32Array) => {
    notePeopleChange(db)
    run.run(JSON.stringify(Array.from(places, entryAt)))
  })
  for (let start = 0; start < order.length; start += PER_TURN) {
    const places = order.subarray(start, start + PER_TURN)
    withoutSync(db, () => write.immediate(places))
    watch.onDone(places.length)
    await pause(watch)
  }
}

async function pause({ turns, onCancel }: ChunkWatch): Promise<void> {
  await turns.yield()
  if (turns.cancelled) throw onCancel()
}

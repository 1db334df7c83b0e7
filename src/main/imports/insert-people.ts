import type { OrdinalRange } from '../contacts/people-index-ranges.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { PreparedPerson } from './prepare-person.ts'

/**
 * Writes people an import creates: themselves, their numbers and what search finds them by. They are not listed yet (see
 * `listRanges`). The rows of a table go in as one statement: binding each costs more than writing it. Call within a
 * transaction.
 * @param stamp `created_at` and `updated_at` of all of them
 * @returns their ordinals; null for nobody
 */
export function insertUnlisted(db: Db, importId: string, people: readonly PreparedPerson[], stamp: number): OrdinalRange | null {
  if (people.length === 0) return null
  const first = 1 + (statement<[], { seq: number }>(db, `SELECT seq FROM sqlite_sequence WHERE name = 'contacts'`).get()?.seq ?? 0)
  const last = first + people.length - 1
  statement<[number, number, number, string]>(
    db,
    `INSERT INTO contacts (ordinal, id, name, company, notes, fields, sort_key, created_at, updated_at)
     SELECT ? + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ?, ? FROM json_each(?)`,
  ).run(first, stamp, stamp, `[${people.map(({ columns }) => columns).join(',')}]`)
  statement<[string]>(
    db,
    `INSERT INTO contact_numbers (contact, position, e164, label, extension)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
  ).run(
    JSON.stringify(
      people.flatMap(({ numbers }, index) =>
        numbers.map(({ e164, label, extension }, position) => [first + index, position, e164, label, extension]),
      ),
    ),
  )
  statement<[number, string]>(db, 'INSERT INTO contacts_fts (rowid, text) SELECT ? + key, value FROM json_each(?)').run(
    first,
    JSON.stringify(people.map(({ searchText }) => searchText)),
  )
  keepRange(db, importId, { first, last })
  return { first, last }
}

/** Notes whom the import created, as part of the range before where nobody came between. */
function keepRange(db: Db, importId: string, { first, last }: OrdinalRange): void {
  const grown = statement<[object]>(
    db,
    'UPDATE import_ranges SET last_ordinal = @last WHERE import_id = @importId AND last_ordinal = @first - 1',
  ).run({
    importId,
    first,
    last,
  }).changes
  if (grown > 0) return
  statement<[object]>(db, 'INSERT INTO import_ranges (import_id, first_ordinal, last_ordinal) VALUES (@importId, @first, @last)').run({
    importId,
    first,
    last,
  })
}

/** Whom an import created, by their ordinals. */
export function rangesOf(db: Db, importId: string): OrdinalRange[] {
  return statement<[string], OrdinalRange>(
    db,
    'SELECT first_ordinal AS first, last_ordinal AS last FROM import_ranges WHERE import_id = ? ORDER BY first_ordinal',
  ).all(importId)
}

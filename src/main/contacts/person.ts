import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { refuseWhileImported } from './people-index-ranges.ts'
import { addToIndex, changeInIndex, removeFromIndex, sortKey } from './people-index.ts'

/** A number of a person. */
export interface PersonNumber {
  e164: string
  label: string
  /** Digits dialled after the number, which texts go without; empty for none. */
  extension: string
}

/** What is known of a person, without id and times. The text is clean (see `cleanLine`), the numbers are E.164. */
export interface Person {
  name: string
  company: string
  notes: string
  /** Other columns of the person's imports, by name. */
  fields: Record<string, string>
  /** First is the default number; no number twice. */
  numbers: PersonNumber[]
}

/** A person as the database holds them. */
export interface StoredPerson extends Person {
  id: string
  /** Order of arrival: the person's key within the database. Never used again for another. */
  ordinal: number
  /** ms since 1970 UTC. */
  createdAt: number
  /** ms since 1970 UTC. Grows with every change of the person, so that two states never share one. */
  updatedAt: number
}

export interface ContactRow {
  ordinal: number
  id: string
  name: string
  company: string
  notes: string
  fields: string
  created_at: number
  updated_at: number
}

/** Columns of `contacts` as {@link ContactRow} has them; the table goes by `c`. */
export const CONTACT_COLUMNS = 'c.ordinal, c.id, c.name, c.company, c.notes, c.fields, c.created_at, c.updated_at'

/**
 * SQL for the ordinal of who has a number: the one who has been here longest, should several have it; NULL for nobody.
 * @param number an SQL expression
 */
export function ownerOf(number: string): string {
  return `(SELECT min(o.contact) FROM number_owners o WHERE o.e164 = ${number})`
}

/** The rows as people, with their numbers, in the same order. */
export function withNumbers(db: Db, rows: readonly ContactRow[]): StoredPerson[] {
  const numbers = statement<[string], PersonNumber & { contact: number }>(
    db,
    `SELECT n.contact, n.e164, n.label, n.extension FROM contact_numbers n
     WHERE n.contact IN (SELECT value FROM json_each(?)) ORDER BY n.contact, n.position`,
  ).all(JSON.stringify(rows.map((row) => row.ordinal)))
  const byContact = Map.groupBy(numbers, (number) => number.contact)
  return rows.map((row) =>
    storedPerson(
      row,
      (byContact.get(row.ordinal) ?? []).map(({ e164, label, extension }) => ({ e164, label, extension })),
    ),
  )
}

function storedPerson(row: ContactRow, numbers: PersonNumber[]): StoredPerson {
  return {
    id: row.id,
    ordinal: row.ordinal,
    name: row.name,
    company: row.company,
    notes: row.notes,
    fields: row.fields === '{}' ? {} : (JSON.parse(row.fields) as Record<string, string>),
    numbers,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The person with this id, or null. */
export function findContact(db: Db, id: string): StoredPerson | null {
  const row = statement<[string], ContactRow>(db, `SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.id = ?`).get(id)
  return row === undefined ? null : (withNumbers(db, [row])[0] ?? null)
}

/** Who has this number (E.164): the one who has been here longest, should several have it. Null when nobody has. */
export function findContactByNumber(db: Db, e164: string): { id: string; name: string; company: string } | null {
  const row = statement<[string], { id: string; name: string; company: string }>(
    db,
    `SELECT c.id, c.name, c.company FROM contacts c WHERE c.ordinal = ${ownerOf('?')}`,
  ).get(e164)
  return row ?? null
}

/**
 * Reading and writing people one by one, with everything they are listed and found by. The only writer of people besides
 * an import, which writes many at once. Call within a transaction.
 */
export interface PeopleTable {
  read(contact: number): StoredPerson | null
  /** @returns the ordinal; the next one unless `ordinal` gives back a person what they had before they were removed */
  insert(id: string, person: Person, at: { createdAt: number; updatedAt: number; ordinal?: number }): number
  /** Puts `person` in place of `before`, which is what is stored, and `updatedAt` with it. @throws Refused `import_running` */
  replace(before: StoredPerson, person: Person, updatedAt: number): void
  /** @throws Refused `import_running` */
  remove(person: StoredPerson): void
}

export function openPeopleTable(db: Db): PeopleTable {
  const select = statement<[number], ContactRow>(db, `SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.ordinal = ?`)
  const selectNumbers = statement<[number], PersonNumber>(
    db,
    'SELECT e164, label, extension FROM contact_numbers WHERE contact = ? ORDER BY position',
  )
  const insert = statement<[object]>(
    db,
    `INSERT INTO contacts (ordinal, id, name, company, notes, fields, sort_key, created_at, updated_at)
     VALUES (@ordinal, @id, @name, @company, @notes, @fields, @sortKey, @createdAt, @updatedAt)`,
  )
  const update = statement<[object]>(
    db,
    `UPDATE contacts SET name = @name, company = @company, notes = @notes, fields = @fields, sort_key = @sortKey,
       updated_at = @updatedAt WHERE ordinal = @ordinal`,
  )
  const remove = statement<[number]>(db, 'DELETE FROM contacts WHERE ordinal = ?')
  const deleteNumbers = statement<[number]>(db, 'DELETE FROM contact_numbers WHERE contact = ?')
  const insertNumber = statement<[object]>(
    db,
    'INSERT INTO contact_numbers (contact, position, e164, label, extension) VALUES (@contact, @position, @e164, @label, @extension)',
  )

  function insertNumbers(contact: number, numbers: Person['numbers']): void {
    for (const [position, { e164, label, extension }] of numbers.entries()) insertNumber.run({ contact, position, e164, label, extension })
  }

  function columns({ name, company, notes, fields, numbers }: Person) {
    return { name, company, notes, fields: JSON.stringify(fields), sortKey: sortKey({ name, company, numbers }) }
  }

  return {
    read(contact) {
      const row = select.get(contact)
      return row === undefined ? null : storedPerson(row, selectNumbers.all(contact))
    },
    insert(id, person, { createdAt, updatedAt, ordinal }) {
      const written = insert.run({ ...columns(person), ordinal: ordinal ?? null, id, createdAt, updatedAt })
      const contact = Number(written.lastInsertRowid)
      insertNumbers(contact, person.numbers)
      addToIndex(db, contact, person)
      return contact
    },
    replace(before, person, updatedAt) {
      refuseWhileImported(db, before)
      const contact = before.ordinal
      update.run({ ...columns(person), ordinal: contact, updatedAt })
      deleteNumbers.run(contact)
      insertNumbers(contact, person.numbers)
      changeInIndex(db, contact, before, person)
    },
    remove(person) {
      refuseWhileImported(db, person)
      removeFromIndex(db, person.ordinal, person)
      remove.run(person.ordinal)
    },
  }
}

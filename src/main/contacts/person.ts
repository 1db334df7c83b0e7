import { sortKeyOf } from '../../shared/contacts/person-text.ts'
import type { Db } from '../store/operation.ts'

/** What is known of a person, without id and times. The text is clean (see `cleanLine`), the numbers are E.164. */
export interface Person {
  name: string
  company: string
  notes: string
  /** Other columns of the person's imports, by name. */
  fields: Record<string, string>
  /** First is the default number; no number twice. */
  numbers: { e164: string; label: string }[]
}

/** A person as the database holds them. */
export interface StoredPerson extends Person {
  id: string
  /** ms since 1970 UTC. */
  createdAt: number
  /** ms since 1970 UTC. Grows with every change of the person, so that two states never share one. */
  updatedAt: number
}

export interface ContactRow {
  id: string
  name: string
  company: string
  notes: string
  fields: string
  sort_key: string
  created_at: number
  updated_at: number
}

/** Columns of `contacts` as {@link ContactRow} has them; the table goes by `c`. */
export const CONTACT_COLUMNS = 'c.id, c.name, c.company, c.notes, c.fields, c.sort_key, c.created_at, c.updated_at'

interface NumberRow {
  contact_id: string
  e164: string
  label: string
}

/** The rows as people, with their numbers, in the same order. */
export function withNumbers(db: Db, rows: readonly ContactRow[]): StoredPerson[] {
  const numbers = db
    .prepare<[string], NumberRow>(
      `SELECT n.contact_id, n.e164, n.label FROM contact_numbers n
       WHERE n.contact_id IN (SELECT value FROM json_each(?)) ORDER BY n.contact_id, n.position`,
    )
    .all(JSON.stringify(rows.map((row) => row.id)))
  const byContact = Map.groupBy(numbers, (number) => number.contact_id)
  return rows.map((row) =>
    storedPerson(
      row,
      (byContact.get(row.id) ?? []).map(({ e164, label }) => ({ e164, label })),
    ),
  )
}

function storedPerson(row: ContactRow, numbers: Person['numbers']): StoredPerson {
  return {
    id: row.id,
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
  const row = db.prepare<[string], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.id = ?`).get(id)
  return row === undefined ? null : (withNumbers(db, [row])[0] ?? null)
}

/** Who has this number (E.164): the one who has been here longest, should several have it. Null when nobody has. */
export function findContactByNumber(db: Db, e164: string): { id: string; name: string; company: string } | null {
  const row = db
    .prepare<[string], { id: string; name: string; company: string }>(
      `SELECT c.id, c.name, c.company FROM contact_numbers n JOIN contacts c ON c.id = n.contact_id
       WHERE n.e164 = ? ORDER BY n.contact_id LIMIT 1`,
    )
    .get(e164)
  return row ?? null
}

/** Reading and writing people one by one with statements prepared once: for work on many. Call within a transaction. */
export interface PeopleTable {
  read(id: string): StoredPerson | null
  insert(id: string, person: Person, at: number): void
  /** Puts `person` in place of what is there, and `updatedAt` with it. */
  replace(id: string, person: Person, updatedAt: number): void
}

export function openPeopleTable(db: Db): PeopleTable {
  const select = db.prepare<[string], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.id = ?`)
  const selectNumbers = db.prepare<[string], { e164: string; label: string }>(
    'SELECT e164, label FROM contact_numbers WHERE contact_id = ? ORDER BY position',
  )
  const insert = db.prepare<[string, string, string, string, string, string, number, number]>(
    'INSERT INTO contacts (id, name, company, notes, fields, sort_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare<[string, string, string, string, string, number, string]>(
    'UPDATE contacts SET name = ?, company = ?, notes = ?, fields = ?, sort_key = ?, updated_at = ? WHERE id = ?',
  )
  const deleteNumbers = db.prepare<[string]>('DELETE FROM contact_numbers WHERE contact_id = ?')
  const insertNumber = db.prepare<[string, string, string, number]>(
    'INSERT INTO contact_numbers (contact_id, e164, label, position) VALUES (?, ?, ?, ?)',
  )

  function insertNumbers(id: string, numbers: Person['numbers']): void {
    for (const [position, number] of numbers.entries()) insertNumber.run(id, number.e164, number.label, position)
  }
  return {
    read(id) {
      const row = select.get(id)
      return row === undefined ? null : storedPerson(row, selectNumbers.all(id))
    },
    insert(id, person, at) {
      insert.run(id, person.name, person.company, person.notes, fieldsText(person.fields), sortKey(person), at, at)
      insertNumbers(id, person.numbers)
    },
    replace(id, person, updatedAt) {
      update.run(person.name, person.company, person.notes, fieldsText(person.fields), sortKey(person), updatedAt, id)
      deleteNumbers.run(id)
      insertNumbers(id, person.numbers)
    },
  }
}

function fieldsText(fields: Record<string, string>): string {
  return JSON.stringify(fields)
}

function sortKey(person: Person): string {
  return sortKeyOf({ name: person.name, company: person.company, firstNumber: person.numbers[0]?.e164 })
}

import type { Person } from '../contacts/person.ts'
import { sortKeyOf } from '../../shared/contacts/person-text.ts'
import type { Db } from '../store/operation.ts'

/** Writes people an import creates, many with one statement. */
export interface PeopleInserter {
  add(id: string, person: Person): void
  /** Writes what is still held. */
  flush(): void
}

/** People written with one statement. */
const PEOPLE_PER_STATEMENT = 4_000
/** Characters held at most before they are written. */
const HELD_CHARACTERS = 4_194_304

/**
 * Full-text search writes its index out at the end of each statement; one statement per person makes that most of
 * the work of an import (33 µs a person, against 15 with 5,000 people to a statement). So people travel as one
 * JSON array, which SQLite takes apart itself. Call within a transaction.
 */
export function createPeopleInserter(db: Db, importId: string, at: number): PeopleInserter {
  const insertPeople = db.prepare<[object]>(
    `INSERT INTO contacts (id, name, company, notes, fields, sort_key, created_at, updated_at)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, @at, @at FROM json_each(@rows)`,
  )
  const insertNumbers = db.prepare<[object]>(
    `INSERT INTO contact_numbers (contact_id, e164, label, position)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(@rows)`,
  )
  const insertChanges = db.prepare<[object]>(
    `INSERT INTO import_changes (import_id, contact_id, kind, before, left_at)
     SELECT @importId, value, 'created', NULL, @at FROM json_each(@rows)`,
  )
  let people: string[][] = []
  let numbers: (string | number)[][] = []
  let ids: string[] = []
  let characters = 0

  function flush(): void {
    if (ids.length === 0) return
    insertPeople.run({ at, rows: JSON.stringify(people) })
    insertNumbers.run({ rows: JSON.stringify(numbers) })
    insertChanges.run({ importId, at, rows: JSON.stringify(ids) })
    people = []
    numbers = []
    ids = []
    characters = 0
  }
  return {
    add(id, person) {
      const fields = JSON.stringify(person.fields)
      const sortKey = sortKeyOf({ name: person.name, company: person.company, firstNumber: person.numbers[0]?.e164 })
      people.push([id, person.name, person.company, person.notes, fields, sortKey])
      for (const [position, number] of person.numbers.entries()) numbers.push([id, number.e164, number.label, position])
      ids.push(id)
      characters += person.name.length + person.company.length + person.notes.length + fields.length
      if (ids.length >= PEOPLE_PER_STATEMENT || characters >= HELD_CHARACTERS) flush()
    },
    flush,
  }
}

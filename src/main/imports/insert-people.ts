import { openPeopleTable, type Person } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'

/** Writes people an import creates. */
export interface PeopleInserter {
  add(id: string, person: Person): void
  /** Writes what is still held. */
  flush(): void
}

/** Call within a transaction. */
export function createPeopleInserter(db: Db, importId: string, at: number): PeopleInserter {
  const people = openPeopleTable(db)
  const insertRange = db.prepare<[object]>(
    'INSERT INTO import_ranges (import_id, first_ordinal, last_ordinal) VALUES (@importId, @first, @last)',
  )
  let first = 0
  let last = 0

  return {
    add(id, person) {
      last = people.insert(id, person, { createdAt: at, updatedAt: at })
      if (first === 0) first = last
    },
    flush() {
      if (first !== 0) insertRange.run({ importId, first, last })
      first = 0
    },
  }
}

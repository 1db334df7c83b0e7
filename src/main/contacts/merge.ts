import { LONGEST_NOTES, MOST_NUMBERS } from '../../shared/contacts/person-text.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { findContact, openPeopleTable, type Person, type StoredPerson } from './person.ts'
import { keepBefore } from './removals.ts'

export interface MergeInput {
  removalId: string
  keepId: string
  otherId: string
  name: string
  company: string
  now: number
}

/** What became of a merge, or why there was none. */
export type Merged =
  | { kind: 'merged'; contact: StoredPerson }
  | { kind: 'not_found' }
  | { kind: 'same_person' }
  | { kind: 'too_many_numbers'; numbers: number }
  | { kind: 'notes_too_long' }

/** Makes one person of two, who are kept as they were for taking it back. */
export function mergePeople(db: Db, input: MergeInput): Merged {
  return db
    .transaction((): Merged => {
      if (input.keepId === input.otherId) return { kind: 'same_person' }
      const kept = findContact(db, input.keepId)
      const other = findContact(db, input.otherId)
      if (kept === null || other === null) return { kind: 'not_found' }
      const person = { ...together(kept, other), name: input.name, company: input.company }
      if (person.numbers.length > MOST_NUMBERS) return { kind: 'too_many_numbers', numbers: person.numbers.length }
      if (person.notes.length > LONGEST_NOTES) return { kind: 'notes_too_long' }

      const updatedAt = Math.max(input.now, kept.updatedAt + 1)
      statement(db, `INSERT INTO removals (id, at, kind, finished) VALUES (?, ?, 'merged', 1)`).run(input.removalId, input.now)
      keepBefore(db, input.removalId, kept, updatedAt)
      keepBefore(db, input.removalId, other, null)
      statement(
        db,
        `INSERT OR IGNORE INTO contact_group_members (group_id, contact, added_at)
         SELECT m.group_id, @kept, m.added_at FROM contact_group_members m JOIN contact_groups g ON g.id = m.group_id
         WHERE m.contact = @other AND g.filter IS NULL`,
      ).run({ kept: kept.ordinal, other: other.ordinal })
      const people = openPeopleTable(db)
      people.remove(other)
      people.replace(kept, person, updatedAt)
      const contact = findContact(db, kept.id)
      return contact === null ? { kind: 'not_found' } : { kind: 'merged', contact }
    })
    .immediate()
}

/** Numbers of both, first those of the one who stays; notes of both; fields of both, where both have one that of who stays. */
function together(kept: Person, other: Person): Omit<Person, 'name' | 'company'> {
  const numbers = new Map([...kept.numbers, ...other.numbers].map((number) => [number.e164, number]))
  for (const number of kept.numbers) numbers.set(number.e164, number)
  const notes = [kept.notes, other.notes].filter((text, index, both) => text !== '' && both.indexOf(text) === index)
  const fields = { ...other.fields }
  for (const [name, value] of Object.entries(kept.fields)) if (value !== '' || !Object.hasOwn(fields, name)) fields[name] = value
  return { numbers: [...numbers.values()], notes: notes.join('\n\n'), fields }
}

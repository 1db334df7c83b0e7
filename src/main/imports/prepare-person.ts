import { searchText, sortKey } from '../contacts/people-index.ts'
import type { Person, PersonNumber } from '../contacts/person.ts'
import { newId } from '../store/new-id.ts'

/**
 * Somebody an import may create, as far as they can be made ready before it is known whether it does: by the reader, so
 * that the data thread, which everything else waits for, has less to do.
 */
export interface PreparedPerson {
  numbers: PersonNumber[]
  /** JSON array of what their row of `contacts` holds: id, name, company, notes, fields as JSON, sort key. */
  columns: string
  /** What search finds them by. */
  searchText: string
}

type Columns = [id: string, name: string, company: string, notes: string, fields: string, sortKey: string]

export function preparePerson(person: Person): PreparedPerson {
  const { name, company, notes, numbers } = person
  const columns: Columns = [newId(), name, company, notes, fieldsText(person), sortKey(person)]
  return { numbers, columns: JSON.stringify(columns), searchText: searchText(person) }
}

/** The person again. */
export function personOf({ columns, numbers }: PreparedPerson): Person {
  const [, name, company, notes, fields] = JSON.parse(columns) as Columns
  return { name, company, notes, fields: JSON.parse(fields) as Person['fields'], numbers }
}

function fieldsText({ fields }: Person): string {
  for (const _ in fields) return JSON.stringify(fields)
  return '{}'
}

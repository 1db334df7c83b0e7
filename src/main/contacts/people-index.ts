import { foldText } from '../../shared/text/fold.ts'
import { sortKeyOf } from '../../shared/contacts/person-text.ts'
import { refreshSmartGroups } from '../groups/smart.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { notePeopleChange } from './people-changes.ts'
import type { Person } from './person.ts'

/** What a person is listed and found by. */
type Findable = Pick<Person, 'name' | 'company' | 'numbers'>

/** Place of a person in the list. */
export function sortKey(person: Findable): string {
  return sortKeyOf({ name: person.name, company: person.company, firstNumber: person.numbers[0]?.e164 })
}

/** What search looks in: folded name, company and digits of each number, a line each. */
export function searchText(person: Pick<Findable, 'name' | 'company'> & { numbers: readonly { e164: string }[] }): string {
  return [foldText(person.name), foldText(person.company), ...person.numbers.map(({ e164 }) => e164.slice(1))].join('\n')
}

/**
 * Adds a person to what people are listed and found by: `contact_order`, `number_owners` and `contacts_fts`. All who write
 * `contacts` and `contact_numbers` see to these three as well. Call within a transaction.
 */
export function addToIndex(db: Db, contact: number, person: Findable): void {
  notePeopleChange(db)
  statement(db, 'INSERT INTO contact_order (sort_key, contact) VALUES (?, ?)').run(sortKey(person), contact)
  addNumbers(db, contact, person)
  addToSearch(db, contact, person)
  refreshSmartGroups(db, { first: contact, last: contact })
}

/** Takes a person, as stored, out of what people are listed and found by. Call within a transaction. */
export function removeFromIndex(db: Db, contact: number, person: Findable): void {
  notePeopleChange(db)
  removeFromOrder(db, contact, person)
  removeNumbers(db, contact, person)
  removeFromSearch(db, contact)
}

/** Brings the entries of a person from what was stored to what is stored now; writes only what differs. */
export function changeInIndex(db: Db, contact: number, before: Findable, after: Findable): void {
  notePeopleChange(db)
  if (sortKey(before) !== sortKey(after)) {
    removeFromOrder(db, contact, before)
    statement(db, 'INSERT INTO contact_order (sort_key, contact) VALUES (?, ?)').run(sortKey(after), contact)
  }
  if (searchText(before) !== searchText(after)) {
    removeNumbers(db, contact, before)
    addNumbers(db, contact, after)
    removeFromSearch(db, contact)
    addToSearch(db, contact, after)
  }
  refreshSmartGroups(db, { first: contact, last: contact })
}

function removeFromOrder(db: Db, contact: number, person: Findable): void {
  statement(db, 'DELETE FROM contact_order WHERE sort_key = ? AND contact = ?').run(sortKey(person), contact)
}

function addNumbers(db: Db, contact: number, { numbers }: Findable): void {
  for (const { e164 } of numbers) statement(db, 'INSERT INTO number_owners (e164, contact) VALUES (?, ?)').run(e164, contact)
}

function removeNumbers(db: Db, contact: number, { numbers }: Findable): void {
  for (const { e164 } of numbers) statement(db, 'DELETE FROM number_owners WHERE e164 = ? AND contact = ?').run(e164, contact)
}

function addToSearch(db: Db, contact: number, person: Findable): void {
  statement(db, 'INSERT INTO contacts_fts (rowid, text) VALUES (?, ?)').run(contact, searchText(person))
}

function removeFromSearch(db: Db, contact: number): void {
  statement(db, 'DELETE FROM contacts_fts WHERE rowid = ?').run(contact)
}

import type { ContactFilter, ContactOrder, ContactSelection, ContactTotal } from '../../shared/contract/contacts.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { conditionOf, selectedAfter } from './find.ts'
import {
  CONTACT_COLUMNS,
  type ContactRow,
  findContact,
  findContactByNumber,
  openPeopleTable,
  type Person,
  type StoredPerson,
  withNumbers,
} from './person.ts'

/** A person written, or why not: another person already has one of the numbers. */
export type Written =
  | { kind: 'written'; contact: StoredPerson }
  | { kind: 'number_taken'; e164: string; by: { id: string; name: string; company: string } }
  | { kind: 'not_found' }

/** Columns an export needs: the most numbers one person has, and the names of all fields, in alphabetical order. */
export interface ExportShape {
  numbers: number
  fields: string[]
}

/** People looked at between two turns of the data thread. */
const ROWS_PER_TURN = 1_000

export const contactOperations = {
  /** A page of people, by place. */
  list(
    db: Db,
    input: { filter: ContactFilter; order: ContactOrder; offset: number; limit: number },
  ): { contacts: StoredPerson[]; total: ContactTotal } {
    const { sql, values } = conditionOf(input.filter)
    const total = statement<[object], { total: number }>(db, `SELECT count(*) AS total FROM contact_order o WHERE ${sql}`).get(
      values,
    )?.total
    const rows = statement<[object], ContactRow>(
      db,
      `SELECT ${CONTACT_COLUMNS} FROM (SELECT o.contact FROM contact_order o WHERE ${sql}
         ORDER BY ${input.order === 'name' ? 'o.sort_key, o.contact' : 'o.contact DESC'} LIMIT @limit OFFSET @offset) f
       JOIN contacts c ON c.ordinal = f.contact ORDER BY ${input.order === 'name' ? 'c.sort_key, c.ordinal' : 'c.ordinal DESC'}`,
    ).all({ ...values, limit: input.limit, offset: input.offset })
    return { contacts: withNumbers(db, rows), total: { count: total ?? 0, atLeast: false } }
  },

  /** People in the order of their arrival after one: for work on many, a page at a time. */
  listAfter(db: Db, input: { selection: ContactSelection; after: number; limit: number }): StoredPerson[] {
    const people = openPeopleTable(db)
    return selectedAfter(db, input.selection, input.after, input.limit).flatMap((contact) => people.read(contact) ?? [])
  },

  /** The person, or null. */
  get(db: Db, input: { id: string }): StoredPerson | null {
    return findContact(db, input.id)
  },

  /** How many people there are. */
  count(db: Db): number {
    return db.prepare<[], { people: number }>('SELECT count(*) AS people FROM contacts').get()?.people ?? 0
  },

  /** Who has this number (E.164), or null. */
  findByNumber(db: Db, input: { e164: string }): { id: string; name: string; company: string } | null {
    return findContactByNumber(db, input.e164)
  },

  create(db: Db, input: { id: string; person: Person; now: number }): Written {
    return db
      .transaction((): Written => {
        const taken = firstTaken(db, input.person, null)
        if (taken !== null) return taken
        openPeopleTable(db).insert(input.id, input.person, { createdAt: input.now, updatedAt: input.now })
        return written(db, input.id)
      })
      .immediate()
  },

  /** Replaces what a person can edit; the fields from imports stay. */
  update(db: Db, input: { id: string; person: Omit<Person, 'fields'>; now: number }): Written {
    return db
      .transaction((): Written => {
        const before = findContact(db, input.id)
        if (before === null) return { kind: 'not_found' }
        const person = { ...input.person, fields: before.fields }
        const taken = firstTaken(db, person, input.id)
        if (taken !== null) return taken
        openPeopleTable(db).replace(before, person, Math.max(input.now, before.updatedAt + 1))
        return written(db, input.id)
      })
      .immediate()
  },

  /** Removes these people with their numbers; conversations stay. @returns how many there were */
  remove(db: Db, input: { ids: readonly string[] }): number {
    return db
      .transaction(() => {
        const people = openPeopleTable(db)
        const found = input.ids.flatMap((id) => findContact(db, id) ?? [])
        for (const person of found) people.remove(person)
        return found.length
      })
      .immediate()
  },

  async exportShape(db: Db, _input: Record<string, never>, context: OperationContext): Promise<ExportShape> {
    const most = db.prepare<[], { most: number | null }>('SELECT max(position) + 1 AS most FROM contact_numbers').get()?.most ?? 0
    const page = db.prepare<[number], { rowid: number; fields: string }>(
      `SELECT ordinal AS rowid, fields FROM contacts WHERE ordinal > ? ORDER BY ordinal LIMIT ${ROWS_PER_TURN}`,
    )
    const names = new Set<string>()
    for (let last = 0, rows = page.all(last); rows.length > 0; rows = page.all(last)) {
      for (const row of rows) {
        if (row.fields !== '{}') for (const name of Object.keys(JSON.parse(row.fields) as object)) names.add(name)
        last = row.rowid
      }
      await context.yield()
    }
    return { numbers: most, fields: [...names].sort() }
  },
}

function written(db: Db, id: string): Written {
  const contact = findContact(db, id)
  return contact === null ? { kind: 'not_found' } : { kind: 'written', contact }
}

function firstTaken(db: Db, person: Person, self: string | null): Written | null {
  const owner = db.prepare<[string, string], { id: string; name: string; company: string }>(
    `SELECT c.id, c.name, c.company FROM number_owners n JOIN contacts c ON c.ordinal = n.contact
     WHERE n.e164 = ? AND c.id <> ? ORDER BY n.contact LIMIT 1`,
  )
  for (const { e164 } of person.numbers) {
    const by = owner.get(e164, self ?? '')
    if (by !== undefined) return { kind: 'number_taken', e164, by }
  }
  return null
}

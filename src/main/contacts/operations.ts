import type { Db, OperationContext } from '../store/operation.ts'
import { fullTextQuery } from '../search/full-text.ts'
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

/** Place in the list of people: the last one seen. */
export interface ListPlace {
  sortKey: string
  id: string
}

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
  /** A page of people in list order, of all or of those matching `search`; `total` counts all that match. */
  list(
    db: Db,
    input: { search: string | null; after: ListPlace | null; limit: number },
  ): { contacts: StoredPerson[]; next: ListPlace | null; total: number } {
    const found = input.search === null ? { sql: '1', values: {} } : matching(input.search)
    if (found === null) return { contacts: [], next: null, total: 0 }
    const total = db
      .prepare<[object], { total: number }>(`SELECT count(*) AS total FROM contacts c WHERE ${found.sql}`)
      .get(found.values)?.total
    const rows = db
      .prepare<[object], ContactRow>(
        `SELECT ${CONTACT_COLUMNS} FROM contacts c
         WHERE (c.sort_key, c.id) > (@sortKey, @id) AND ${found.sql}
         ORDER BY c.sort_key, c.id LIMIT @limit + 1`,
      )
      .all({ ...found.values, sortKey: input.after?.sortKey ?? '', id: input.after?.id ?? '', limit: input.limit })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    const more = rows.length > page.length && last !== undefined
    return { contacts: withNumbers(db, page), next: more ? { sortKey: last.sort_key, id: last.id } : null, total: total ?? 0 }
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
        openPeopleTable(db).insert(input.id, input.person, input.now)
        return written(db, input.id)
      })
      .immediate()
  },

  /** Replaces what a person can edit; the fields from imports stay. */
  update(db: Db, input: { id: string; person: Omit<Person, 'fields'>; now: number }): Written {
    return db
      .transaction((): Written => {
        const people = openPeopleTable(db)
        const before = people.read(input.id)
        if (before === null) return { kind: 'not_found' }
        const person = { ...input.person, fields: before.fields }
        const taken = firstTaken(db, person, input.id)
        if (taken !== null) return taken
        people.replace(input.id, person, Math.max(input.now, before.updatedAt + 1))
        return written(db, input.id)
      })
      .immediate()
  },

  /** Removes these people with their numbers; conversations stay. @returns how many there were */
  remove(db: Db, input: { ids: readonly string[] }): number {
    return db.prepare<[string]>('DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(input.ids)).changes
  },

  async exportShape(db: Db, _input: Record<string, never>, context: OperationContext): Promise<ExportShape> {
    const most = db.prepare<[], { most: number | null }>('SELECT max(position) + 1 AS most FROM contact_numbers').get()?.most ?? 0
    const page = db.prepare<[number], { rowid: number; fields: string }>(
      `SELECT rowid, fields FROM contacts WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_PER_TURN}`,
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
    `SELECT c.id, c.name, c.company FROM contact_numbers n JOIN contacts c ON c.id = n.contact_id
     WHERE n.e164 = ? AND n.contact_id <> ? ORDER BY n.contact_id LIMIT 1`,
  )
  for (const { e164 } of person.numbers) {
    const by = owner.get(e164, self ?? '')
    if (by !== undefined) return { kind: 'number_taken', e164, by }
  }
  return null
}

/** Fewest digits that are looked for within numbers. */
const FEWEST_DIGITS = 3

/** The condition on people for what was typed; null when nothing can match. */
function matching(search: string): { sql: string; values: Record<string, string> } | null {
  const found: string[] = []
  const values: Record<string, string> = {}
  const words = fullTextQuery(search)
  if (words !== null) {
    found.push('SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH @words')
    values['words'] = `{name company} : (${words})`
  }
  const pattern = numberPattern(search)
  if (pattern !== null) {
    found.push('SELECT p.rowid FROM contact_numbers n JOIN contacts p ON p.id = n.contact_id WHERE n.e164 LIKE @number')
    values['number'] = pattern
  }
  return found.length === 0 ? null : { sql: `c.rowid IN (${found.join(' UNION ')})`, values }
}

/**
 * The LIKE pattern for a part of a number in any notation: `+46 70` and `0046 70` are beginnings; a leading 0 is
 * left away, since stored numbers do not have it. Null when what was typed is not part of a number.
 */
export function numberPattern(search: string): string | null {
  const typed = search.normalize('NFKC').replaceAll(/[\s\p{Cf}().\p{Pd}/]/gu, '')
  if (!/^\+?\d+$/.test(typed) || typed.length < FEWEST_DIGITS) return null
  if (typed.startsWith('+')) return `${typed}%`
  if (typed.startsWith('00')) return `+${typed.slice(2)}%`
  return `%${typed.replace(/^0/, '')}%`
}

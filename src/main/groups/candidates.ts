import type { Candidate, Facts } from '../../shared/groups/fits.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A person as the rules of smart groups see them. */
export interface StoredCandidate {
  /** The person's ordinal. */
  contact: number
  updatedAt: number
  person: Candidate
  facts: Facts
}

interface Row {
  contact: number
  name: string
  company: string
  notes: string
  fields: string
  created_at: number
  updated_at: number
}

const NO_GROUPS: ReadonlySet<string> = new Set()

/** Those people who are there, in order, with the groups each is in. Reads only what the database has by these ordinals. */
export function readCandidates(db: Db, contacts: readonly number[]): StoredCandidate[] {
  const wanted = JSON.stringify(contacts)
  const rows = statement<[string], Row>(
    db,
    `SELECT ordinal AS contact, name, company, notes, fields, created_at, updated_at FROM contacts
     WHERE ordinal IN (SELECT value FROM json_each(?)) ORDER BY ordinal`,
  ).all(wanted)
  const numbers = grouped(
    statement<[string], { contact: number; value: string }>(
      db,
      `SELECT contact, e164 AS value FROM contact_numbers
       WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY contact, position`,
    ).all(wanted),
  )
  const groups = grouped(
    statement<[string], { contact: number; value: string }>(
      db,
      'SELECT contact, group_id AS value FROM contact_group_members WHERE contact IN (SELECT value FROM json_each(?))',
    ).all(wanted),
  )
  const isOptedOut = statement<[string]>(db, 'SELECT 1 FROM opt_outs WHERE e164 = ?')
  return rows.map((row) => {
    const own = numbers.get(row.contact) ?? []
    return {
      contact: row.contact,
      updatedAt: row.updated_at,
      person: lazyPerson(row, own),
      facts: {
        // Looked up only where a rule asks for it.
        get optedOut() {
          return own.some((e164) => isOptedOut.get(e164) !== undefined)
        },
        groups: new Set(groups.get(row.contact) ?? NO_GROUPS),
      },
    }
  })
}

/** Fields are JSON, read only where a rule asks for one. */
function lazyPerson({ name, company, notes, fields, created_at }: Row, numbers: readonly string[]): Candidate {
  let read: Candidate['fields'] | null = null
  return {
    name,
    company,
    notes,
    get fields() {
      read ??= fields === '{}' ? {} : (JSON.parse(fields) as Record<string, string>)
      return read
    },
    numbers: numbers.map((e164) => ({ e164 })),
    createdAt: created_at,
  }
}

function grouped(rows: readonly { contact: number; value: string }[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { contact, value } of rows) {
    const values = found.get(contact)
    if (values === undefined) found.set(contact, [value])
    else values.push(value)
  }
  return found
}

/** The ordinals of the next people of a range, `after` excluded. */
export function nextContacts(db: Db, after: number, last: number, limit: number): number[] {
  return statement<[number, number, number], { ordinal: number }>(
    db,
    'SELECT ordinal FROM contacts WHERE ordinal > ? AND ordinal <= ? ORDER BY ordinal LIMIT ?',
  )
    .all(after, last, limit)
    .map(({ ordinal }) => ordinal)
}

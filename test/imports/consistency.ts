import { expect } from 'vitest'
import type { Db } from '../../src/main/store/operation.ts'

/** Checks that what people are listed and found by is what they are, and that no import is unfinished. */
export function expectConsistent(db: Db): void {
  const rows = (sql: string): unknown[] => db.prepare(sql).raw().all()
  const numbers = rows('SELECT DISTINCT e164, contact FROM contact_numbers ORDER BY e164, contact')
  expect(rows('SELECT e164, contact FROM number_owners ORDER BY e164, contact')).toEqual(numbers)
  expect(rows('SELECT sort_key, contact FROM contact_order ORDER BY contact')).toEqual(
    rows('SELECT sort_key, ordinal FROM contacts ORDER BY ordinal'),
  )
  expect(rows('SELECT rowid FROM contacts_fts ORDER BY rowid')).toEqual(rows('SELECT ordinal FROM contacts ORDER BY ordinal'))
  expect(rows('SELECT contact FROM contact_numbers WHERE contact NOT IN (SELECT ordinal FROM contacts)')).toEqual([])
  expect(rows(`SELECT id FROM imports WHERE status IN ('running', 'undoing')`)).toEqual([])
  expect(rows('PRAGMA foreign_key_check')).toEqual([])
  expect(rows('PRAGMA quick_check')).toEqual([['ok']])
}

/** Everybody with everything that is known of them, their place in the list and who has which number. */
export function everybody(db: Db): unknown {
  return {
    people: db
      .prepare('SELECT ordinal, id, name, company, notes, fields, sort_key, created_at, updated_at FROM contacts ORDER BY ordinal')
      .all(),
    numbers: db.prepare('SELECT contact, position, e164, label, extension FROM contact_numbers ORDER BY contact, position').all(),
    order: db.prepare('SELECT sort_key, contact FROM contact_order ORDER BY sort_key, contact').all(),
    optOuts: db.prepare('SELECT * FROM opt_outs ORDER BY e164').all(),
  }
}

/** A list of so many customers, each with a number of their own. */
export function customers(count: number, from = 1_740_000): string {
  return `Namn,Mobil,Bil\n${Array.from({ length: count }, (_, index) => `Person ${(index * 7) % count},+4670${from + index},Volvo`).join('\n')}\n`
}

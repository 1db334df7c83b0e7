import { openPeopleTable, type StoredPerson } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'

/** What taking an import back did, or why it cannot be taken back. */
export type Undone =
  | { kind: 'undone'; removed: number; restored: number; leftAlone: number }
  | { kind: 'not_found' }
  | { kind: 'already_undone' }

/**
 * Takes an import back in one transaction: people it created go, people it changed get their old values, with the
 * instant of their last change, so that the import before it can be taken back as well. People somebody changed
 * since are left alone; people removed since stay removed. Conversations stay.
 */
export function undoImport(db: Db, input: { importId: string; now: number }): Undone {
  return db
    .transaction((): Undone => {
      const record = db
        .prepare<[string], { status: string; stamp: number }>('SELECT status, stamp FROM imports WHERE id = ?')
        .get(input.importId)
      if (record === undefined) return { kind: 'not_found' }
      if (record.status === 'undone') return { kind: 'already_undone' }

      const leftAlone = db
        .prepare<[object], { people: number }>(
          `SELECT (SELECT count(*) FROM import_ranges r JOIN contacts c ON c.ordinal BETWEEN r.first_ordinal AND r.last_ordinal
             WHERE r.import_id = @importId AND c.updated_at <> @stamp) +
           (SELECT count(*) FROM import_changes i JOIN contacts c ON c.ordinal = i.contact
             WHERE i.import_id = @importId AND c.updated_at <> i.left_at) AS people`,
        )
        .get({ importId: input.importId, stamp: record.stamp })?.people
      const removed = removeCreated(db, input.importId, record.stamp)
      const restored = restoreUpdated(db, input.importId)

      // The old values have served their purpose, and are about people.
      db.prepare('DELETE FROM import_changes WHERE import_id = ?').run(input.importId)
      db.prepare(`UPDATE imports SET status = 'undone', undone_at = ? WHERE id = ?`).run(input.now, input.importId)
      return { kind: 'undone', removed, restored, leftAlone: leftAlone ?? 0 }
    })
    .immediate()
}

/** People read at a time. */
const PAGE = 1_000

function removeCreated(db: Db, importId: string, stamp: number): number {
  const people = openPeopleTable(db)
  const page = db.prepare<[object], { ordinal: number }>(
    `SELECT c.ordinal FROM import_ranges r JOIN contacts c ON c.ordinal BETWEEN r.first_ordinal AND r.last_ordinal
     WHERE r.import_id = @importId AND c.updated_at = @stamp LIMIT ${PAGE}`,
  )
  let removed = 0
  for (let rows = page.all({ importId, stamp }); rows.length > 0; rows = page.all({ importId, stamp })) {
    for (const { ordinal } of rows) {
      const person = people.read(ordinal)
      if (person !== null) people.remove(person)
    }
    removed += rows.length
  }
  return removed
}

function restoreUpdated(db: Db, importId: string): number {
  const people = openPeopleTable(db)
  const page = db.prepare<[string, number], { contact: number; before: string; left_at: number }>(
    `SELECT contact, before, left_at FROM import_changes WHERE import_id = ? AND contact > ? ORDER BY contact LIMIT ${PAGE}`,
  )
  let restored = 0
  for (let rows = page.all(importId, 0); rows.length > 0; rows = page.all(importId, rows.at(-1)?.contact ?? 0)) {
    for (const row of rows) {
      const person = people.read(row.contact)
      if (person?.updatedAt !== row.left_at) continue
      const before = JSON.parse(row.before) as StoredPerson
      people.replace(person, before, before.updatedAt)
      restored += 1
    }
  }
  return restored
}

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
      const record = db.prepare<[string], { status: string }>('SELECT status FROM imports WHERE id = ?').get(input.importId)
      if (record === undefined) return { kind: 'not_found' }
      if (record.status === 'undone') return { kind: 'already_undone' }

      const leftAlone = db
        .prepare<[string], { people: number }>(
          `SELECT count(*) AS people FROM import_changes i JOIN contacts c ON c.id = i.contact_id
         WHERE i.import_id = ? AND c.updated_at <> i.left_at`,
        )
        .get(input.importId)?.people
      const removed = db
        .prepare<[string]>(
          `DELETE FROM contacts WHERE id IN (
           SELECT c.id FROM import_changes i JOIN contacts c ON c.id = i.contact_id
           WHERE i.import_id = ? AND i.kind = 'created' AND c.updated_at = i.left_at)`,
        )
        .run(input.importId).changes
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

function restoreUpdated(db: Db, importId: string): number {
  const people = openPeopleTable(db)
  const page = db.prepare<[string, string], { contact_id: string; before: string; unedited: 0 | 1 }>(
    `SELECT i.contact_id, i.before, c.updated_at = i.left_at AS unedited FROM import_changes i JOIN contacts c ON c.id = i.contact_id
     WHERE i.import_id = ? AND i.contact_id > ? AND i.kind = 'updated' ORDER BY i.contact_id LIMIT ${PAGE}`,
  )
  let restored = 0
  for (let rows = page.all(importId, ''); rows.length > 0; rows = page.all(importId, rows.at(-1)?.contact_id ?? '')) {
    for (const row of rows) {
      if (row.unedited === 0) continue
      const before = JSON.parse(row.before) as StoredPerson
      people.replace(row.contact_id, before, before.updatedAt)
      restored += 1
    }
  }
  return restored
}

import type { Db } from '../../src/main/store/operation.ts'

/** Puts `count` people in, beginning with `from`. */
export function addPeople(db: Db, count: number, from = 0): void {
  const add = db.prepare(`INSERT INTO contacts (id, name, notes, sort_key, created_at, updated_at) VALUES (?, ?, ?, ?, 1, 1)`)
  db.transaction(() => {
    for (let at = from; at < from + count; at += 1) add.run(`person-${at}`, `Person ${at}`, 'x'.repeat(200), `person ${at}`)
  })()
}

/** How many people there are. */
export function countPeople(db: Db): number {
  return Number(db.prepare('SELECT count(*) FROM contacts').pluck().get())
}

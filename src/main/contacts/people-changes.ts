import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

const watched = new WeakSet<Db>()
/** Changes of people, by connection. */
const changes = new WeakMap<Db, number>()

/** Says that people were written: to be called by whoever writes `contact_order`, once for as many as they are. */
export function notePeopleChange(db: Db): void {
  changes.set(db, (changes.get(db) ?? 0) + 1)
}

/**
 * Stands for the people and groups as they are: the same as an earlier one only if nobody was written since. For keeping
 * what was worked out about them.
 *
 * Who is in a group is written in many places, and counted by triggers of this connection; they do nothing while nobody has
 * asked since the last change. People are written in two places, which say so themselves: a trigger for each row would be a
 * good part of the time of an import (measured: 4 of 34 s for a million).
 */
export function peopleMark(db: Db): string {
  if (!watched.has(db)) {
    db.exec(WATCH)
    watched.add(db)
  }
  const state = statement<[], { generation: number; asked: number }>(db, 'SELECT generation, asked FROM temp.people_changes').get()
  if (state?.asked === 0) statement(db, 'UPDATE temp.people_changes SET asked = 1').run()
  return `${state?.generation} ${changes.get(db) ?? 0} ${String(db.pragma('data_version', { simple: true }))}`
}

const WATCHED: readonly [name: string, event: string][] = [
  ['joined', 'INSERT ON main.contact_group_members'],
  ['left', 'DELETE ON main.contact_group_members'],
]

const WATCH = `
CREATE TEMP TABLE IF NOT EXISTS people_changes (generation INTEGER NOT NULL, asked INTEGER NOT NULL);
INSERT INTO people_changes (generation, asked) VALUES (0, 0);
${WATCHED.map(
  ([name, event]) => `CREATE TEMP TRIGGER people_${name} AFTER ${event} WHEN (SELECT asked FROM people_changes)
BEGIN UPDATE people_changes SET generation = generation + 1, asked = 0; END;`,
).join('\n')}
`

/**
 * Keeps what was worked out about people until somebody is written.
 * @param most results kept at a time; the one used longest ago goes first
 */
export function keptWhileUnchanged<Result>(most: number): (db: Db, key: string, work: () => Result) => Result {
  const kept = new WeakMap<Db, { mark: string; results: Map<string, Result> }>()
  return (db, key, work) => {
    const mark = peopleMark(db)
    let current = kept.get(db)
    if (current?.mark !== mark) {
      current = { mark, results: new Map() }
      kept.set(db, current)
    }
    const { results } = current
    const found = results.has(key) ? (results.get(key) as Result) : work()
    results.delete(key)
    results.set(key, found)
    for (const oldest of results.keys()) if (results.size > most) results.delete(oldest)
    return found
  }
}

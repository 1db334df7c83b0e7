import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statement, withSteadyPlan } from '../../src/main/store/statement.ts'

describe('a statement', () => {
  test('is prepared once for a connection', () => {
    const db = new Database(':memory:')
    expect(statement(db, 'SELECT ? AS a')).toBe(statement(db, 'SELECT ? AS a'))
    expect(statement(db, 'SELECT ? AS a')).not.toBe(statement(new Database(':memory:'), 'SELECT ? AS a'))
  })

  test.each([
    ['SELECT 1 FROM t WHERE a = ? AND b=@b', 'SELECT 1 FROM t WHERE a = +? AND b=+@b'],
    ['INSERT INTO t VALUES (?, @name, ?2)', 'INSERT INTO t VALUES (+?, +@name, +?2)'],
    ['SELECT +?, 1 +? , +@a', 'SELECT +?, 1 +? , +@a'],
    [`SELECT '?', 'it''s @me', "a?b" FROM t WHERE a = ?`, `SELECT '?', 'it''s @me', "a?b" FROM t WHERE a = +?`],
    [
      "SELECT data ->> '$.refs' -- why? @home\nFROM t /* ?\n@ */ LIMIT ?",
      "SELECT data ->> '$.refs' -- why? @home\nFROM t /* ?\n@ */ LIMIT +?",
    ],
  ])('has a sign before every parameter: %s', (sql, expected) => {
    expect(withSteadyPlan(sql)).toBe(expected)
  })

  test('finds by its index what the same statement without signs finds', () => {
    const db = new Database(':memory:')
    db.exec('CREATE TABLE t (a TEXT, b INTEGER, c ANY) STRICT')
    db.exec('CREATE INDEX t_by_a ON t (a, b)')
    const put = db.prepare('INSERT INTO t VALUES (?, ?, ?)')
    const values = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('1', '01', 1, '1.0', 'a', 'A'))
    const keys = fc.constantFrom('1', '01', 'a', 'A', '', '1.0')
    const sql = 'SELECT rowid FROM t WHERE (a = @a AND b >= @b) OR c = @c OR (a, b) > (@a, @b) ORDER BY rowid LIMIT @limit'
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.integer({ min: -3, max: 3 }), values), { maxLength: 20 }), keys, values, (rows, a, c) => {
        db.exec('DELETE FROM t')
        for (const row of rows) put.run(...row)
        const input = { a, b: 0, c, limit: 10 }
        expect(statement<[object]>(db, sql).all(input)).toEqual(db.prepare<[object]>(sql).all(input))
      }),
    )
    const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${withSteadyPlan('SELECT b FROM t WHERE a = ?')}`).all('a')
    expect(plan.map(({ detail }) => detail).join()).toContain('USING COVERING INDEX t_by_a (a=?)')
  })
})

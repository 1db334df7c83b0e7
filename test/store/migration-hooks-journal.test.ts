import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { journalOperations } from '../../src/main/listener/journal-operations.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { memoryLog } from '../support/memory-log.ts'

test('hooks of before are all listed and counted', () => {
  const db = new Database(':memory:')
  migrate(db, migrations.slice(0, 7), memoryLog())
  db.exec(`INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at)
    VALUES ('a', 'Front desk', 'test', '{}', 'k', 'active', 1, 1)`)
  const put = db.prepare(
    `INSERT INTO hooks (id, account_id, received_at, method, content_type, query, body, verdict) VALUES (?, ?, ?, 'POST', '', '', '', ?)`,
  )
  const verdicts = ['pending', 'applied', 'duplicate', 'unknown_message', 'rejected', 'unreadable'] as const
  verdicts.forEach((verdict, index) => put.run(`h${index}`, 'a', index, verdict))
  put.run('stranger', null, 9, 'rejected')

  migrate(db, migrations, memoryLog())

  const all = { accountId: null, kind: null, search: '', from: 0, until: 100, before: null, limit: 100, defaultCountry: 'SE' }
  const { hooks, counts } = journalOperations.list(db, { ...all, verdict: null })
  expect(hooks.map(({ id }) => id)).toEqual(['stranger', 'h5', 'h4', 'h3', 'h2', 'h1', 'h0'])
  expect(counts).toEqual({ pending: 1, applied: 1, duplicate: 1, unknown_message: 1, rejected: 2, unreadable: 1 })
  for (const verdict of verdicts) {
    const found = journalOperations.list(db, { ...all, verdict, accountId: 'a' })
    expect(found.hooks.map(({ id }) => id)).toEqual([`h${verdicts.indexOf(verdict)}`])
  }
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

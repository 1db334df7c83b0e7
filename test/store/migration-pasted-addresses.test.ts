import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { pastedAddressOperations } from '../../src/main/listener/pasted-addresses.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { pastedAddresses } from '../../src/main/store/migrations/0009-pasted-addresses.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { memoryLog } from '../support/memory-log.ts'

test('accounts stay as they are; addresses are kept one an account, and gone with it', () => {
  const db: Db = new Database(':memory:')
  migrate(db, migrations.slice(0, pastedAddresses.version - 1), memoryLog())
  db.exec(`INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at)
    VALUES ('a', 'Front desk', 'connectel', '{}', 'k', 'active', 1, 1), ('b', 'Garage', 'karix', '{}', 'l', 'active', 1, 1)`)
  const before = db.prepare('SELECT * FROM accounts ORDER BY id').all()
  migrate(db, migrations, memoryLog())
  expect(db.prepare('SELECT * FROM accounts ORDER BY id').all()).toEqual(before)
  expect(pastedAddressOperations.list(db)).toEqual([])
  pastedAddressOperations.set(db, { accountId: 'a', url: 'https://a.example', at: 2 })
  pastedAddressOperations.set(db, { accountId: 'b', url: 'https://a.example', at: 2 })
  pastedAddressOperations.set(db, { accountId: 'a', url: 'https://b.example', at: 3 })
  db.exec(`UPDATE accounts SET removed_at = 4 WHERE id = 'b'`)
  expect(pastedAddressOperations.list(db)).toEqual([{ accountId: 'a', url: 'https://b.example', at: 3 }])
})

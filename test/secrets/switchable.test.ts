import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/main/secrets/memory.ts'
import { switchableSecrets } from '../../src/main/secrets/switchable.ts'
import { openVaultStore } from '../../src/main/secrets/vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

test('moving to a vault takes every key along and leaves none behind', async () => {
  const folder = temporaryFolder()
  const memory = createMemoryStore('there is no keychain')
  const secrets = switchableSecrets(memory)
  await secrets.set('account-1', 'user', 'u')
  await secrets.set('account-1', 'token', 't')
  await secrets.set('account-2', 'token', 'other')
  const entries = [
    { accountId: 'account-1', key: 'user' },
    { accountId: 'account-1', key: 'token' },
    { accountId: 'account-1', key: 'never set' },
    { accountId: 'account-2', key: 'token' },
  ]
  await secrets.moveTo(await openVaultStore(folder, 'correct horse', null), entries)
  expect(secrets).toMatchObject({ kind: 'vault', reason: null })
  expect(await secrets.get('account-1', 'user')).toBe('u')
  const again = await openVaultStore(folder, 'correct horse', null)
  expect(await again.get('account-1', 'token')).toBe('t')
  expect(await again.get('account-2', 'token')).toBe('other')
  expect(await memory.get('account-1', 'token')).toBeNull()
})

test('when the vault cannot be written the keys stay where they were', async () => {
  const secrets = switchableSecrets(createMemoryStore('there is no keychain'))
  await secrets.set('account', 'token', 't')
  const folder = temporaryFolder()
  const nowhere = await openVaultStore(folder, 'correct horse', null)
  rmSync(folder, { recursive: true })
  await expect(secrets.moveTo(nowhere, [{ accountId: 'account', key: 'token' }])).rejects.toMatchObject({ code: 'vault_not_writable' })
  expect(secrets.kind).toBe('memory')
  expect(await secrets.get('account', 'token')).toBe('t')
})

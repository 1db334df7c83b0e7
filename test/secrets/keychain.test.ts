import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createKeychainStore, probeKeychain } from '../../src/main/secrets/keychain.ts'
import { openSecrets } from '../../src/main/secrets/open.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/**
 * Against the real keyring of the session, so they run where there is an unlocked one and are reported as skipped
 * elsewhere. A private one for the tests alone:
 *
 *   dbus-run-session -- sh -c 'export HOME="$(mktemp -d)"; printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; npx vitest run test/secrets/keychain.test.ts'
 */
const probe = await probeKeychain(5_000)
const itsValue = `value ${randomUUID()}`

describe.runIf(probe.works)('the keychain of this computer', () => {
  const keyring = probe.works ? probe.keyring : null
  const open = () => {
    if (keyring === null) throw new Error('skipped')
    return createKeychainStore(keyring)
  }

  test('keeps secrets apart by account and key, also for the next process', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const store = open()
    await store.set(first, 'token', itsValue)
    await store.set(first, 'user', 'åäö 😀')
    expect(await open().get(first, 'token')).toBe(itsValue)
    expect(await store.get(first, 'user')).toBe('åäö 😀')
    expect(await store.get(second, 'token')).toBeNull()
    await store.set(first, 'token', 'replaced')
    expect(await store.get(first, 'token')).toBe('replaced')
    await store.remove(first, ['token', 'user', 'never kept'])
    expect(await store.get(first, 'token')).toBeNull()
    expect(await store.get(first, 'user')).toBeNull()
  })

  test('keeps all of many secrets set at once', async () => {
    const account = randomUUID()
    const keys = Array.from({ length: 15 }, (_, index) => `key-${index}`)
    const store = open()
    await Promise.all(keys.map((key) => store.set(account, key, `value of ${key}`)))
    expect(await Promise.all(keys.map((key) => store.get(account, key)))).toEqual(keys.map((key) => `value of ${key}`))
    await store.remove(account, keys)
  })

  test('is the first choice, and the one taken when asked for', async () => {
    const dataFolder = temporaryFolder()
    expect(await openSecrets({ dataFolder })).toMatchObject({ kind: 'keychain', reason: null })
    expect(await openSecrets({ dataFolder, kind: 'keychain' })).toMatchObject({ kind: 'keychain', reason: null })
  })

  test('is left without traces of the probe', async () => {
    const { default: keytar } = (await import('keytar')) as unknown as { default: typeof import('keytar') }
    const entries = await keytar.findCredentials('SMS Desk')
    expect(entries.filter((entry) => entry.account.startsWith('probe/'))).toEqual([])
  })
})

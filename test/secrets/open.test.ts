import { createServer } from 'node:net'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { probeKeychain } from '../../src/main/secrets/keychain.ts'
import { createMemoryStore } from '../../src/main/secrets/memory.ts'
import { openSecrets } from '../../src/main/secrets/open.ts'
import { createQueue } from '../../src/main/secrets/serialise.ts'
import { openVaultStore } from '../../src/main/secrets/vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

let dataFolder: string
beforeEach(() => {
  dataFolder = temporaryFolder()
})
afterEach(() => vi.unstubAllEnvs())

function withoutSession(): void {
  for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY']) vi.stubEnv(name, undefined)
}

describe.runIf(process.platform === 'linux')('on a computer without a keychain', () => {
  beforeEach(withoutSession)

  test('keys are kept in memory, and the reason is said', async () => {
    const store = await openSecrets({ dataFolder })
    expect(store.kind).toBe('memory')
    expect(store.reason).toMatch(/no keychain.*in memory only.*passphrase/)
    await store.set('account', 'token', 'a')
    expect(await store.get('account', 'token')).toBe('a')
    await store.remove('account', ['token'])
    expect(await store.get('account', 'token')).toBeNull()
    expect(await readdir(dataFolder)).toEqual([])
  })

  test('a passphrase makes it a vault', async () => {
    const store = await openSecrets({ dataFolder, passphrase: 'p' })
    expect(store.kind).toBe('vault')
    expect(store.reason).toMatch(/no keychain.*encrypted file/)
  })

  test('a vault that is there is never passed over for memory', async () => {
    await (await openVaultStore(dataFolder, 'p', null)).set('account', 'token', 'a')
    await expect(openSecrets({ dataFolder })).rejects.toMatchObject({ code: 'vault_locked' })
    await expect(openSecrets({ dataFolder, passphrase: '' })).rejects.toMatchObject({ code: 'vault_locked' })
    await expect(openSecrets({ dataFolder, passphrase: 'wrong' })).rejects.toMatchObject({ code: 'vault_wrong_passphrase' })
    expect(await (await openSecrets({ dataFolder, passphrase: 'p' })).get('account', 'token')).toBe('a')
    await writeFile(join(dataFolder, 'vault.json'), 'not a vault')
    await expect(openSecrets({ dataFolder, passphrase: 'p' })).rejects.toMatchObject({ code: 'vault_damaged' })
  })

  test('a keychain that is asked for is refused, not replaced', async () => {
    await expect(openSecrets({ dataFolder, kind: 'keychain', passphrase: 'p' })).rejects.toMatchObject({ code: 'keychain_unavailable' })
  })
})

describe('a kind that is asked for is obeyed', () => {
  test('vault, with a passphrase or not at all', async () => {
    await expect(openSecrets({ dataFolder, kind: 'vault' })).rejects.toMatchObject({ code: 'vault_locked' })
    expect(await openSecrets({ dataFolder, kind: 'vault', passphrase: 'p' })).toMatchObject({ kind: 'vault', reason: null })
  })

  test('memory', async () => {
    expect(await openSecrets({ dataFolder, kind: 'memory', passphrase: 'p' })).toMatchObject({ kind: 'memory', reason: null })
  })
})

describe.runIf(process.platform === 'linux')('a keychain that does not answer', () => {
  test('is given up after a bounded time', async () => {
    const path = join(dataFolder, 'silent-bus')
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => {
      silent.listen(path, resolve)
    })
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${path}`)
    expect(await probeKeychain(1_500)).toMatchObject({ works: false })
    silent.close()
  })

  test('is no different from one that is not there', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${join(dataFolder, 'nothing-here')}`)
    expect(await probeKeychain()).toMatchObject({ works: false })
  })
})

test('tasks in a queue run one after the other, also behind a failed one', async () => {
  const inOrder = createQueue()
  const seen: string[] = []
  const task = (name: string, fails: boolean) => async () => {
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  }
  const results = await Promise.allSettled([inOrder(task('a', false)), inOrder(task('b', true)), inOrder(task('c', false))])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('what one memory store keeps no other has', async () => {
  const first = createMemoryStore(null)
  await first.set('account', 'token', 'a')
  expect(await createMemoryStore(null).get('account', 'token')).toBeNull()
})

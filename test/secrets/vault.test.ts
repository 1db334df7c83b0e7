import { createDecipheriv, scryptSync } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openVaultStore, vaultExists, vaultPath } from '../../src/main/secrets/vault.ts'
import { newVaultKey, sealVault, unsealVault } from '../../src/main/secrets/vault-file.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const open = (passphrase = 'correct horse') => openVaultStore(folder, passphrase, null)
const text = () => readFile(vaultPath(folder), 'utf8')

describe('a vault', () => {
  test('keeps what was put in and opens again with its passphrase', async () => {
    const vault = await open()
    await vault.set('account-1', 'token', 'åäö 😀 "quoted"')
    await vault.set('account-1', 'user', 'u')
    await vault.set('account-2', 'token', 'other')
    const again = await open()
    expect(await again.get('account-1', 'token')).toBe('åäö 😀 "quoted"')
    expect(await again.get('account-2', 'token')).toBe('other')
    expect(await again.get('account-2', 'user')).toBeNull()
    expect(await again.get('nobody', 'token')).toBeNull()
  })

  test('forgets an account with all it had', async () => {
    const vault = await open()
    await vault.set('account-1', 'token', 'a')
    await vault.set('account-2', 'token', 'b')
    await vault.remove('account-1', ['token'])
    const again = await open()
    expect(await again.get('account-1', 'token')).toBeNull()
    expect(await again.get('account-2', 'token')).toBe('b')
  })

  test('is there as soon as it has a passphrase, and opens with no other', async () => {
    await open()
    expect(await vaultExists(folder)).toBe(true)
    await expect(openVaultStore(folder, 'another passphrase', null)).rejects.toMatchObject({ code: 'vault_wrong_passphrase' })
  })

  test('keeps all of many changes made at once', async () => {
    const vault = await open()
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`)
    await Promise.all(keys.map((key) => vault.set('account', key, `value of ${key}`)))
    const again = await open()
    expect(await Promise.all(keys.map((key) => again.get('account', key)))).toEqual(keys.map((key) => `value of ${key}`))
  })

  test('names inherited by every object are not secrets', async () => {
    const vault = await open()
    expect(await vault.get('constructor', 'name')).toBeNull()
    await vault.set('account', 'token', 'a')
    expect(await vault.get('account', 'toString')).toBeNull()
  })

  test('opens with the same passphrase composed differently by another keyboard', async () => {
    await (await open('café')).set('account', 'token', 'a')
    expect(await (await open('cafe\u0301')).get('account', 'token')).toBe('a')
  })
})

describe('the file', () => {
  test('is readable by its owner only, also where an old one was not', async () => {
    await writeFile(`${vaultPath(folder)}.new`, 'half a file of an earlier power cut', { mode: 0o644 })
    await (await open()).set('account', 'token', 'a')
    expect((await stat(vaultPath(folder))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['vault.json'])
  })

  test('is as before after a power cut in the middle of writing', async () => {
    await (await open()).set('account', 'token', 'a')
    await writeFile(`${vaultPath(folder)}.new`, (await text()).slice(0, 100))
    expect(await (await open()).get('account', 'token')).toBe('a')
  })

  test('has a fresh IV in every writing and never one salt in two vaults', async () => {
    const vault = await open()
    const ivs = new Set<string>()
    for (let round = 0; round < 10; round += 1) {
      await vault.set('account', 'token', 'same')
      ivs.add(JSON.parse(await text()).iv)
    }
    expect(ivs.size).toBe(10)
    expect((await newVaultKey('p')).source.salt).not.toBe((await newVaultKey('p')).source.salt)
  })

  test('holds neither secrets nor what they belong to in the clear', async () => {
    const key = await newVaultKey('correct horse')
    const secret = fc.string({ unit: 'binary', minLength: 6, maxLength: 60 })
    fc.assert(
      fc.property(secret, secret, secret, (account, name, value) => {
        const sealed = sealVault({ [account]: { [name]: value } }, key)
        for (const word of [account, name, value]) {
          expect(sealed).not.toContain(word)
          expect(sealed).not.toContain(JSON.stringify(word).slice(1, -1))
          expect(sealed).not.toContain(Buffer.from(word).toString('base64').replaceAll('=', ''))
          expect(sealed).not.toContain(Buffer.from(word).toString('hex'))
        }
      }),
    )
  })
})

test('the file is what it says: scrypt, AES-256-GCM, and version and cost bound to the data', async () => {
  await (await open()).set('account', 'token', 'value')
  const { key, iv, tag, data } = JSON.parse(await text())
  expect(key).toMatchObject({ name: 'scrypt', N: 65_536, r: 8, p: 2 })
  const bytes = scryptSync('correct horse', Buffer.from(key.salt, 'base64'), 32, { N: key.N, r: key.r, p: key.p, maxmem: 2 ** 27 })
  const decrypt = (version: number) => {
    const bound = `sms-desk-vault\n${version}\naes-256-gcm\nscrypt\n${key.N}\n${key.r}\n${key.p}\n${key.salt}`
    const decipher = createDecipheriv('aes-256-gcm', bytes, Buffer.from(iv, 'base64'))
      .setAAD(Buffer.from(bound))
      .setAuthTag(Buffer.from(tag, 'base64'))
    return decipher.update(data, 'base64', 'utf8') + decipher.final('utf8')
  }
  expect(JSON.parse(decrypt(1))).toEqual({ account: { token: 'value' } })
  expect(() => decrypt(2)).toThrow(/authenticate/)
})

describe('a vault that cannot be opened is left as it is', () => {
  test('with the wrong passphrase', async () => {
    await (await open()).set('account', 'token', 'a')
    const before = await text()
    await expect(open('wrong horse')).rejects.toMatchObject({ name: 'Refused', code: 'vault_wrong_passphrase' })
    expect(await text()).toBe(before)
    expect(await (await open()).get('account', 'token')).toBe('a')
  })

  test('with any byte changed', async () => {
    await (await open()).set('account', 'token', 'value')
    const intact = Buffer.from(await text())
    const places = [0, 3, ...Array.from({ length: 12 }, (_, index) => Math.floor(((index + 1) * (intact.length - 3)) / 13))]
    for (const place of places) {
      const damaged = Buffer.from(intact)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place)
      await writeFile(vaultPath(folder), damaged)
      const opened = await open().then(
        async (vault) => `opened with ${await vault.get('account', 'token')}`,
        (error: unknown) => error,
      )
      expect({ place, opened }).toMatchObject({ opened: { code: 'vault_damaged' } })
      expect(await readFile(vaultPath(folder))).toEqual(damaged)
    }
  })

  test.each(['', '{}', '[]', 'null', '{"format":"sms-desk-vault","version":2}', 'PK\u0003\u0004'])('holding %j', async (content) => {
    await writeFile(vaultPath(folder), content)
    await expect(open()).rejects.toMatchObject({ code: 'vault_damaged' })
    expect(await text()).toBe(content)
  })

  test('cut short', async () => {
    await (await open()).set('account', 'token', 'a')
    const cut = (await text()).slice(0, 300)
    await writeFile(vaultPath(folder), cut)
    await expect(open()).rejects.toMatchObject({ code: 'vault_damaged' })
    expect(await text()).toBe(cut)
  })

  test('that asks for more memory than any vault is made with', async () => {
    const file = JSON.parse(sealVault({}, await newVaultKey('p')))
    file.key.N = 2 ** 30
    expect(await unsealVault(JSON.stringify(file), 'p')).toMatchObject({ outcome: 'damaged' })
  })

  test('when it is a folder', async () => {
    await mkdir(vaultPath(folder))
    await expect(open()).rejects.toMatchObject({ code: 'vault_not_readable' })
  })
})

test('a secret that could not be written is not kept in memory either', async () => {
  const vault = await open()
  await vault.set('account', 'token', 'first')
  await mkdir(`${vaultPath(folder)}.new`)
  await expect(vault.set('account', 'token', 'second')).rejects.toMatchObject({ code: 'vault_not_writable', retryable: true })
  expect(await vault.get('account', 'token')).toBe('first')
})

import { randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { vaultPath } from '../../src/main/secrets/vault.ts'
import { sealVault, type VaultKey } from '../../src/main/secrets/vault-file.ts'

/** The least a vault file may ask for: a quarter of what new ones do, which hundreds of tests would wait for each time. */
const COST = { N: 32_768, r: 8, p: 1 } as const

const sealed = new Map<string, string>()

/** Gives a data folder without a vault an empty one that opens quickly. For tests that are about something else. */
export function givenQuickVault(dataFolder: string, passphrase: string): void {
  const path = vaultPath(dataFolder)
  if (existsSync(path)) return
  const text = sealed.get(passphrase) ?? sealVault({}, keyOf(passphrase))
  sealed.set(passphrase, text)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  writeFileSync(path, text, { mode: 0o600 })
}

function keyOf(passphrase: string): VaultKey {
  const salt = randomBytes(16)
  const bytes = scryptSync(passphrase, salt, 32, { ...COST, maxmem: 256 * COST.N * COST.r })
  return { source: { name: 'scrypt', ...COST, salt: salt.toString('base64') }, bytes }
}

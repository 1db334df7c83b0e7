import { Refused } from '../app/refused.ts'
import { createKeychainStore, probeKeychain } from './keychain.ts'
import { createMemoryStore } from './memory.ts'
import type { OpenSecrets, OpenSecretsOptions, SecretStore } from './types.ts'
import { openVaultStore, vaultExists } from './vault.ts'

const NO_KEYCHAIN = 'This computer has no keychain that SMS Desk can use'

/**
 * Opens the secret store. A kind that is asked for is opened or refused, never replaced by a weaker one; without one it
 * is the keychain if that works, else the vault if there is one or a passphrase to make it with, else memory.
 */
export const openSecrets: OpenSecrets = async (options) => {
  switch (options.kind) {
    case 'keychain':
      return openKeychain()
    case 'vault':
      return openVault(options, null)
    case 'memory':
      return createMemoryStore(null)
    case undefined:
      return openBest(options)
  }
}

async function openKeychain(): Promise<SecretStore> {
  const probe = await probeKeychain()
  if (probe.works) return createKeychainStore(probe.keyring)
  throw new Refused(
    'keychain_unavailable',
    `${NO_KEYCHAIN}, or it is locked. Unlock it and try again, or keep the keys in an encrypted file.`,
    { cause: probe.cause },
  )
}

async function openBest(options: OpenSecretsOptions): Promise<SecretStore> {
  const probe = await probeKeychain()
  if (probe.works) return createKeychainStore(probe.keyring)
  if (hasPassphrase(options) || (await vaultExists(options.dataFolder))) {
    return openVault(options, `${NO_KEYCHAIN}, so your keys are kept in an encrypted file.`)
  }
  return createMemoryStore(
    `${NO_KEYCHAIN}, so your keys are kept in memory only and must be entered again after a restart. Choose a passphrase to keep them in an encrypted file.`,
  )
}

function hasPassphrase(options: OpenSecretsOptions): options is OpenSecretsOptions & { passphrase: string } {
  return options.passphrase !== undefined && options.passphrase !== ''
}

async function openVault(options: OpenSecretsOptions, reason: string | null): Promise<SecretStore> {
  if (hasPassphrase(options)) return openVaultStore(options.dataFolder, options.passphrase, reason)
  throw new Refused(
    'vault_locked',
    (await vaultExists(options.dataFolder))
      ? 'Your keys are in an encrypted file. Enter its passphrase to open it.'
      : 'Choose a passphrase first: it encrypts the file that will hold your keys.',
  )
}

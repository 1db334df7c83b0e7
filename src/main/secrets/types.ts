import type { SecretsKind } from '../../shared/contract/desk.ts'

/** Where account secrets are kept. Calls are serialised inside: parallel keyring calls fail on some desktops. */
export interface SecretStore {
  readonly kind: SecretsKind
  /** Why it is not the keychain, as a sentence; null when it is, or when the person chose so. */
  readonly reason: string | null
  /** Null when nothing is stored. */
  get(accountId: string, key: string): Promise<string | null>
  set(accountId: string, key: string, value: string): Promise<void>
  /** Forgets everything kept for an account. */
  remove(accountId: string, keys: readonly string[]): Promise<void>
}

export interface OpenSecretsOptions {
  dataFolder: string
  /** Left out: keychain where there is one, else a vault that exists or has a passphrase, else memory. */
  kind?: SecretsKind
  passphrase?: string
}

/**
 * Opens the secret store.
 * @throws Refused `vault_locked` (needs a passphrase), `vault_wrong_passphrase`, `vault_damaged`, `keychain_unavailable`
 */
export type OpenSecrets = (options: OpenSecretsOptions) => Promise<SecretStore>

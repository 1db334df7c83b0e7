import type { SecretStore } from './types.ts'

/** A secret store that can be exchanged for a better one while the desk runs. */
export interface SwitchableSecrets extends SecretStore {
  /** Copies the named secrets into `next` and uses that from then on. When copying fails, nothing changes. */
  moveTo(next: SecretStore, entries: ReadonlyArray<{ accountId: string; key: string }>): Promise<void>
}

/** Wraps the secret store that was opened at start. */
export function switchableSecrets(first: SecretStore): SwitchableSecrets {
  let current = first
  return {
    get kind() {
      return current.kind
    },
    get reason() {
      return current.reason
    },
    get: (accountId, key) => current.get(accountId, key),
    set: (accountId, key, value) => current.set(accountId, key, value),
    remove: (accountId, keys) => current.remove(accountId, keys),
    async moveTo(next, entries) {
      const from = current
      for (const { accountId, key } of entries) {
        const value = await from.get(accountId, key)
        if (value !== null) await next.set(accountId, key, value)
      }
      current = next
      for (const { accountId, key } of entries) await from.remove(accountId, [key])
    },
  }
}

import type { SecretStore } from './types.ts'

/** Keeps secrets until the process ends. @param reason why it is not the keychain; null when the person chose so */
export function createMemoryStore(reason: string | null): SecretStore {
  const accounts = new Map<string, Map<string, string>>()
  return {
    kind: 'memory',
    reason,
    async get(accountId, key) {
      return accounts.get(accountId)?.get(key) ?? null
    },
    async set(accountId, key, value) {
      const secrets = accounts.get(accountId) ?? new Map<string, string>()
      accounts.set(accountId, secrets.set(key, value))
    },
    async remove(accountId) {
      accounts.delete(accountId)
    },
  }
}

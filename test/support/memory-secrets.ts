import type { SecretStore } from '../../src/main/secrets/types.ts'

/** Secrets in a map the test can look into, with a keychain's ways to fail. */
export interface TestSecrets extends SecretStore {
  /** By `account/key`. */
  readonly values: Map<string, string>
  /** Reads that reached the store. */
  reads: number
  /** When set, `set` fails for this key. */
  failOnSet: string | null
  failOnRemove: boolean
}

export function createTestSecrets(): TestSecrets {
  const values = new Map<string, string>()
  return {
    kind: 'memory',
    reason: null,
    values,
    reads: 0,
    failOnSet: null,
    failOnRemove: false,
    get(accountId, key) {
      this.reads += 1
      return Promise.resolve(values.get(`${accountId}/${key}`) ?? null)
    },
    set(accountId, key, value) {
      if (this.failOnSet === key) return Promise.reject(new Error('the keychain is locked'))
      values.set(`${accountId}/${key}`, value)
      return Promise.resolve()
    },
    remove(accountId, keys) {
      if (this.failOnRemove) return Promise.reject(new Error('the keychain is locked'))
      for (const key of keys) values.delete(`${accountId}/${key}`)
      return Promise.resolve()
    },
  }
}

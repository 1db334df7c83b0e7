import { hash as digest, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HookAccount } from '../accounts/operations.ts'
import { createBatcher } from './batch.ts'
import type { SourceLimit } from './source-limit.ts'

/** Decides whose hook a request may reach. */
export interface Admission {
  /** The account, if there is one and the key is its key. `source` is who asks, by address. */
  admit(accountId: string, key: string, source: string): Promise<HookAccount | null>
  /** Accounts changed: ask again before the next answer. */
  forget(): void
}

interface Known {
  account: HookAccount
  keyHash: Buffer
}

/**
 * Keeps the accounts and their key hashes at hand. A request that fails is checked again against a fresh list, so
 * that an account added a moment ago is let in; an account that does not exist takes the same steps, and thus the
 * same time, as a wrong key. A source that fails too often is not checked again: the list is fresh whenever it changed.
 */
export function createAdmission(load: () => Promise<HookAccount[]>, limit: SourceLimit): Admission {
  const decoy = randomBytes(32)
  let known: Map<string, Known> | null = null

  // As a batcher, so that a flood of strangers asks the store once at a time, and every asker gets a list that is
  // younger than its request.
  const reload = createBatcher<null, Map<string, Known>>(
    async (askers) => {
      const accounts = await load()
      const fresh = new Map(accounts.map((account) => [account.id, { account, keyHash: hash(account.hookKey) }]))
      known = fresh
      return askers.map(() => fresh)
    },
    { maxItems: 10_000 },
  )

  function check(accounts: Map<string, Known>, accountId: string, keyHash: Buffer): HookAccount | null {
    const entry = accounts.get(accountId)
    const equal = timingSafeEqual(keyHash, entry?.keyHash ?? decoy)
    return equal && entry !== undefined ? entry.account : null
  }

  return {
    async admit(accountId, key, source) {
      const keyHash = hash(key)
      const admitted = known === null ? null : check(known, accountId, keyHash)
      if (admitted !== null || (known !== null && !limit.admit(source))) return admitted
      return check(await reload.add(null), accountId, keyHash)
    },
    forget() {
      known = null
    },
  }
}

/** Keys of any length compare as 32 bytes. */
function hash(key: string): Buffer {
  return digest('sha256', key, 'buffer')
}

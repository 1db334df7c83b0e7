import type { HookAccount } from '../accounts/operations.ts'
import type { ProviderAdapter, SignedRequest } from '../providers/types.ts'

/** Checks that requests come from the provider they claim to come from. */
export interface ProofCheck {
  /**
   * Why a request is not the provider's, as a sentence; null when it is, or when its provider proves nothing.
   * Rejects when the secrets it takes cannot be read just now, or the adapter fails: then nobody can tell.
   */
  problem(
    account: HookAccount,
    adapter: ProviderAdapter,
    config: Readonly<Record<string, string>>,
    request: SignedRequest,
  ): Promise<string | null>
  /** Accounts or their secrets changed: read them again. */
  forget(): void
}

export interface ProofCheckOptions {
  /** The stored ones of these secrets of an account. */
  secrets(accountId: string, keys: readonly string[]): Promise<Record<string, string>>
  /** ms UTC */
  now(): number
}

/** How long a keychain that would not open is let alone, in ms. */
const LOCKED_REST_MS = 5_000

/** Keeps the secrets of accounts whose hooks prove something: a keychain is too slow to be asked for each hook. */
export function createProofCheck({ secrets, now }: ProofCheckOptions): ProofCheck {
  const kept = new Map<string, Promise<Record<string, string>>>()
  /** Until when a keychain that would not open is not asked again, by account: each hook would ask its person. */
  const resting = new Map<string, { until: number; error: unknown }>()

  function secretsOf(accountId: string, keys: readonly string[]): Promise<Record<string, string>> {
    const known = kept.get(accountId)
    if (known !== undefined) return known
    const rest = resting.get(accountId)
    if (rest !== undefined && now() < rest.until) return Promise.reject(rest.error)
    const read = secrets(accountId, keys)
    kept.set(accountId, read)
    // A keychain that is locked now may open later.
    read.catch((error: unknown) => {
      if (kept.get(accountId) !== read) return
      kept.delete(accountId)
      resting.set(accountId, { until: now() + LOCKED_REST_MS, error })
    })
    return read
  }

  return {
    async problem({ id }, { hookProof }, config, request) {
      if (hookProof === undefined) return null
      return hookProof.problem({ id, config, secrets: await secretsOf(id, hookProof.secretKeys) }, request, now())
    },
    forget() {
      kept.clear()
      resting.clear()
    },
  }
}

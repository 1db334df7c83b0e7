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

/** Keeps the secrets of accounts whose hooks prove something: a keychain is too slow to be asked for each hook. */
export function createProofCheck({ secrets, now }: ProofCheckOptions): ProofCheck {
  const kept = new Map<string, Promise<Record<string, string>>>()

  function secretsOf(accountId: string, keys: readonly string[]): Promise<Record<string, string>> {
    const known = kept.get(accountId)
    if (known !== undefined) return known
    const read = secrets(accountId, keys)
    kept.set(accountId, read)
    // A keychain that is locked now may open later.
    read.catch(() => {
      if (kept.get(accountId) === read) kept.delete(accountId)
    })
    return read
  }

  return {
    async problem({ id }, { hookProof }, config, request) {
      if (hookProof === undefined) return null
      return hookProof.problem({ id, config, secrets: await secretsOf(id, hookProof.secretKeys) }, request, now())
    },
    forget: () => kept.clear(),
  }
}

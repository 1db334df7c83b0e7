import { createHash } from 'node:crypto'
import type { AdapterContext } from '../types.ts'
import { TOKEN_MARGIN_MS } from './facts.ts'
import type { Access, TokenAnswer } from './token-request.ts'
import { requestToken } from './token-request.ts'

/** Tokens by who asks. */
export interface TokenSource {
  /**
   * A token that still lasts, or a new one. Whoever asks while one is being fetched shares that fetch, and its failure;
   * a failure is not kept. Never throws.
   */
  token(access: Access, context: AdapterContext): Promise<TokenAnswer>
  /** Forgets a token that KPN refused, unless a newer one has taken its place. */
  discard(access: Access, token: string): void
}

interface KeptToken {
  answer: TokenAnswer & { kind: 'token' }
  /** Ms since 1970 UTC, by the clock of this computer: KPN's is not known. */
  until: number
}

export function createTokenSource(): TokenSource {
  const kept = new Map<string, KeptToken>()
  const fetching = new Map<string, Promise<TokenAnswer>>()

  async function fetchAndKeep(key: string, access: Access, context: AdapterContext): Promise<TokenAnswer> {
    // Before the request: what the answer takes on its way shortens the token's life.
    const askedAt = context.now()
    const answer = await requestToken(access, context)
    if (answer.kind === 'token') {
      for (const [other, { until }] of kept) if (until <= askedAt) kept.delete(other)
      kept.set(key, { answer, until: askedAt + answer.lifeSeconds * 1_000 - TOKEN_MARGIN_MS })
    }
    return answer
  }

  return {
    token(access, context) {
      const key = keyOf(access)
      const known = kept.get(key)
      if (known !== undefined && context.now() < known.until) return Promise.resolve(known.answer)
      const running = fetching.get(key)
      if (running !== undefined) return running
      const fetch = fetchAndKeep(key, access, context).finally(() => fetching.delete(key))
      fetching.set(key, fetch)
      return fetch
    },
    discard(access, token) {
      const key = keyOf(access)
      if (kept.get(key)?.answer.token === token) kept.delete(key)
    },
  }
}

/** Changed settings or secrets are another key, so that an old token never outlives them. No secret stands in it. */
function keyOf({ tokenUrl, clientId, clientSecret }: Access): string {
  return createHash('sha256')
    .update(JSON.stringify([tokenUrl, clientId, clientSecret]))
    .digest('hex')
}

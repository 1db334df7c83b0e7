import { randomBytes } from 'node:crypto'
import { TOKEN_LIFE_MS } from './facts.ts'

/** A token and whom it was made for. */
export interface KpnToken {
  token: string
  clientId: string
  /** Ms since 1970 UTC. */
  issuedAt: number
}

/** Tokens that were made and are still good. */
export interface KpnTokens {
  issue(clientId: string): KpnToken
  /** Whom a token was made for; null for one that was never made, has run out or was taken back. */
  clientOf(token: string): string | null
  /** Takes back what was made so far, for one client or for all. The next request with such a token is answered 401. */
  revoke(clientId?: string): void
  /** How many were ever made. */
  readonly issued: number
}

/** In memory, by the clock: each is good for an hour, and a new one does not end those before it. */
export function createTokens(now: () => number): KpnTokens {
  const tokens = new Map<string, KpnToken>()
  let issued = 0

  function forgetOld(): void {
    for (const [key, { issuedAt }] of tokens) if (isOver(issuedAt)) tokens.delete(key)
  }

  function isOver(issuedAt: number): boolean {
    return now() - issuedAt >= TOKEN_LIFE_MS
  }

  return {
    issue(clientId) {
      forgetOld()
      issued += 1
      const token: KpnToken = { token: randomBytes(14).toString('hex'), clientId, issuedAt: now() }
      tokens.set(token.token, token)
      return token
    },
    clientOf(token) {
      const known = tokens.get(token)
      return known === undefined || isOver(known.issuedAt) ? null : known.clientId
    },
    revoke(clientId) {
      for (const [key, token] of tokens) if (clientId === undefined || token.clientId === clientId) tokens.delete(key)
    },
    get issued() {
      return issued
    },
  }
}

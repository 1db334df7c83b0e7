const TOKEN_PREFIX = 'sandbox-'

/** The token of a sandbox account: no secret, since the carrier is this app. Names the account whose hook is called. */
export function sandboxToken(accountId: string): string {
  return `${TOKEN_PREFIX}${accountId}`
}

/** The account a token names; null for any other token. */
export function accountOfToken(token: string): string | null {
  return token.startsWith(TOKEN_PREFIX) ? token.slice(TOKEN_PREFIX.length) : null
}

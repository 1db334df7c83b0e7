/** What an HTTP status that is no success means for what was handed over. Each provider has its own sentence for each. */
export type HttpErrorMeaning = 'refused' | 'credentials' | 'balance' | 'not_allowed' | 'address' | 'busy' | 'rate_limited' | 'fault'

const MEANINGS: ReadonlyMap<number, HttpErrorMeaning> = new Map<number, HttpErrorMeaning>([
  [401, 'credentials'],
  [402, 'balance'],
  [403, 'not_allowed'],
  [404, 'address'],
  [405, 'address'],
  [408, 'busy'],
  [410, 'address'],
  [425, 'busy'],
  [429, 'rate_limited'],
  [503, 'busy'],
])

/**
 * What HTTP says a status means, where a provider's document does not say otherwise (RFC 9110; docs/sending.md). Redirects are
 * never followed, so they are addresses that are not right. 500, 502 and 504, which elsewhere pass for passing, are a `fault`:
 * a server or proxy that fails after taking the text answers the same, and nothing may go out twice.
 */
export function httpErrorMeaning(status: number): HttpErrorMeaning {
  const known = MEANINGS.get(status)
  if (known !== undefined) return known
  if (status >= 300 && status < 400) return 'address'
  return status >= 400 && status < 500 ? 'refused' : 'fault'
}

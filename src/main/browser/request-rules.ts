import type { IncomingHttpHeaders } from 'node:http'

/** What the server makes of a request before it looks at anything else. */
export type RequestVerdict = 'allowed' | 'wrong_host' | 'wrong_origin' | 'cross_site'

/**
 * Refuses what only a page of somebody else would ask: a Host that is not this server (DNS rebinding), an Origin that is
 * not this server's, a Sec-Fetch-Site that says cross-site. A person who opens the address in a new tab is let through:
 * without the session cookie there is nothing to see.
 * @param port the port this server listens on
 */
export function requestVerdict(headers: IncomingHttpHeaders, port: number, isWebSocket: boolean): RequestVerdict {
  const { host, origin } = headers
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'wrong_host'
  // Browsers always send an origin with a WebSocket; leaving it out does not help.
  if (origin === undefined ? isWebSocket : origin !== `http://${host}`) return 'wrong_origin'
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return 'allowed'
  if (isWebSocket) return 'cross_site'
  const opensAPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return site === 'none' || opensAPage ? 'allowed' : 'cross_site'
}

/** The value of one cookie of a Cookie header, or undefined. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

import { isLoopback } from '../loopback.ts'
import type { Product } from './facts.ts'
import { SEND_URLS, TOKEN_URL } from './facts.ts'

/** An address that can be used, or why not. */
export type ReadAddress = { url: string } | { problem: string }

/** The same for tokens, with the form of the address that may be kept. */
export type ReadTokenAddress = { url: string; shown: string } | { problem: string }

const GRANT = 'grant_type=client_credentials'

/**
 * Reads the address that texts are sent to as people paste it: just the server, or KPN's path with a last slash or
 * without `/send`, becomes the product's documented path; any other is taken as it is. Empty is the documented address.
 */
export function readSendUrl(raw: string, product: Product): ReadAddress {
  const documented = SEND_URLS[product]
  const read = readWebAddress(raw, documented)
  if ('problem' in read) return read
  if (read.url.search !== '') return { problem: 'Leave out everything from the question mark on.' }
  const { origin, pathname } = read.url
  const documentedPath = new URL(documented).pathname
  const isDocumented = ['', documentedPath.replace(/\/send$/, ''), documentedPath].includes(pathname.replace(/\/+$/, ''))
  return { url: `${origin}${isDocumented ? documentedPath : pathname}` }
}

/**
 * Reads the address of tokens; `grant_type` is put into its query where it is missing (§2). Client ID and secret
 * have no place there: addresses end up in logs.
 */
export function readTokenUrl(raw: string): ReadTokenAddress {
  const read = readWebAddress(raw, TOKEN_URL)
  if ('problem' in read) return read
  const { origin, pathname, search, searchParams } = read.url
  for (const name of searchParams.keys()) {
    if (/^(?:client_?(?:id|secret)|access_token|password)$/i.test(name)) {
      return { problem: 'Leave client ID and client secret out of the address. They have fields of their own.' }
    }
  }
  const grants = searchParams.getAll('grant_type')
  if (grants.some((grant) => grant !== 'client_credentials')) return { problem: `In this address, only ${GRANT} can be used.` }
  const documentedPath = new URL(TOKEN_URL).pathname
  const isDocumented = ['', documentedPath].includes(pathname.replace(/\/+$/, ''))
  const base = `${origin}${isDocumented ? documentedPath : pathname}`
  const query = grants.length > 0 ? search : `${search === '' ? '?' : `${search}&`}${GRANT}`
  return { url: `${base}${query}`, shown: `${base}?${GRANT}` }
}

function readWebAddress(raw: string, documented: string): { url: URL } | { problem: string } {
  const text = raw.trim()
  const url = URL.parse(text === '' ? documented : text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { problem: `This is not a web address. It should look like ${documented}` }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'The address must begin with https, since the keys of the account would travel in clear otherwise.' }
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'Leave user name and password out of the address. Client ID and client secret have fields of their own.' }
  }
  return url.hash === '' ? { url } : { problem: 'Leave out everything from the # on.' }
}

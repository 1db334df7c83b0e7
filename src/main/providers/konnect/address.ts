import { isLoopback } from '../loopback.ts'
import { DEFAULT_BASE_URL } from './facts.ts'

/** An address that can be used, or why not. */
export type ReadAddress = { url: string } | { problem: string }

/** The documented paths, or their beginning, at the end of an address (§1). */
const DOCUMENTED_END = /\/admin(?:\/api(?:\/(?:sms|obd))?)?$/i

/**
 * Reads the address of the service as people paste it: just the server, or with any part of the documented paths, with
 * or without slashes at the end. Answers what stands before `/admin/api/…`, without a slash. Plain http would carry
 * the token in clear, so it is refused for anything but this computer.
 */
export function readBaseUrl(raw: string): ReadAddress {
  const text = raw.trim()
  const url = URL.parse(text === '' ? DEFAULT_BASE_URL : text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { problem: `This is not a web address. It should look like ${DEFAULT_BASE_URL}` }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'The address must begin with https, since the API token would travel in clear otherwise.' }
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'Leave user name and password out of the address. Account ID and API token have fields of their own.' }
  }
  if (url.search !== '' || url.hash !== '') {
    return { problem: 'Leave out everything from the question mark or # on.' }
  }
  const path = url.pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')
  if (/^\/api(?:_doc|\/v\d)/i.test(path)) {
    return { problem: `This address belongs to another service of Kirusa. It should look like ${DEFAULT_BASE_URL}` }
  }
  return { url: `${url.origin}${path.replace(DOCUMENTED_END, '')}` }
}

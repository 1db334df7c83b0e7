import { isLoopback } from '../loopback.ts'
import { DEFAULT_URL } from './facts.ts'

/** An address that can be used, or why not. */
export type ReadAddress = { url: string } | { problem: string }

/**
 * Reads the address of the interface: the whole of it, kept as given but for spaces around it (§1); where only the server
 * is given, with the documented path. Plain http would
 * carry the key and the text in clear, so it is refused for anything but this computer.
 */
export function readAddress(raw: string): ReadAddress {
  const text = raw.trim()
  const address = text === '' ? DEFAULT_URL : text
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { problem: `This is not a web address. It should look like ${DEFAULT_URL}` }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'The address must begin with https, since the access key would travel in clear otherwise.' }
  }
  if (url.username !== '' || url.password !== '' || [...url.searchParams.keys()].some((name) => name.toLowerCase() === 'key')) {
    return { problem: 'Leave user name, password and key out of the address. The access key has a field of its own.' }
  }
  const isServerOnly = url.pathname === '/' && url.search === '' && url.hash === ''
  return { url: isServerOnly ? `${url.origin}${new URL(DEFAULT_URL).pathname}` : address }
}

/** An address as it may be kept and shown: without what follows the path, which may be confidential. */
export function shownAddress(address: string): string {
  const url = URL.parse(address)
  return url === null ? '' : `${url.origin}${url.pathname}`
}

import { isLoopback } from '../loopback.ts'
import { DEFAULT_BASE_URL, DOCUMENTED_PATH } from './facts.ts'

/** An address that can be used, or why not. */
export type ReadAddress = { url: string } | { problem: string }

/**
 * Reads the address of the interface as people paste it: with or without the last slash, with `send/` or
 * `delivery/` at the end, or just the server, which gets the documented path. Plain http would carry the token in
 * clear, so it is refused for anything but this computer.
 */
export function readBaseUrl(raw: string): ReadAddress {
  const text = raw.trim()
  const url = URL.parse(text === '' ? DEFAULT_BASE_URL : text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { problem: `This is not a web address. It should look like ${DEFAULT_BASE_URL}` }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'The address must begin with https, since the access token would travel in clear otherwise.' }
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'Leave user name and password out of the address. The access token has a field of its own.' }
  }
  if (url.search !== '' || url.hash !== '') {
    return { problem: 'Leave out everything from the question mark on: the address ends with a slash.' }
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:send|delivery)$/i, '')
  return { url: `${url.origin}${path === '' ? DOCUMENTED_PATH : `${path}/`}` }
}

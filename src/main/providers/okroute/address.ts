import { isLoopback } from '../loopback.ts'
import { DOCUMENTED_PATH, EXAMPLE_ADDRESS } from './facts.ts'

/** An address that can be used, or why not. */
export type ReadAddress =
  | {
      url: string
      /** Whether what goes there could be read on the way. */
      isReadable: boolean
    }
  | { problem: string }

/** A host with a dot or a port, perhaps a path: what people give where the document says "host and port". */
const WITHOUT_SCHEME = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+)(?:\/|\?|$)/

/**
 * Reads the address of the interface (§1). Its path is kept, slash or not; where there is none at all, it gets the
 * documented one. Without `https://` or `http://` it is taken for https. A question mark at the end is dropped, but a
 * query is refused: it may hold user name and password, which are not to be kept with the settings.
 */
export function readBaseUrl(raw: string): ReadAddress {
  const typed = raw.trim().replace(/\?$/, '')
  const text = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { problem: `This is not a web address. It should look like ${EXAMPLE_ADDRESS}` }
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'Leave user name and password out of the address. They have fields of their own.' }
  }
  if (url.search !== '' || url.hash !== '') {
    return { problem: 'Leave out everything from the question mark on. User name and password have fields of their own.' }
  }
  // The parser adds a slash where there is no path, so only the typed text tells “none” from “/”.
  const path = url.pathname === '/' && !text.endsWith('/') ? DOCUMENTED_PATH : url.pathname
  return { url: `${url.origin}${path}`, isReadable: url.protocol === 'http:' && !isLoopback(url.hostname) }
}

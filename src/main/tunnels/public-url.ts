/** What a person entered as public address, tidy, or why it cannot be used. */
export type PublicUrl = { url: string } | { problem: string }

/**
 * Reads the beginning of the addresses that providers call: `https://` and a host, perhaps a port and a path, nothing
 * behind it. Plain `http` only for this computer itself (RFC 6761, RFC 1122): reports and replies hold what customers
 * wrote. Trailing slashes go.
 */
export function readPublicUrl(raw: string): PublicUrl {
  const text = raw.trim()
  if (text === '') return { problem: 'Enter the address, such as https://texts.example.com.' }
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) {
    return { problem: 'This is not a web address. It should begin with https:// and have no blanks.' }
  }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return { problem: 'Leave out the user name and password: providers call the address as it is.' }
  if (url.search !== '' || url.hash !== '') return { problem: 'Leave out everything from the “?” or “#” on.' }
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) {
    return { problem: 'The address must begin with https://. Without it, anybody on the way could read what your customers write.' }
  }
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/u, '') }
}

/** Whether a host name leads nowhere but to the computer that asks (RFC 6761, RFC 1122, RFC 4291). */
function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/u.test(hostname)
}

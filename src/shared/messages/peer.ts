import { readPhone } from '../phone/index.ts'

/** The other side of a conversation. */
export interface Peer {
  /** E.164 for numbers; digits for short codes; the text itself for alphanumeric senders. */
  peer: string
  kind: 'number' | 'short_code' | 'alphanumeric'
}

/** Longest short code in digits (docs/segments.md §3; national numbers with a country start at 7). */
const SHORT_CODE_MAX = 6

/**
 * Reads the sender of an inbound text as a provider wrote it: usually international digits without `+`, sometimes
 * national, sometimes a short code or a name. Never fails: what is no number is kept as a name, so that no text
 * is lost for its sender.
 */
export function readPeer(raw: string, defaultCountry: string): Peer {
  const text = raw.trim()
  const digits = text.replaceAll(/[\s().-]/g, '')
  if (/^\d{1,6}$/.test(digits) && digits.length <= SHORT_CODE_MAX) return { peer: digits, kind: 'short_code' }
  if (/^\+?\d+$/.test(digits)) {
    const international = readPhone(digits.startsWith('+') || digits.startsWith('0') ? digits : `+${digits}`, defaultCountry)
    if (international.valid) return { peer: international.e164, kind: 'number' }
    const national = readPhone(digits, defaultCountry)
    if (national.valid) return { peer: national.e164, kind: 'number' }
    // A number of a plan that libphonenumber does not know. One with a leading nought is national and of another
    // country than the desk's: whose, nobody can tell, and an answer must not go to a stranger.
    const bare = digits.replace(/^\+/, '')
    if (/^[1-9]\d{6,14}$/.test(bare)) return { peer: `+${bare}`, kind: 'number' }
  }
  return { peer: text === '' ? 'unknown' : text.slice(0, 64), kind: 'alphanumeric' }
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HookProof } from '../types.ts'
import { SIGNATURE_WINDOW_MS } from './facts.ts'

/** Two keys in one field are told apart only where each is at least this long, in characters. */
const SHORTEST_LISTED_KEY = 16

/**
 * §7.3: with a stored webhook secret, every request must carry a signature of its bytes and a time near ours. Without
 * one nothing is checked: the secret address is the only proof then.
 */
export const kpnHookProof: HookProof = {
  secretKeys: ['webhookSecret'],
  problem({ secrets }, { headers, bytes }, now) {
    const keys = keysOf(secrets['webhookSecret'] ?? '')
    if (keys.length === 0) return null
    const header = headers['x-kpn-webhook-signature']?.trim() ?? ''
    if (header === '') return 'The signature is missing, and this account has a webhook secret.'
    const given = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(header)?.[1]
    if (given === undefined) return 'The signature is not of the form that KPN uses.'
    const signature = Buffer.from(given, 'hex')
    // Every key is tried, so that the time does not tell which one it was.
    const matches = keys.filter((key) => timingSafeEqual(createHmac('sha256', key).update(bytes).digest(), signature))
    if (matches.length === 0) return 'The signature does not fit the webhook secret of this account.'
    return timeProblem(headers['x-kpn-webhook-timestamp']?.trim() ?? '', now)
  },
}

function timeProblem(header: string, now: number): string | null {
  if (!/^\d{1,12}$/.test(header)) return 'The time of the signed request is missing or not readable.'
  if (Math.abs(Number(header) * 1_000 - now) <= SIGNATURE_WINDOW_MS) return null
  return 'The signed request is more than five minutes off this computer’s clock. Check the clock.'
}

/**
 * While KPN replaces a key, the old and the new one are valid together: a comma or a line break stands between them.
 * What has a short piece is taken as one key with a comma in it, so that no piece is easy to guess.
 */
function keysOf(secret: string): string[] {
  const whole = secret.trim()
  if (whole === '') return []
  const pieces = whole
    .split(/[,\r\n]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => piece.length >= SHORTEST_LISTED_KEY) ? pieces : [whole]
}

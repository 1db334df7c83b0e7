import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits in URL-safe letters: what lets a caller in. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its timing how much was right. */
export function sameToken(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Shows that `token` is known without saying it: whoever listens on a port that a desk once had learns nothing.
 * @param role `caller` or `desk`, so that one's proof is never the other's
 * @param challenge random, new for every connection
 */
export function proofOf(token: string, role: 'caller' | 'desk', challenge: string): string {
  return createHmac('sha256', token).update(`${role} ${challenge}`).digest('base64url')
}

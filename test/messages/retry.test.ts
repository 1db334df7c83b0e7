import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RETRY_DELAYS_MS, rateLimitDelay, retryDelay } from '../../src/shared/messages/retry.ts'

describe('the wait before a text is tried again', () => {
  it('follows the table, a fifth up or down', () => {
    for (const [index, base] of RETRY_DELAYS_MS.entries()) {
      expect(retryDelay(index + 1, null, 0)).toBe(base * 0.8)
      expect(retryDelay(index + 1, null, 0.5)).toBe(base)
    }
  })

  it('ends after the last try', () => {
    expect(retryDelay(RETRY_DELAYS_MS.length + 1, null, 0.5)).toBeNull()
  })

  it('is never shorter than the provider wishes, up to an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: RETRY_DELAYS_MS.length }),
        fc.nat({ max: 10_000_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (tries, wish, random) => {
          expect(retryDelay(tries, wish, random)).toBeGreaterThanOrEqual(Math.min(wish, 3_600_000))
        },
      ),
    )
  })

  it('of a rate-limited lane is what the provider says, or ten seconds', () => {
    expect(rateLimitDelay(1_500)).toBe(1_500)
    expect(rateLimitDelay(null)).toBe(10_000)
  })
})

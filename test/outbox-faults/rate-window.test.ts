import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Departure, RateWindow } from '../../src/main/outbox/rate-window.ts'
import { createRateWindow, periodOf } from '../../src/main/outbox/rate-window.ts'
import type { SendingRate } from '../../src/shared/providers/descriptor.ts'
import { RATE_PERIODS } from '../../src/shared/providers/descriptor.ts'

const START = Date.UTC(2026, 2, 2, 9, 0, 0)

const rates = fc.record({ count: fc.integer({ min: 1, max: 12 }), per: fc.constantFrom(...RATE_PERIODS) })

/** One text for each that left, with its instant: the plainest way to keep a rate. */
interface Oracle {
  allowed(now: number): number
  took(now: number, texts: number): void
  nextAt(now: number): number | null
}

function createOracle(rate: SendingRate, earlier: readonly Departure[]): Oracle {
  const period = periodOf(rate)
  let left = earlier.flatMap(({ at, texts }) => Array.from({ length: texts }, () => at))
  /** What left "later" than now left now at the latest: the clock was set back. What was out of the span once is history. */
  const within = (now: number): number[] => {
    left = left.map((at) => Math.min(at, now)).filter((at) => at > now - period)
    return left
  }
  const allowed = (now: number): number => Math.max(0, rate.count - within(now).length)
  return {
    allowed,
    took: (now, texts) => void left.push(...Array.from({ length: texts }, () => now)),
    nextAt(now) {
      if (allowed(now) > 0) return null
      const frees = within(now)
        .map((at) => at + period)
        .toSorted((one, other) => one - other)
      // So many must be out of the span before one more may leave.
      return frees[frees.length - rate.count] ?? null
    },
  }
}

/** Steps of time as shares of a period, and how much of what is allowed is used. */
const steps = (share: fc.Arbitrary<number>) =>
  fc.array(fc.record({ share, use: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 60 })
const onward = fc.double({ min: 0, max: 1.3, noNaN: true })
const anyway = fc.double({ min: -3, max: 1.3, noNaN: true })

const earlierOf = (rate: SendingRate) =>
  fc
    .array(fc.record({ ago: fc.double({ min: 0, max: 1.5, noNaN: true }), texts: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 })
    .map((rows) =>
      rows.map(({ ago, texts }) => ({ at: START - Math.round(ago * periodOf(rate)), texts })).toSorted((one, other) => one.at - other.at),
    )
const cases = (share: fc.Arbitrary<number>) =>
  rates.chain((rate) => fc.record({ rate: fc.constant(rate), earlier: earlierOf(rate), steps: steps(share) }))

interface Walk {
  rate: SendingRate
  earlier: Departure[]
  steps: { share: number; use: number }[]
}

/** Copies: a window may change what it was given. */
const copies = (departures: readonly Departure[]): Departure[] => departures.map((departure) => ({ ...departure }))

/** Walks a window and the plainest count through the same departures, and has them compared at every step before texts leave. */
function agreeAlong(
  { rate, earlier, steps: taken }: Walk,
  compare: (at: { window: RateWindow; oracle: Oracle; now: number }) => void,
): void {
  const window = createRateWindow(rate, copies(earlier))
  const oracle = createOracle(rate, earlier)
  let now = START
  for (const step of taken) {
    now += Math.round(step.share * periodOf(rate))
    compare({ window, oracle, now })
    const texts = Math.round(step.use * oracle.allowed(now))
    if (texts === 0) continue
    window.took(now, texts)
    oracle.took(now, texts)
  }
}

describe('the window of a rate', () => {
  it.each([
    ['as time goes on', onward],
    ['when the clock is set back at any moment', anyway],
  ])('allows what the plainest count allows, %s', (_when, share) => {
    fc.assert(
      fc.property(cases(share), (walk) =>
        agreeAlong(walk, ({ window, oracle, now }) => expect(window.allowed(now)).toBe(oracle.allowed(now))),
      ),
    )
  })

  it('lets no span of one period have more than the rate, whatever is asked when', () => {
    fc.assert(
      fc.property(cases(onward), ({ rate, steps }) => {
        const window = createRateWindow(rate, [])
        const left: number[] = []
        let now = START
        for (const step of steps) {
          now += Math.round(step.share * periodOf(rate))
          const texts = Math.round(step.use * window.allowed(now))
          if (texts === 0) continue
          window.took(now, texts)
          left.push(...Array.from({ length: texts }, () => now))
        }
        for (const from of left) {
          expect(left.filter((at) => at >= from && at < from + periodOf(rate)).length).toBeLessThanOrEqual(rate.count)
        }
      }),
    )
  })

  it('says when the next may leave: then, and not before, one may', () => {
    fc.assert(
      fc.property(cases(onward), (walk) =>
        agreeAlong(walk, ({ window, oracle, now }) => expect(window.nextAt(now)).toBe(oracle.nextAt(now))),
      ),
    )
  })

  it('is free again one period after the clock was set back, however much had left', () => {
    const rate: SendingRate = { count: 60, per: 'minute' }
    const window = createRateWindow(rate, [])
    for (let second = 0; second < 60; second += 1) window.took(START + second * 1_000, 1)
    const afterwards = START + 59_000 - 3_600_000
    expect(window.allowed(afterwards)).toBe(0)
    expect(window.allowed(afterwards + 60_000)).toBe(60)
  })

  it('does not let more out because it is asked often', () => {
    const window = createRateWindow({ count: 2, per: 'second' }, [])
    expect([window.allowed(START), window.allowed(START)]).toEqual([2, 2])
    window.took(START, 2)
    expect([window.allowed(START), window.allowed(START + 999), window.allowed(START + 1_000)]).toEqual([0, 0, 2])
  })

  it('keeps what left before a restart', () => {
    const window = createRateWindow({ count: 3, per: 'hour' }, [
      { at: START - 3_600_000, texts: 1 },
      { at: START - 1_800_000, texts: 2 },
    ])
    expect(window.allowed(START)).toBe(1)
    window.took(START, 1)
    expect(window.nextAt(START)).toBe(START + 1_800_000)
  })
})

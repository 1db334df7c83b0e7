import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextQueryAt,
  QUERY_AGES_WITH_REPORTS_MS,
  QUERY_AGES_WITHOUT_REPORTS_MS,
  QUERY_MAX_AGE_MS,
} from '../../src/shared/messages/query-schedule.ts'

const T = Date.UTC(2026, 2, 2, 9, 0, 0)
const HOUR = 3_600_000

/** When a text is asked about, in ms after it was sent, where each question is asked in time. */
function ages(reports: boolean): number[] {
  const asked: number[] = []
  let at = nextQueryAt({ reports, since: T, queries: 0, now: T })
  while (at !== null) {
    asked.push(at - T)
    at = nextQueryAt({ reports, since: T, queries: asked.length, now: at })
  }
  return asked
}

describe('when a provider is asked', () => {
  it('follows the tables, and ends', () => {
    expect(ages(true)).toEqual([600_000, HOUR, 6 * HOUR, 24 * HOUR])
    expect(ages(false)).toEqual([30_000, 120_000, 600_000, HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR])
    expect(ages(true)).toEqual(QUERY_AGES_WITH_REPORTS_MS)
    expect(ages(false)).toEqual(QUERY_AGES_WITHOUT_REPORTS_MS)
  })

  it('does not make up for what was missed', () => {
    expect(nextQueryAt({ reports: false, since: T, queries: 1, now: T + 3 * HOUR })).toBe(T + 6 * HOUR)
    expect(nextQueryAt({ reports: true, since: T, queries: 0, now: T + 25 * HOUR })).toBeNull()
  })

  it('is never just after the last time', () => {
    expect(nextQueryAt({ reports: false, since: T, queries: 2, now: T + 119_000 })).toBe(T + 600_000)
  })

  it('has an end also for a text that was sent in the future', () => {
    const asked: number[] = []
    const ahead = T + 24 * HOUR
    for (let queries = 0; queries < 10; queries += 1) {
      const at = nextQueryAt({ reports: false, since: ahead, queries, now: T })
      if (at !== null) asked.push(at - T)
    }
    expect(asked).toEqual(QUERY_AGES_WITHOUT_REPORTS_MS)
  })

  it('is always later than now, and for a text of today within the time it is asked about at all', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: -96 * HOUR, max: 96 * HOUR }), fc.nat({ max: 9 }), (reports, age, queries) => {
        const at = nextQueryAt({ reports, since: T - age, queries, now: T })
        if (at === null) return
        expect(at).toBeGreaterThanOrEqual(T + 15_000)
        expect(at - Math.min(T, T - age)).toBeLessThanOrEqual(QUERY_MAX_AGE_MS)
      }),
    )
  })
})

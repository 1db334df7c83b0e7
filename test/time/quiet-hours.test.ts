import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import type { QuietHours } from '../../src/shared/contract/desk.ts'
import { quietUntil, quietUntilIn } from '../../src/shared/outbox/quiet-hours.ts'
import { zonesOf } from '../../src/shared/time/zones.ts'
import { anyZone, DAY, MINUTE, zoneAndInstant } from './luxon-clock.ts'

const MAJA = '+46701740605'
const STOCKHOLM = 'Europe/Stockholm'
const NEW_YORK = '+12125550123'
const MOSCOW = '+79161234567'

function rules(from: string, until: string, days: number[] = []): QuietHours {
  return { from, until, days, exemptReplies: true }
}

const NIGHT = rules('21:00', '08:00')
/** Nothing within a day. */
const ONLY_DAYS = (days: number[]) => rules('00:00', '00:00', days)

/** The answer as text: `null`, or the instant to the minute. */
function end(hours: QuietHours, zone: string, now: string): string | null {
  const until = quietUntilIn(hours, [zone], Date.parse(now))
  return until === null ? null : new Date(until).toISOString().replace(':00.000Z', 'Z')
}

describe('quiet hours in one zone', () => {
  it.each([
    ['the afternoon', '2026-06-10T13:00Z', null],
    ['the last millisecond before', '2026-06-10T18:59:59.999Z', null],
    ['the first instant', '2026-06-10T19:00Z', '2026-06-11T06:00Z'],
    ['before midnight', '2026-06-10T21:59Z', '2026-06-11T06:00Z'],
    ['after midnight', '2026-06-10T22:00Z', '2026-06-11T06:00Z'],
    ['the last millisecond', '2026-06-11T05:59:59.999Z', '2026-06-11T06:00Z'],
    ['the first instant after', '2026-06-11T06:00Z', null],
    ['a night of 23 hours’ day', '2026-03-28T21:00Z', '2026-03-29T06:00Z'],
    ['a night of 25 hours’ day', '2026-10-24T20:00Z', '2026-10-25T07:00Z'],
  ])('21:00 to 08:00 in Stockholm: %s (%s)', (_what, now, expected) => {
    expect(end(NIGHT, STOCKHOLM, now)).toBe(expected)
  })

  it('within one day, without midnight', () => {
    const lunch = rules('12:00', '13:30')
    expect(end(lunch, STOCKHOLM, '2026-01-10T10:59:59Z')).toBeNull()
    expect(end(lunch, STOCKHOLM, '2026-01-10T11:00Z')).toBe('2026-01-10T12:30Z')
    expect(end(lunch, STOCKHOLM, '2026-01-10T12:30Z')).toBeNull()
  })

  it('from or until midnight', () => {
    expect(end(rules('00:00', '08:00'), 'UTC', '2026-01-10T00:00Z')).toBe('2026-01-10T08:00Z')
    expect(end(rules('00:00', '08:00'), 'UTC', '2026-01-09T23:59Z')).toBeNull()
    expect(end(rules('20:00', '00:00'), 'UTC', '2026-01-10T20:00Z')).toBe('2026-01-11T00:00Z')
    expect(end(rules('20:00', '00:00'), 'UTC', '2026-01-11T00:00Z')).toBeNull()
    expect(end(rules('00:00', '23:59'), 'UTC', '2026-01-10T00:00Z')).toBe('2026-01-10T23:59Z')
  })

  it('the same time twice means none within a day', () => {
    for (const time of ['00:00', '08:00', '23:59']) {
      expect(end(rules(time, time), 'UTC', `2026-01-10T${time}Z`)).toBeNull()
      expect(end(rules(time, time), 'UTC', '2026-01-10T12:00Z')).toBeNull()
    }
  })

  it('a quiet Sunday, and the quiet morning after it', () => {
    const week = rules('21:00', '08:00', [7])
    // 14 June 2026 is a Sunday.
    expect(end(week, 'UTC', '2026-06-13T20:59Z')).toBeNull()
    expect(end(week, 'UTC', '2026-06-13T21:00Z')).toBe('2026-06-15T08:00Z')
    expect(end(week, 'UTC', '2026-06-14T12:00Z')).toBe('2026-06-15T08:00Z')
    expect(end(ONLY_DAYS([7]), 'UTC', '2026-06-14T12:00Z')).toBe('2026-06-15T00:00Z')
    expect(end(ONLY_DAYS([7]), 'UTC', '2026-06-13T23:59Z')).toBeNull()
  })

  it('each weekday is the one of ISO 8601', () => {
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      // 8 June 2026 is a Monday.
      expect(end(ONLY_DAYS([day]), 'UTC', `2026-06-${String(7 + day).padStart(2, '0')}T12:00Z`)).not.toBeNull()
      expect(end(ONLY_DAYS([day]), 'UTC', `2026-06-${String(8 + day).padStart(2, '0')}T12:00Z`)).toBeNull()
    }
    expect(end(ONLY_DAYS([4]), 'UTC', '1969-12-25T12:00Z')).toBe('1969-12-26T00:00Z')
  })

  it('six quiet days, with one minute left on the seventh', () => {
    const week = rules('00:00', '23:59', [1, 2, 4, 5, 6, 7])
    expect(end(week, 'UTC', '2026-06-11T00:00Z')).toBe('2026-06-17T23:59Z')
    expect(end(week, 'UTC', '2026-06-17T23:59:30Z')).toBeNull()
  })

  it('quiet that ends in the spring gap ends when the clock jumps over its end', () => {
    const early = rules('22:00', '02:30')
    expect(end(early, STOCKHOLM, '2026-03-29T00:30Z')).toBe('2026-03-29T01:00Z')
    expect(end(rules('22:00', '02:15'), 'Australia/Lord_Howe', '2026-10-03T15:00Z')).toBe('2026-10-03T15:30Z')
    // Midnight itself does not exist: the Sunday in Santiago begins at 01:00.
    expect(end(ONLY_DAYS([6]), 'America/Santiago', '2026-09-06T03:59Z')).toBe('2026-09-06T04:00Z')
  })

  it('quiet that begins in the spring gap does not come about that night, if it ends in it too', () => {
    expect(end(rules('02:10', '02:50'), STOCKHOLM, '2026-03-29T00:59:59Z')).toBeNull()
    expect(end(rules('02:10', '02:50'), STOCKHOLM, '2026-03-29T01:00Z')).toBeNull()
  })

  it('a minute in which the gap swallows the only time that is not quiet is waited for a week later', () => {
    const week = rules('02:31', '02:30', [1, 2, 3, 4, 5, 6])
    expect(end(week, STOCKHOLM, '2026-03-28T12:00Z')).toBe('2026-04-05T00:30Z')
  })

  it('an hour that comes twice is quiet twice', () => {
    const early = rules('22:00', '02:30')
    expect(end(early, STOCKHOLM, '2026-10-24T23:00Z')).toBe('2026-10-25T00:30Z')
    expect(end(early, STOCKHOLM, '2026-10-25T00:59Z')).toBeNull()
    expect(end(early, STOCKHOLM, '2026-10-25T01:00Z')).toBe('2026-10-25T01:30Z')
    // The clock is put back just as quiet would have ended.
    expect(end(rules('22:00', '03:00'), STOCKHOLM, '2026-10-24T23:00Z')).toBe('2026-10-25T02:00Z')
    expect(end(rules('22:00', '01:45'), 'Australia/Lord_Howe', '2026-04-04T15:05Z')).toBe('2026-04-04T15:15Z')
  })

  it('goes by the day where the recipient is', () => {
    const sunday = ONLY_DAYS([7])
    // Saturday noon UTC is Sunday in Kiritimati; Monday early UTC is Sunday still in Pago Pago.
    expect(end(sunday, 'Pacific/Kiritimati', '2026-06-13T12:00Z')).toBe('2026-06-14T10:00Z')
    expect(end(sunday, 'Pacific/Pago_Pago', '2026-06-15T05:00Z')).toBe('2026-06-15T11:00Z')
    expect(end(NIGHT, 'Asia/Kathmandu', '2026-06-15T16:00Z')).toBe('2026-06-16T02:15Z')
    // Samoa went from Thursday 29 to Saturday 31 December 2011.
    expect(end(ONLY_DAYS([4, 5]), 'Pacific/Apia', '2011-12-30T09:00Z')).toBe('2011-12-30T10:00Z')
    expect(end(ONLY_DAYS([5]), 'Pacific/Apia', '2011-12-30T09:59Z')).toBeNull()
  })
})

describe('quiet hours of a number', () => {
  const noon = Date.parse('2026-06-10T12:00Z')

  it('go by the country of the number, not by the desk', () => {
    expect(quietUntil(NIGHT, MAJA, noon, 'Asia/Tokyo')).toBeNull()
    expect(quietUntil(NIGHT, '+819012345678', noon, STOCKHOLM)).toBe(Date.parse('2026-06-10T23:00Z'))
  })

  it('in a country with several zones are those of the desk, if it is there', () => {
    expect(quietUntil(NIGHT, NEW_YORK, noon, 'America/Chicago')).toBe(Date.parse('2026-06-10T13:00Z'))
    expect(quietUntil(NIGHT, NEW_YORK, noon, 'US/Eastern')).toBeNull()
  })

  it('seen from elsewhere, end when the last of its zones is awake and begin when the first goes to rest', () => {
    // 08:00 in Honolulu; 21:00 in New York.
    expect(quietUntil(NIGHT, NEW_YORK, noon, STOCKHOLM)).toBe(Date.parse('2026-06-10T18:00Z'))
    expect(quietUntil(NIGHT, NEW_YORK, Date.parse('2026-06-11T00:59:59Z'), STOCKHOLM)).toBeNull()
    expect(quietUntil(NIGHT, NEW_YORK, Date.parse('2026-06-11T01:00Z'), STOCKHOLM)).toBe(Date.parse('2026-06-11T18:00Z'))
  })

  it('where its zones are never awake together, are those of the first alone', () => {
    const mostOfTheDay = rules('15:00', '09:00')
    const [first = ''] = zonesOf(MOSCOW, STOCKHOLM)
    let some = 0
    for (let now = noon; now < noon + DAY; now += 15 * MINUTE) {
      const until = quietUntil(mostOfTheDay, MOSCOW, now, STOCKHOLM)
      expect(until).toBe(quietUntilIn(mostOfTheDay, [first], now))
      if (until !== null) some++
    }
    expect(some).toBe(72)
  })

  it('are not waited for beyond 8 days: awake together again only when summer time ends', () => {
    // Awake from 12:00 to 13:00 only. Lagos has no summer time.
    const oneHour = rules('13:00', '12:00')
    const zones = [STOCKHOLM, 'Africa/Lagos']
    expect(quietUntilIn(oneHour, zones, Date.parse('2026-10-10T12:00Z'))).toBe(Date.parse('2026-10-11T10:00Z'))
    expect(quietUntilIn(oneHour, zones, Date.parse('2026-10-17T10:59Z'))).toBeNull()
    expect(quietUntilIn(oneHour, zones, Date.parse('2026-10-17T11:00Z'))).toBe(Date.parse('2026-10-25T11:00Z'))
  })

  it('of a number without a country are those of the desk', () => {
    expect(quietUntil(NIGHT, '+80012345678', noon, 'Asia/Tokyo')).toBe(Date.parse('2026-06-10T23:00Z'))
    expect(quietUntil(NIGHT, '+80012345678', noon, STOCKHOLM)).toBeNull()
  })

  it('of a week without a waking hour, which the contract refuses, do not hang the desk', () => {
    const always = rules('21:00', '08:00', [1, 2, 3, 4, 5, 6, 7])
    expect(quietUntil(always, MAJA, noon, STOCKHOLM)).toBeGreaterThan(noon)
    expect(quietUntil(always, NEW_YORK, noon, STOCKHOLM)).toBeGreaterThan(noon)
  })

  it('without a zone are none', () => {
    expect(quietUntilIn(NIGHT, [], noon)).toBeNull()
  })
})

const clockTime = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 1_439 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 18 }).map((step) => step * 15) },
  )
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

const anyRules = fc.oneof(
  fc.record({
    from: clockTime,
    until: clockTime,
    days: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }) },
    ),
    exemptReplies: fc.boolean(),
  }),
  fc.constant(NIGHT),
)

/** Whether luxon's clock on the wall of a zone shows a quiet time. Read from the rules as a person would, as text. */
function luxonQuiet({ from, until, days }: QuietHours, zone: string, instant: number): boolean {
  const wall = DateTime.fromMillis(instant, { zone })
  if (days.includes(wall.weekday)) return true
  const time = wall.toFormat('HH:mm')
  if (from === until) return false
  return from < until ? from <= time && time < until : from <= time || time < until
}

/** The first whole minute after `now` that is quiet in none of the zones; null when there is none before `limit`. */
function bruteForceEnd(hours: QuietHours, zones: readonly string[], now: number, limit: number): number | null {
  for (let minute = (Math.floor(now / MINUTE) + 1) * MINUTE; minute <= limit; minute += MINUTE) {
    if (!zones.some((zone) => luxonQuiet(hours, zone, minute))) return minute
  }
  return null
}

describe('quiet hours, minute by minute with luxon', () => {
  it('in one zone, around changes of its clock', () => {
    fc.assert(
      fc.property(anyRules, zoneAndInstant, (hours, { zone, at }) => {
        const until = quietUntilIn(hours, [zone], at)
        if (luxonQuiet(hours, zone, at)) expect(until).toBe(bruteForceEnd(hours, [zone], at, at + 15 * DAY))
        else expect(until).toBeNull()
      }),
      { numRuns: 400 },
    )
  }, 120_000)

  it('in several zones', () => {
    fc.assert(
      fc.property(anyRules, zoneAndInstant, fc.array(anyZone, { minLength: 1, maxLength: 3 }), (hours, { zone, at }, others) => {
        const zones = [zone, ...others]
        const until = quietUntilIn(hours, zones, at)
        if (!zones.some((each) => luxonQuiet(hours, each, at))) {
          expect(until).toBeNull()
          return
        }
        const common = bruteForceEnd(hours, zones, at, at + 8 * DAY)
        if (common !== null) expect(until).toBe(common)
        else if (luxonQuiet(hours, zone, at)) expect(until).toBe(bruteForceEnd(hours, [zone], at, at + 15 * DAY))
        else expect(until).toBeNull()
      }),
      { numRuns: 100 },
    )
  }, 120_000)

  it('the end is after now, is not quiet itself, and asked again says so', () => {
    fc.assert(
      fc.property(anyRules, zoneAndInstant, (hours, { zone, at }) => {
        const until = quietUntilIn(hours, [zone], at)
        if (until === null) return
        expect(until).toBeGreaterThan(at)
        expect(quietUntilIn(hours, [zone], until)).toBeNull()
        expect(quietUntilIn(hours, [zone], until - 1)).toBe(until)
        expect(luxonQuiet(hours, zone, until - MINUTE)).toBe(true)
        expect(luxonQuiet(hours, zone, until)).toBe(false)
      }),
      { numRuns: 3_000 },
    )
  })

  it('a number of a country with many zones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(NEW_YORK, MOSCOW, '+61412345678'),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (number, at) => {
          const zones = zonesOf(number, STOCKHOLM)
          const until = quietUntil(NIGHT, number, at, STOCKHOLM)
          expect(until).toBe(zones.some((zone) => luxonQuiet(NIGHT, zone, at)) ? bruteForceEnd(NIGHT, zones, at, at + 8 * DAY) : null)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)
})

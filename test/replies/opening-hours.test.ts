import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../src/shared/replies/opening-hours.ts'
import { wallTimeOf } from '../../src/shared/time/wall-time.ts'

const ZONE = 'Europe/Stockholm'
const WEEK = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', until: '17:00' }))

describe('opening hours', () => {
  it.each([
    ['2026-03-02T06:59:59Z', false],
    ['2026-03-02T07:00:00Z', true],
    ['2026-03-02T15:59:59Z', true],
    ['2026-03-02T16:00:00Z', false],
    ['2026-03-07T10:00:00Z', false],
    // Summer time: eight o'clock is an hour earlier.
    ['2026-03-30T06:00:00Z', true],
    ['2026-03-30T05:59:59Z', false],
  ])('at %s in Stockholm: %s', (at, open) => {
    expect(isOpen(WEEK, ZONE, Date.parse(at))).toBe(open)
  })

  it('a night ends on the next day, from Sunday to Monday as well', () => {
    const nights = [{ day: 7, from: '18:00', until: '02:00' }]
    const open = ['2026-03-08T16:59:00Z', '2026-03-08T17:00:00Z', '2026-03-09T00:59:00Z', '2026-03-09T01:00:00Z', '2026-03-08T00:30:00Z']
    expect(open.map((at) => isOpen(nights, ZONE, Date.parse(at)))).toEqual([false, true, true, false, false])
  })

  it('without hours it is never open, with all days round it always is', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '00:00' }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(ZONE, 'Asia/Kolkata', 'America/New_York'), (at, zone) => {
        expect(isOpen([], zone, at)).toBe(false)
        expect(isOpen(always, zone, at)).toBe(true)
      }),
    )
  })

  it('is what the clock on the wall says, whatever the zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(ZONE, 'Asia/Kolkata', 'America/New_York'), (at, zone) => {
        const { local } = wallTimeOf(at, zone)
        const day = new Date(`${local}Z`).getUTCDay()
        const clock = local.slice(11, 16)
        expect(isOpen(WEEK, zone, at)).toBe(day >= 1 && day <= 5 && clock >= '08:00' && clock < '17:00')
      }),
    )
  })
})

import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTimeIn } from '../../src/shared/time/describe.ts'
import { nextOffsetChange, offsetAt } from '../../src/shared/time/offsets.ts'
import { instantOf, isZone, ownZone, wallTimeOf } from '../../src/shared/time/wall-time.ts'
import { clockChanges, DAY, EDGE_ZONES, luxonOffset, luxonWall, MINUTE, zoneAndInstant } from './luxon-clock.ts'

function iso(local: string, zone: string): string {
  return new Date(instantOf({ local, zone })).toISOString()
}

describe('the instant of a wall time', () => {
  it.each([
    ['winter', '2026-01-15T09:00', 'Europe/Stockholm', '2026-01-15T08:00'],
    ['summer', '2026-07-15T09:00', 'Europe/Stockholm', '2026-07-15T07:00'],
    ['the last minute before the spring gap', '2026-03-29T01:59', 'Europe/Stockholm', '2026-03-29T00:59'],
    ['the first minute of the spring gap', '2026-03-29T02:00', 'Europe/Stockholm', '2026-03-29T01:00'],
    ['the middle of the spring gap', '2026-03-29T02:30', 'Europe/Stockholm', '2026-03-29T01:30'],
    ['the end of the spring gap', '2026-03-29T03:00', 'Europe/Stockholm', '2026-03-29T01:00'],
    ['a time that comes twice', '2026-10-25T02:30', 'Europe/Stockholm', '2026-10-25T00:30'],
    ['after the time that comes twice', '2026-10-25T03:00', 'Europe/Stockholm', '2026-10-25T02:00'],
    ['the American gap', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30'],
    ['the American hour that comes twice', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30'],
    ['a gap of half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45'],
    ['half an hour that comes twice', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['a gap at midnight', '2026-09-06T00:30', 'America/Santiago', '2026-09-06T04:30'],
    ['a zone 45 minutes off', '2026-05-01T12:00', 'Asia/Kathmandu', '2026-05-01T06:15'],
    ['the first to see a day', '2026-05-01T00:00', 'Pacific/Kiritimati', '2026-04-30T10:00'],
    ['the last to see it', '2026-05-01T23:59', 'Pacific/Pago_Pago', '2026-05-02T10:59'],
    ['a day the date line took away', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00'],
    ['a leap day', '2028-02-29T12:00', 'UTC', '2028-02-29T12:00'],
  ])('%s: %s in %s', (_what, local, zone, expected) => {
    expect(iso(local, zone)).toBe(`${expected}:00.000Z`)
  })

  it.each([
    '2026-02-29T10:00',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-00-01T10:00',
    '2026-01-00T10:00',
    '2026-04-31T10:00',
    '2026-01-01T24:00',
    '2026-01-01T23:60',
    '2026-01-01',
    '2026-01-01T10:00:00',
    '2026-01-01T10:00Z',
    '2026-01-01T10:00+02:00',
    '2026-01-01 10:00',
    '2026-1-1T10:00',
    ' 2026-01-01T10:00',
    '2026-01-01T10:00\n',
    '２０２６-01-01T10:00',
    '',
  ])('refuses %j', (local) => {
    expect(() => instantOf({ local, zone: 'Europe/Stockholm' })).toThrow(RangeError)
  })

  it.each([
    '',
    'Europe/Atlantis',
    '+02:00',
    '-0330',
    'Z',
    ' UTC',
    'UTC[u-ca=hebrew]',
    'Etc/Unknown',
    '__proto__',
    'x'.repeat(65),
    '../UTC',
  ])('refuses the zone %j', (zone) => {
    expect(() => instantOf({ local: '2026-01-01T10:00', zone })).toThrow(RangeError)
    expect(() => wallTimeOf(0, zone)).toThrow(RangeError)
    expect(isZone(zone)).toBe(false)
  })

  it('is what luxon finds, the first of two, and later by the gap where there is none', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, at }) => {
        // Taken from the offset of the day before, so that times in a gap come up too.
        const wall = Math.floor((at + luxonOffset(zone, at - DAY)) / MINUTE) * MINUTE
        const before = luxonOffset(zone, wall - luxonOffset(zone, wall) - DAY)
        const after = luxonOffset(zone, wall - luxonOffset(zone, wall) + DAY)
        const candidates = [before, after].map((offset) => wall - offset).filter((instant) => instant + luxonOffset(zone, instant) === wall)
        const expected = candidates.length > 0 ? Math.min(...candidates) : wall - before
        expect(instantOf({ local: new Date(wall).toISOString().slice(0, 16), zone })).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('the wall time of an instant', () => {
  it('is what luxon shows', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, at }) => {
        const local = luxonWall(zone, at)
        expect(wallTimeOf(at, zone)).toEqual({ local, zone })
        expect(clockTimeIn(at, zone)).toBe(local.slice(11))
      }),
      { numRuns: 3_000 },
    )
  })

  it('leads back to the instant, or to the first of two', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, at }) => {
        const minute = Math.floor(at / MINUTE) * MINUTE
        const back = instantOf(wallTimeOf(at, zone))
        expect(back).toBeLessThanOrEqual(minute)
        expect(wallTimeOf(back, zone)).toEqual(wallTimeOf(at, zone))
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps the name of the zone it was given', () => {
    expect(wallTimeOf(0, 'Asia/Kolkata').zone).toBe('Asia/Kolkata')
  })

  it('takes parts of a millisecond, the first instant and the last one of four digits', () => {
    expect(wallTimeOf(59_999.9, 'UTC').local).toBe('1970-01-01T00:00')
    expect(wallTimeOf(-1, 'UTC').local).toBe('1969-12-31T23:59')
    expect(wallTimeOf(Date.UTC(9999, 11, 31, 23, 59), 'UTC').local).toBe('9999-12-31T23:59')
    expect(() => wallTimeOf(8_640_000_000_000_000, 'UTC')).toThrow(RangeError)
    expect(() => wallTimeOf(Number.NaN, 'UTC')).toThrow(RangeError)
  })
})

describe('how far a clock is ahead', () => {
  it('is what luxon says', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, at }) => {
        expect(offsetAt(zone, at)).toBe(luxonOffset(zone, at))
      }),
      { numRuns: 5_000 },
    )
  })

  it('changes to the millisecond when luxon has it change', () => {
    for (const zone of EDGE_ZONES) {
      for (const change of clockChanges(zone, Date.UTC(2010, 0, 1), Date.UTC(2030, 0, 1))) {
        expect(offsetAt(zone, change - 1)).toBe(luxonOffset(zone, change - 1))
        expect(offsetAt(zone, change)).toBe(luxonOffset(zone, change))
        expect(nextOffsetChange(zone, change - 1, change)).toBe(change)
        expect(nextOffsetChange(zone, change - 20 * DAY, change + DAY)).toBe(change)
        expect(nextOffsetChange(zone, change, change + 2 * DAY)).toBeNull()
        expect(nextOffsetChange(zone, change - 2 * DAY, change - 1)).toBeNull()
      }
    }
  })

  it('is found anew after more days than are kept', () => {
    const start = Date.UTC(2024, 0, 1)
    for (let day = 0; day < 1_200; day++) {
      expect(offsetAt('Europe/Stockholm', start + day * DAY)).toBe(luxonOffset('Europe/Stockholm', start + day * DAY))
    }
    expect(offsetAt('Europe/Stockholm', start)).toBe(3_600_000)
  })

  it('is not told for a zone that is unknown', () => {
    expect(() => offsetAt('Europe/Atlantis', 0)).toThrow(RangeError)
    expect(() => clockTimeIn(0, 'Europe/Atlantis')).toThrow(RangeError)
  })
})

describe('zones by name', () => {
  it('knows all names of this computer, and old ones', () => {
    for (const zone of [...Intl.supportedValuesOf('timeZone'), 'Asia/Kolkata', 'US/Central', 'Etc/GMT+5', 'EST5EDT', 'UTC', 'GMT']) {
      expect(isZone(zone), zone).toBe(true)
    }
  })

  it("takes the computer's own zone", () => {
    expect(isZone(ownZone())).toBe(true)
    expect(zoneOfComputer('Europe/Stockholm')).toBe('Europe/Stockholm')
    expect(zoneOfComputer('Australia/Lord_Howe')).toBe('Australia/Lord_Howe')
    expect(zoneOfComputer('Asia/Kolkata')).toBe('Asia/Kolkata')
    expect(zoneOfComputer('Asia/Calcutta')).toBe('Asia/Kolkata')
  })

  // Windows has no such notations.
  it.skipIf(process.platform === 'win32')('takes the fixed offset of a system that tells no more, else UTC', () => {
    expect(zoneOfComputer('nonsense')).toBe('UTC')
    expect(zoneOfComputer('')).toBe('UTC')
    // POSIX: three hours behind UTC, two ahead.
    expect(zoneOfComputer('UTC+3')).toBe('Etc/GMT+3')
    expect(zoneOfComputer('GMT-2')).toBe('Etc/GMT-2')
  })
})

/** Asks another process, since a process reads its zone once. */
function zoneOfComputer(TZ: string): string {
  const file = resolve(import.meta.dirname, '../../src/shared/time/wall-time.ts')
  const script = `import(${JSON.stringify(pathToFileURL(file).href)}).then(({ ownZone }) => process.stdout.write(ownZone()))`
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, TZ } })
}

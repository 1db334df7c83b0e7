import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCampaignTime } from '../../src/main/providers/konnect/campaign-time.ts'

test.each([
  ['Mar 3, 2025 9:00:00 AM EST', '2025-03-03T14:00:00Z'],
  ['Mar 3, 2025 9:00:21 AM EST', '2025-03-03T14:00:21Z'],
  ['Jul 4, 2025 9:00:00 AM EDT', '2025-07-04T13:00:00Z'],
  ['Jan 1, 2025 12:00:00 AM UTC', '2025-01-01T00:00:00Z'],
  ['Jan 1, 2025 12:59:59 AM UTC', '2025-01-01T00:59:59Z'],
  ['Jan 1, 2025 12:00:00 PM UTC', '2025-01-01T12:00:00Z'],
  ['Jan 1, 2025 1:00:00 PM UTC', '2025-01-01T13:00:00Z'],
  ['Jan 1, 2025 11:59:59 PM UTC', '2025-01-01T23:59:59Z'],
  ['Dec 31, 2025 11:30:00 PM EST', '2026-01-01T04:30:00Z'],
  ['Jan 1, 2026 12:30:00 AM SAST', '2025-12-31T22:30:00Z'],
  ['Feb 29, 2028 10:00:00 AM GMT', '2028-02-29T10:00:00Z'],
  // Ways of writing that mean the same.
  ['mar 3, 2025 9:00:00 am est', '2025-03-03T14:00:00Z'],
  [' Mar  3,\t2025 9:00:00 AM EST ', '2025-03-03T14:00:00Z'],
  ['Mar 3, 2025 9:00:00\u202FAM EST', '2025-03-03T14:00:00Z'],
  ['Mar 3, 2025 9:00:00\u00A0AM EST', '2025-03-03T14:00:00Z'],
  ['Mar 3, 2025, 9:00:00 AM EST', '2025-03-03T14:00:00Z'],
  ['Mar 03, 2025 09:00:00 AM EST', '2025-03-03T14:00:00Z'],
  ['March 3, 2025 9:00:00 AM EST', '2025-03-03T14:00:00Z'],
  ['Sept. 3, 2025 9:00:00 a.m. EDT', '2025-09-03T13:00:00Z'],
  ['Mar 3, 2025 9:00:00AM EST', '2025-03-03T14:00:00Z'],
  ['Mar 3, 2025 9:00:00 AM GMT+05:30', '2025-03-03T03:30:00Z'],
  ['Mar 3, 2025 9:00:00 AM GMT-3', '2025-03-03T12:00:00Z'],
  ['Mar 3, 2025 9:00:00 AM +0100', '2025-03-03T08:00:00Z'],
])('“%s” is %s', (text, iso) => {
  expect(readCampaignTime(text)).toBe(Date.parse(iso))
})

// From the zones' own data, so that the table is not compared with itself.
test.each([
  ['UTC', 'UTC', 1],
  ['GMT', 'Africa/Accra', 1],
  ['EST', 'America/New_York', 1],
  ['EDT', 'America/New_York', 7],
  ['CST', 'America/Chicago', 1],
  ['CDT', 'America/Chicago', 7],
  ['MST', 'America/Denver', 1],
  ['MDT', 'America/Denver', 7],
  ['PST', 'America/Los_Angeles', 1],
  ['PDT', 'America/Los_Angeles', 7],
  ['AKST', 'America/Anchorage', 1],
  ['AKDT', 'America/Anchorage', 7],
  ['HST', 'Pacific/Honolulu', 1],
  ['WET', 'Europe/Lisbon', 1],
  ['WEST', 'Europe/Lisbon', 7],
  ['CET', 'Europe/Amsterdam', 1],
  ['CEST', 'Europe/Amsterdam', 7],
  ['EET', 'Europe/Helsinki', 1],
  ['EEST', 'Europe/Helsinki', 7],
  ['MSK', 'Europe/Moscow', 1],
  ['WAT', 'Africa/Lagos', 1],
  ['CAT', 'Africa/Maputo', 1],
  ['SAST', 'Africa/Johannesburg', 1],
  ['EAT', 'Africa/Nairobi', 1],
  ['GST', 'Asia/Dubai', 1],
  ['PKT', 'Asia/Karachi', 1],
  ['WIB', 'Asia/Jakarta', 1],
  ['SGT', 'Asia/Singapore', 1],
  ['HKT', 'Asia/Hong_Kong', 1],
  ['JST', 'Asia/Tokyo', 1],
  ['AEST', 'Australia/Sydney', 7],
  ['AEDT', 'Australia/Sydney', 1],
])('%s is the time of %s in month %i', (abbreviation, zone, month) => {
  const at = Date.UTC(2025, month - 1, 15, 12, 0, 0)
  const local = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  }).format(at)
  expect(readCampaignTime(`${local} ${abbreviation}`)).toBe(at)
})

test.each([
  ['a zone nobody can tell for certain', 'Mar 3, 2025 9:00:00 AM IST'],
  ['one more', 'Mar 3, 2025 9:00:00 AM BST'],
  ['a zone that is none', 'Mar 3, 2025 9:00:00 AM XYZ'],
  ['no zone', 'Mar 3, 2025 9:00:00 AM'],
  ['neither AM nor PM', 'Mar 3, 2025 9:00:00 EST'],
  ['24 hours', 'Mar 3, 2025 13:00:00 PM EST'],
  ['hour 0', 'Mar 3, 2025 0:00:00 AM EST'],
  ['minute 60', 'Mar 3, 2025 9:60:00 AM EST'],
  ['second 60', 'Mar 3, 2025 9:00:60 AM EST'],
  ['no seconds', 'Mar 3, 2025 9:00 AM EST'],
  ['day 0', 'Mar 0, 2025 9:00:00 AM EST'],
  ['a day the month does not have', 'Feb 29, 2025 9:00:00 AM EST'],
  ['day 31 of a short month', 'Apr 31, 2025 9:00:00 AM EST'],
  ['no month', 'Foo 3, 2025 9:00:00 AM EST'],
  ['half a month and something else', 'Marx 3, 2025 9:00:00 AM EST'],
  ['a difference no zone has', 'Mar 3, 2025 9:00:00 AM GMT+15'],
  ['another notation', '2025-03-03T09:00:00Z'],
  ['an Object’s name for a zone', 'Mar 3, 2025 9:00:00 AM constructor'],
  ['nothing', ''],
])('%s is no time: “%s”', (_what, text) => {
  expect(readCampaignTime(text)).toBeNull()
})

test('every second of the years comes back as it was written', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1) / 1_000, max: Date.UTC(2099, 11, 31) / 1_000 }), (second) => {
      const date = new Date(second * 1_000)
      const [hour, minute] = [date.getUTCHours(), String(date.getUTCMinutes()).padStart(2, '0')]
      const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${minute}:${String(date.getUTCSeconds()).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
      const text = `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()} ${clock} UTC`
      expect(readCampaignTime(text)).toBe(second * 1_000)
    }),
  )
})

test('no text of any kind throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d{2}:\d{2} [AP]M [A-Z]{1,5}$/)),
      (text) => {
        const at = readCampaignTime(text)
        expect(at === null || Number.isSafeInteger(at)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBetween } from '../../src/renderer/components/times.ts'
import { speechIn } from './speech.ts'

const { times } = await speechIn('en', 'en-GB')

/** A local moment, so that the tests say the same in every time zone. */
const at = (year: number, month: number, day: number, hour = 12, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime()

const SATURDAY_NOON = at(2026, 11, 21)

describe('times in the list', () => {
  test('today shows the clock, yesterday the word, this week the weekday', () => {
    expect(times.inList(at(2026, 11, 21, 9, 41), SATURDAY_NOON)).toBe('09:41')
    expect(times.inList(at(2026, 11, 20, 23, 59), SATURDAY_NOON)).toBe('Yesterday')
    expect(times.inList(at(2026, 11, 19), SATURDAY_NOON)).toBe('Thu')
  })

  test('a week ago is a date, last year a date with its year', () => {
    expect(times.inList(at(2026, 11, 14), SATURDAY_NOON)).toBe('14 Nov')
    expect(times.inList(at(2025, 12, 1), SATURDAY_NOON)).toBe('1 Dec 2025')
  })

  test('just before and just after midnight are different days', () => {
    expect(times.inList(at(2026, 11, 20, 23, 59), at(2026, 11, 21, 0, 1))).toBe('Yesterday')
    expect(times.inList(at(2026, 11, 21, 0, 0), at(2026, 11, 21, 0, 1))).toBe('00:00')
  })

  test('a clock set back does not break the words', () => {
    expect(times.inList(at(2026, 11, 22), SATURDAY_NOON)).toBe('22 Nov')
  })
})

describe('days', () => {
  const zone = process.env['TZ']
  beforeAll(() => {
    // Clocks change here in March and in October.
    process.env['TZ'] = 'Europe/Amsterdam'
  })
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('are calendar days, whatever a change of clocks does to their length', () => {
    for (let day = 1; day <= 365; day += 1) {
      expect(daysBetween(new Date(2026, 0, day, 0, 30).getTime(), new Date(2026, 0, day + 1, 23, 30).getTime())).toBe(1)
    }
  })

  test('are named in the line between them', () => {
    const noon = at(2026, 11, 21)
    expect(times.day(noon, noon)).toBe('Today')
    expect(times.day(at(2026, 11, 20), noon)).toBe('Yesterday')
    expect(times.day(at(2026, 11, 19), noon)).toBe('Thursday 19 November')
    expect(times.day(at(2025, 11, 19), noon)).toContain('2025')
  })
})

describe('a moment inside a sentence', () => {
  test('carries the day only when it is another one', () => {
    expect(times.moment(at(2026, 11, 21, 14, 5), SATURDAY_NOON)).toBe('14:05')
    expect(times.moment(at(2026, 11, 22, 8, 0), SATURDAY_NOON)).toBe('tomorrow 08:00')
    expect(times.moment(at(2026, 11, 20, 8, 0), SATURDAY_NOON)).toBe('yesterday 08:00')
    expect(times.moment(at(2026, 11, 24, 8, 0), SATURDAY_NOON)).toBe('Tue 08:00')
    expect(times.moment(at(2026, 12, 24, 8, 0), SATURDAY_NOON)).toBe('24 Dec 08:00')
  })

  test('is written as in the person’s own country, in the language of the window', async () => {
    const american = (await speechIn('en', 'en-US')).times
    expect(american.clock(at(2026, 11, 21, 14, 5))).toMatch(/^02:05\sPM$/u)
    const swedish = (await speechIn('sv', 'sv-SE')).times
    expect(swedish.moment(at(2026, 11, 22, 8, 0), SATURDAY_NOON)).toBe('i morgon kl. 08:00')
    expect(swedish.day(at(2026, 11, 19), SATURDAY_NOON)).toBe('torsdag 19 november')
    const dutch = (await speechIn('nl', 'nl-BE')).times
    expect(dutch.on(at(2026, 11, 21, 14, 5), SATURDAY_NOON)).toBe('om 14:05')
    expect(dutch.inList(at(2026, 11, 20), SATURDAY_NOON)).toBe('Gisteren')
  })
})

test('counts group their digits', () => {
  expect(times.count(1848)).toBe('1,848')
})

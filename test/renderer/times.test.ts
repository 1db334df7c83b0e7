import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clockTime, dayTitle, daysBetween, listTime, momentWords, plural } from '../../src/renderer/components/times.ts'

/** A local moment, so that the tests say the same in every time zone. */
const at = (year: number, month: number, day: number, hour = 12, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime()

const SATURDAY_NOON = at(2026, 11, 21)

describe('times in the list', () => {
  test('today shows the clock, yesterday the word, this week the weekday', () => {
    expect(listTime(at(2026, 11, 21, 9, 41), SATURDAY_NOON, 'en-GB')).toBe('09:41')
    expect(listTime(at(2026, 11, 20, 23, 59), SATURDAY_NOON, 'en-GB')).toBe('Yesterday')
    expect(listTime(at(2026, 11, 19), SATURDAY_NOON, 'en-GB')).toBe('Thu')
  })

  test('a week ago is a date, last year a date with its year', () => {
    expect(listTime(at(2026, 11, 14), SATURDAY_NOON, 'en-GB')).toBe('14 Nov')
    expect(listTime(at(2025, 12, 1), SATURDAY_NOON, 'en-GB')).toBe('1 Dec 2025')
  })

  test('just before and just after midnight are different days', () => {
    expect(listTime(at(2026, 11, 20, 23, 59), at(2026, 11, 21, 0, 1), 'en-GB')).toBe('Yesterday')
    expect(listTime(at(2026, 11, 21, 0, 0), at(2026, 11, 21, 0, 1), 'en-GB')).toBe('00:00')
  })

  test('a clock set back does not break the words', () => {
    expect(listTime(at(2026, 11, 22), SATURDAY_NOON, 'en-GB')).toBe('22 Nov')
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
    expect(dayTitle(noon, noon, 'en-GB')).toBe('Today')
    expect(dayTitle(at(2026, 11, 20), noon, 'en-GB')).toBe('Yesterday')
    expect(dayTitle(at(2026, 11, 19), noon, 'en-GB')).toBe('Thursday 19 November')
    expect(dayTitle(at(2025, 11, 19), noon, 'en-GB')).toContain('2025')
  })
})

describe('a moment inside a sentence', () => {
  test('carries the day only when it is another one', () => {
    expect(momentWords(at(2026, 11, 21, 14, 5), SATURDAY_NOON, 'en-GB')).toBe('14:05')
    expect(momentWords(at(2026, 11, 22, 8, 0), SATURDAY_NOON, 'en-GB')).toBe('tomorrow 08:00')
    expect(momentWords(at(2026, 11, 20, 8, 0), SATURDAY_NOON, 'en-GB')).toBe('yesterday 08:00')
    expect(momentWords(at(2026, 11, 24, 8, 0), SATURDAY_NOON, 'en-GB')).toBe('Tue 08:00')
    expect(momentWords(at(2026, 12, 24, 8, 0), SATURDAY_NOON, 'en-GB')).toBe('24 Dec 08:00')
  })

  test('follows the locale', () => {
    expect(clockTime(at(2026, 11, 21, 14, 5), 'en-US')).toMatch(/^02:05\sPM$/u)
  })
})

describe('counts', () => {
  test('agree with their word and group their digits', () => {
    expect(plural(1, 'text', 'texts', 'en-GB')).toBe('1 text')
    expect(plural(0, 'text', 'texts', 'en-GB')).toBe('0 texts')
    expect(plural(1848, 'text', 'texts', 'en-GB')).toBe('1,848 texts')
  })
})

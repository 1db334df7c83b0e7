import { createContext, useContext } from 'react'
import { daysBetween } from '../components/times.ts'
import { asHere, showSame, zoneName } from '../components/zones.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import type { Words } from './words.ts'

/**
 * Moments and counts as people write them in the language of the window, in their own time zone. Times are in ms since 1970
 * UTC; the same call always says the same.
 */
export interface Times {
  /** "09:41". */
  clock(at: number): string
  /** "09:41:07". */
  toTheSecond(at: number): string
  /** For lists: "09:41" today, "Yesterday", "Thu" within a week, "19 Nov" this year, else with the year. */
  inList(at: number, now: number): string
  /** For the line between days: "Today", "Yesterday", "Thursday 19 November", with the year when it is another. */
  day(at: number, now: number): string
  /** The whole truth, for a title: "Thursday 19 November 2026 at 10:05:12". */
  exact(at: number): string
  /** Inside a sentence: "14:05", "tomorrow 14:05", "Thu 14:05", "19 Nov 14:05". */
  moment(at: number, now: number): string
  /** After a verb: "at 14:05", "tomorrow 14:05", "Thu 14:05". */
  on(at: number, now: number): string
  /**
   * When something goes out, after a verb, and where it was said by another clock than this computer's, by that one first:
   * "tomorrow 09:00 in New York (tomorrow 15:00 here)".
   */
  scheduled(schedule: { at: number; zone: string | null }, now: number): string
  /** "1 848". */
  count(count: number): string
}

/** {@link Times} in a language. @param tag by which dates and numbers are written */
export function createTimes(words: Words<'times'>, tag: string): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    // Made when first wanted: every row of a list asks for a few of them, and they are dear.
    let dates: Intl.DateTimeFormat | undefined
    return (at: number) => (dates ??= new Intl.DateTimeFormat(tag, options)).format(at)
  }
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const weekday = format({ weekday: 'short' })
  const date = format({ day: 'numeric', month: 'short' })
  const dateWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const longDate = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const longDateWithYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const numbers = new Intl.NumberFormat(tag)
  const sameYear = (one: number, other: number) => new Date(one).getFullYear() === new Date(other).getFullYear()

  function moment(at: number, now: number): string {
    const days = daysBetween(at, now)
    if (days === 0) return clock(at)
    if (days === -1) return words('tomorrowAt', { time: clock(at) })
    if (days === 1) return words('yesterdayAt', { time: clock(at) })
    return words('dateAt', { date: Math.abs(days) < 7 ? weekday(at) : date(at), time: clock(at) })
  }

  const on = (at: number, now: number): string => (daysBetween(at, now) === 0 ? words('at', { time: clock(at) }) : moment(at, now))

  return {
    clock,
    moment,
    on,
    toTheSecond: format({ timeStyle: 'medium' }),
    exact: format({ dateStyle: 'full', timeStyle: 'medium' }),
    count: (count) => numbers.format(count),
    scheduled({ at, zone }, now) {
      if (zone === null || showSame(at, zone, ownZone())) return on(at, now)
      return words('onElsewhere', { there: on(asHere(at, zone), asHere(now, zone)), place: zoneName(zone), here: moment(at, now) })
    },
    inList(at, now) {
      const days = daysBetween(at, now)
      if (days === 0) return clock(at)
      if (days === 1) return words('yesterday')
      if (days > 1 && days < 7) return weekday(at)
      return sameYear(at, now) ? date(at) : dateWithYear(at)
    },
    day(at, now) {
      const days = daysBetween(at, now)
      if (days === 0) return words('today')
      if (days === 1) return words('yesterday')
      return sameYear(at, now) ? longDate(at) : longDateWithYear(at)
    },
  }
}

/** Made once for the window: a list asks for moments in each of its rows. */
export const TimesContext = createContext<Times | null>(null)

/** {@link Times} in the language of the window. @throws outside of `LanguageProvider` */
export function useTimes(): Times {
  const times = useContext(TimesContext)
  if (times === null) throw new Error('useTimes is used outside of LanguageProvider')
  return times
}

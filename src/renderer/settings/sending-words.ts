import type { QuietHours } from '../../shared/contract/desk.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import type { Words } from '../language/words.ts'

/** The night, as most businesses mean it. */
export const NIGHT: QuietHours = { from: '21:00', until: '08:00', days: [], exemptReplies: true }

/** One choice of a list, in words. */
export interface NumberChoice {
  value: number
  label: string
}

const UNDO_SECONDS = [0, 5, 10, 20, 30]
const DUPLICATE_MINUTES = [0, 10, 60, 1_440, 10_080]
const HOOK_DAYS = [7, 30, 90, 365, 0]

/** How long pressing Send can be taken back, `current` among the choices whatever it is. In seconds. */
export function undoChoices(words: Words<'sending'>, current: number): NumberChoice[] {
  return choicesWith(UNDO_SECONDS, current, (seconds) =>
    seconds === 0 ? words('undoNever') : words('lengths.seconds', { count: seconds }),
  )
}

/** How long the same text to the same number asks first, `current` among the choices whatever it is. In minutes. */
export function duplicateChoices(words: Words<'sending'>, current: number): NumberChoice[] {
  return choicesWith(DUPLICATE_MINUTES, current, (minutes) =>
    minutes === 0 ? words('duplicateNever') : words('duplicateWithin', { time: minutesWords(words, minutes) }),
  )
}

/** For how long what came in is kept, `current` among the choices whatever it is. In days. */
export function hookDaysChoices(words: Words<'keys'>, current: number): NumberChoice[] {
  return choicesWith(HOOK_DAYS, current, (days) => (days === 0 ? words('kept.forEver') : words('kept.forDays', { days })))
}

function choicesWith(usual: readonly number[], current: number, label: (value: number) => string): NumberChoice[] {
  const values = usual.includes(current) ? usual : [...usual, current].sort((a, b) => a - b)
  return values.map((value) => ({ value, label: label(value) }))
}

/** "10 minutes", "1 hour", "2 days", in the largest unit that is whole. */
export function minutesWords(words: Words<'sending'>, minutes: number): string {
  if (minutes % 10_080 === 0) return words('lengths.weeks', { count: minutes / 10_080 })
  if (minutes % 1_440 === 0) return words('lengths.days', { count: minutes / 1_440 })
  if (minutes % 60 === 0) return words('lengths.hours', { count: minutes / 60 })
  return words('lengths.minutes', { count: minutes })
}

/** A Monday: weekdays are named by counting from it. */
const MONDAY = Date.UTC(2024, 0, 1)

/** The name of a weekday, 1 for Monday: "Mon" or "Monday". @param tag of the language */
export function weekdayName(day: number, length: 'short' | 'long', tag: string): string {
  return new Intl.DateTimeFormat(tag, { weekday: length, timeZone: 'UTC' }).format(MONDAY + (day - 1) * 86_400_000)
}

/** A time of day as the language writes it: "21:00", "9:00 PM". @param clock `HH:MM` @param tag of the language; the computer’s own where left out */
export function clockWords(clock: string, tag?: string): string {
  return new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${clock}Z`))
}

/** Weekdays as something happens on each of them, Monday first. */
const EACH_DAY = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7'] as const

/** What quiet hours mean, in sentences. @param tag of the language */
export function quietHoursSentence(words: Words<'sending'>, tag: string, { from, until, days, exemptReplies }: QuietHours): string {
  const names = EACH_DAY.filter((_, index) => days.includes(index + 1)).map((day) => words(`quiet.each.${day}`))
  const list = new Intl.ListFormat(tag, { type: 'conjunction' }).format(names)
  const hours = { from: clockWords(from, tag), until: clockWords(until, tag), night: from > until ? 'yes' : 'no' }
  if (from === until && names.length === 0) return words('quiet.nothing')
  const when =
    from === until
      ? words('quiet.days', { days: list })
      : names.length === 0
        ? words('quiet.hours', hours)
        : words('quiet.hoursAndDays', { ...hours, days: list })
  return `${when} ${exemptReplies ? words('quiet.answersGo') : words('quiet.answersWait')}`
}

/** "10 texts a second". */
export function rateWords(words: Words<'sending'>, { count, per }: SendingRate): string {
  return words(`rate.${per}`, { count })
}

const PERIOD_SECONDS: Record<SendingRate['per'], number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 }

/** What a rate means for a larger mailing: "1,000 texts take about 2 minutes." */
export function paceSentence(words: Words<'sending'>, rate: SendingRate): string {
  const texts = 1_000
  const seconds = (texts / rate.count) * PERIOD_SECONDS[rate.per]
  // What fits into one period goes at once.
  if (rate.count >= texts) return words('pace.atOnce', { texts })
  return words('pace.takes', { texts, time: roughly(words, seconds) })
}

function roughly(words: Words<'sending'>, seconds: number): string {
  const [size, unit] =
    seconds < 90
      ? ([1, 'seconds'] as const)
      : seconds < 90 * 60
        ? ([60, 'minutes'] as const)
        : seconds < 36 * 3_600
          ? ([3_600, 'hours'] as const)
          : ([86_400, 'days'] as const)
  return words(`lengths.${unit}`, { count: Math.max(1, Math.round(seconds / size)) })
}

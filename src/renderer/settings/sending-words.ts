import type { QuietHours } from '../../shared/contract/desk.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import { countWords, plural } from '../components/times.ts'

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
export function undoChoices(current: number): NumberChoice[] {
  return choicesWith(UNDO_SECONDS, current, (seconds) => (seconds === 0 ? 'Not at all' : plural(seconds, 'second', 'seconds')))
}

/** How long the same text to the same number asks first, `current` among the choices whatever it is. In minutes. */
export function duplicateChoices(current: number): NumberChoice[] {
  return choicesWith(DUPLICATE_MINUTES, current, (minutes) => (minutes === 0 ? 'Never ask' : `Within ${minutesWords(minutes)}`))
}

/** For how long what came in is kept, `current` among the choices whatever it is. In days. */
export function hookDaysChoices(current: number): NumberChoice[] {
  return choicesWith(HOOK_DAYS, current, (days) => (days === 0 ? 'For ever' : `For ${plural(days, 'day', 'days')}`))
}

function choicesWith(usual: readonly number[], current: number, label: (value: number) => string): NumberChoice[] {
  const values = usual.includes(current) ? usual : [...usual, current].sort((a, b) => a - b)
  return values.map((value) => ({ value, label: label(value) }))
}

/** "10 minutes", "1 hour", "2 days", in the largest unit that is whole. */
export function minutesWords(minutes: number): string {
  if (minutes % 10_080 === 0) return plural(minutes / 10_080, 'week', 'weeks')
  if (minutes % 1_440 === 0) return plural(minutes / 1_440, 'day', 'days')
  if (minutes % 60 === 0) return plural(minutes / 60, 'hour', 'hours')
  return plural(minutes, 'minute', 'minutes')
}

/** A Monday: weekdays are named by counting from it. */
const MONDAY = Date.UTC(2024, 0, 1)

/** The name of a weekday, 1 for Monday: "Mon" or "Monday". */
export function weekdayName(day: number, length: 'short' | 'long', locale?: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(MONDAY + (day - 1) * 86_400_000)
}

/** A time of day as this computer writes it: "21:00", "9:00 PM". @param clock `HH:MM` */
export function clockWords(clock: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${clock}Z`))
}

/** What quiet hours mean, in sentences. */
export function quietHoursSentence({ from, until, days, exemptReplies }: QuietHours, locale?: string): string {
  const names = [...days].sort((a, b) => a - b).map((day) => `${weekdayName(day, 'long', locale)}s`)
  const wholeDays = names.length === 0 ? null : `all day on ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)}`
  const hours =
    from === until ? null : `from ${clockWords(from, locale)} to ${clockWords(until, locale)}${from > until ? ' the next morning' : ''}`
  const when = [hours, wholeDays].filter((words) => words !== null).join(' and ')
  if (when === '') return 'Nothing is quiet: from and until are the same and no day is chosen.'
  const rest = exemptReplies
    ? 'An answer within an hour of the customer’s own text goes out all the same.'
    : 'Answers to customers wait as well.'
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}, by the clock where the recipient is, texts wait here and go out by themselves afterwards. ${rest}`
}

/** "10 texts a second". */
export function rateWords({ count, per }: SendingRate, locale?: string): string {
  return `${plural(count, 'text', 'texts', locale)} ${per === 'hour' ? 'an' : 'a'} ${per}`
}

const PERIOD_SECONDS: Record<SendingRate['per'], number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 }

/** What a rate means for a larger mailing: "1,000 texts take about 2 minutes." */
export function paceSentence(rate: SendingRate, locale?: string): string {
  const texts = 1_000
  const seconds = (texts / rate.count) * PERIOD_SECONDS[rate.per]
  // What fits into one period goes at once.
  if (rate.count >= texts) return `${countWords(texts, locale)} texts go at once.`
  return `${countWords(texts, locale)} texts take about ${roughly(seconds, locale)}.`
}

function roughly(seconds: number, locale?: string): string {
  const [size, one, many] =
    seconds < 90
      ? ([1, 'second', 'seconds'] as const)
      : seconds < 90 * 60
        ? ([60, 'minute', 'minutes'] as const)
        : seconds < 36 * 3_600
          ? ([3_600, 'hour', 'hours'] as const)
          : ([86_400, 'day', 'days'] as const)
  return plural(Math.max(1, Math.round(seconds / size)), one, many, locale)
}

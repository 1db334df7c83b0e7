import type { AwayMessage, OpenSpan } from '../../../shared/contract/replies.ts'
import type { Reaction } from '../../../shared/replies/reaction.ts'
import type { Words } from '../../language/words.ts'
import { clockWords, weekdayName } from '../sending-words.ts'

/** What a text that is tried would do, in sentences. */
export function reactionWords(words: Words<'replies'>, { keyword, answer }: Reaction): string {
  switch (keyword) {
    case 'opt_out':
      return answer === null ? words('try.optOut') : words('try.optOutAnswered', { text: answer.text })
    case 'opt_in':
      return answer === null ? words('try.optIn') : words('try.optInAnswered', { text: answer.text })
    case 'help':
      if (answer === null) return words('try.help')
      return answer.kind === 'away' ? words('try.helpAway', { text: answer.text }) : words('try.helpAnswered', { text: answer.text })
    case null:
      return answer === null ? words('try.nothing') : words('try.away', { text: answer.text })
  }
}

/** When an away message answers, in a line: "Answers outside Mon–Fri 08:00–17:00". @param tag of the language */
export function awayWords(words: Words<'replies'>, tag: string, { on, hours }: Pick<AwayMessage, 'on' | 'hours'>): string {
  if (!on) return words('away.off')
  if (hours === null) return words('away.always')
  if (hours.length === 0) return words('away.alwaysNoHours')
  return words('away.outside', { hours: hoursWords(words, tag, hours) })
}

/** Opening hours in words, days with the same hours together: "Mon–Fri 08:00–17:00, Sat 10:00–14:00". @param tag of the language */
export function hoursWords(words: Words<'replies'>, tag: string, hours: readonly OpenSpan[]): string {
  const byDay = [...hours].sort((a, b) => a.day - b.day || a.from.localeCompare(b.from))
  const runs: { first: number; last: number; clock: string }[] = []
  for (const { day, from, until } of byDay) {
    const clock = from === until ? words('away.allDay') : `${clockWords(from, tag)}–${clockWords(until, tag)}`
    const run = runs.findLast((each) => each.last === day - 1 && each.clock === clock)
    if (run === undefined) runs.push({ first: day, last: day, clock })
    else run.last = day
  }
  const name = (day: number) => weekdayName(day, 'short', tag)
  return runs.map(({ first, last, clock }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${clock}`).join(', ')
}

import type { AwayMessage, OpenSpan } from '../../../shared/contract/replies.ts'
import type { KeywordKind } from '../../../shared/replies/keyword-lists.ts'
import type { Reaction } from '../../../shared/replies/reaction.ts'
import { zoneName } from '../../components/zones.ts'
import { clockWords, weekdayName } from '../sending-words.ts'

/** What each card of words is called and for. */
export const CARDS: Readonly<
  Record<KeywordKind, { title: string; intro: string; answer: string; answerHint: string; suggestion: string }>
> = {
  opt_out: {
    title: 'Words that stop texts',
    intro:
      'Who sends one of these words, and nothing else, gets no more texts from you. What they wrote is kept as evidence, and texts that wait for them are cancelled.',
    answer: 'Confirm it with one last text',
    answerHint: 'The only text that still goes to them. Leave it off where your provider confirms by itself.',
    suggestion: 'You get no more texts from us. Text START to get them again.',
  },
  opt_in: {
    title: 'Words that start them again',
    intro: 'Who sends one of these words gets texts again, whoever had noted that they want none.',
    answer: 'Confirm it with a text',
    answerHint: 'So that they know it worked.',
    suggestion: 'You get our texts again. Text STOP to stop them.',
  },
  help: {
    title: 'Help',
    intro: 'Who sends one of these words is told whom to ask, even after they asked for no more texts.',
    answer: 'Answer with a text',
    answerHint: 'Say who you are and how to reach you. Until it is written, these words are texts like any other.',
    suggestion: '',
  },
}

/** What a text that is tried would do, in sentences. */
export function reactionWords({ keyword, answer }: Reaction): string {
  const sent = answer === null ? null : `“${answer.text}”`
  switch (keyword) {
    case 'opt_out':
      return `This would opt the customer out: they get no more texts. ${sent === null ? 'Nothing is sent back.' : `One last text goes to them: ${sent}`}`
    case 'opt_in':
      return `This would let the customer get texts again. ${sent === null ? 'Nothing is sent back.' : `They get: ${sent}`}`
    case 'help':
      return sent === null
        ? 'This asks for help, and no text is set for it: it waits in the inbox.'
        : answer?.kind === 'away'
          ? `This asks for help, and no text is set for it. They get the away message: ${sent}`
          : `This asks for help. They get: ${sent}`
    case null:
      return sent === null
        ? 'Nothing happens by itself: it waits in the inbox.'
        : `It waits in the inbox, and they get the away message: ${sent}`
  }
}

/** When an away message answers, in a line: "Outside Monday to Friday, 08:00–17:00". */
export function awayWords({ on, hours }: Pick<AwayMessage, 'on' | 'hours'>, locale?: string): string {
  if (!on) return 'Off'
  if (hours === null) return 'Answers at any time'
  if (hours.length === 0) return 'Answers at any time: no opening hours are set'
  return `Answers outside ${hoursWords(hours, locale)}`
}

/** Opening hours in words, days with the same hours together: "Mon–Fri 08:00–17:00, Sat 10:00–14:00". */
export function hoursWords(hours: readonly OpenSpan[], locale?: string): string {
  const byDay = [...hours].sort((a, b) => a.day - b.day || a.from.localeCompare(b.from))
  const runs: { first: number; last: number; clock: string }[] = []
  for (const { day, from, until } of byDay) {
    const clock = from === until ? 'all day' : `${clockWords(from, locale)}–${clockWords(until, locale)}`
    const run = runs.findLast((each) => each.last === day - 1 && each.clock === clock)
    if (run === undefined) runs.push({ first: day, last: day, clock })
    else run.last = day
  }
  const name = (day: number) => weekdayName(day, 'short', locale)
  return runs.map(({ first, last, clock }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${clock}`).join(', ')
}

/** Whose clock the hours go by. */
export function zoneHint(zone: string): string {
  return `By the clock in ${zoneName(zone)}.`
}

import { countWords, plural } from '../components/times.ts'
import type { ActionResult } from './run-action.ts'
import type { Action } from './views.ts'

/** What each action is called where it stands beside one text or several chosen ones. */
export const ACTION_LABELS: Readonly<Record<Action, string>> = {
  cancel: 'Cancel',
  send_now: 'Send now',
  reschedule: 'Choose another time',
  retry: 'Try again',
  send_again: 'Send again…',
  was_sent: 'It was sent',
  leave: 'Leave it',
  ask: 'Ask the provider',
}

/** What an action means, where a word alone does not say it. */
export const ACTION_HINTS: Partial<Readonly<Record<Action, string>>> = {
  ask: 'costs nothing',
  was_sent: 'you know that it arrived',
  leave: 'stays unconfirmed, asks no more',
  send_again: 'may arrive twice',
}

/** "12 texts", "this text", "everything here". */
export function textsWords(count: number | null): string {
  if (count === null) return 'all these texts'
  return count === 1 ? 'this text' : `these ${countWords(count)} texts`
}

/** A question before an action, with words for both answers. */
export interface Confirmation {
  title: string
  body: string
  yes: string
  no: string
}

/** What to ask before an action on so many texts; null: how many is not known. */
export function confirmation(action: Action, count: number | null): Confirmation {
  const these = textsWords(count)
  const many = count === null ? 'all' : count === 1 ? 'it' : countWords(count)
  const [one, them] = count === 1 ? ['it', 'it'] : ['them', 'them']
  switch (action) {
    case 'cancel':
      return {
        title: `Cancel ${these}?`,
        body: `Nobody gets ${one}, and ${one === 'it' ? 'it costs' : 'they cost'} nothing. A text that is already being handed to the provider still goes out. To send ${them} after all, write again.`,
        yes: `Cancel ${many === 'it' ? 'this text' : `${many} texts`}`,
        no: 'Keep waiting',
      }
    case 'send_again':
      return {
        title: `Send ${these} again?`,
        body:
          count === 1
            ? 'Nobody knows whether the first one went out. If it did, the same text arrives twice and is paid for twice. You can also ask the provider, ask the person, or wait for a delivery report.'
            : 'Nobody knows whether the first ones went out. Those that did arrive twice and are paid for twice. You can also ask the providers, or wait for delivery reports.',
        yes: count === 1 ? 'Send again' : `Send ${many} texts again`,
        no: 'Not now',
      }
    case 'send_now':
      return {
        title: `Send ${these} now?`,
        body: 'They go out one after another, as fast as their accounts allow.',
        yes: `Send ${many} texts now`,
        no: 'Not now',
      }
    case 'retry':
      return {
        title: `Try ${these} again?`,
        body: 'They go back into the queue and are sent once more. What failed for a lasting reason, such as a wrong number, fails again.',
        yes: `Try ${many} texts again`,
        no: 'Not now',
      }
    case 'was_sent':
      return {
        title: `Did ${these} go out?`,
        body: 'They count as sent from now on and are never sent again. A delivery report that comes later is still taken in.',
        yes: `${capital(many)} were sent`,
        no: 'Not now',
      }
    case 'leave':
      return {
        title: `Leave ${these} as they are?`,
        body: 'They stay unconfirmed and are no longer asked about. A delivery report that comes later is still taken in.',
        yes: `Leave ${many} texts`,
        no: 'Not now',
      }
    case 'reschedule':
    case 'ask':
      return { title: `${ACTION_LABELS[action]}?`, body: '', yes: ACTION_LABELS[action], no: 'Not now' }
  }
}

/** What came of an action, for a note: what was done, and what was not and why. */
export interface ResultWords {
  words: string
  /** Something was not done: stays until it is closed. */
  incomplete: boolean
}

const DONE: Readonly<Record<Action, readonly [one: string, many: string]>> = {
  cancel: ['text is cancelled', 'texts are cancelled'],
  send_now: ['text goes out now', 'texts go out now'],
  reschedule: ['text has another time', 'texts have another time'],
  retry: ['text is tried again', 'texts are tried again'],
  send_again: ['text is sent again', 'texts are sent again'],
  was_sent: ['text counts as sent', 'texts count as sent'],
  leave: ['text is left as it is', 'texts are left as they are'],
  ask: ['text was asked about', 'texts were asked about'],
}

/** Says what came of an action. */
export function resultWords(action: Action, { done, tooLate, left }: ActionResult): ResultWords {
  const sentences: string[] = []
  if (tooLate > 0) {
    const late = tooLate === 1 ? 'it was already handed to the provider' : 'they were already handed to the provider'
    sentences.push(`Too late for ${plural(tooLate, 'text', 'texts')}: ${late}.`)
  }
  if (done > 0) sentences.unshift(`${plural(done, ...DONE[action])}.`)
  if (done > 0 && action === 'ask') sentences.push('If the answer settled it, it has left this list.')
  if (left > 0) sentences.push(`${plural(left, 'text was', 'texts were')} left: ${leftBecause(action, left)}.`)
  if (sentences.length === 0) sentences.push('There was nothing left to do: what became of these texts is known by now.')
  return { words: sentences.join(' '), incomplete: tooLate + left > 0 || done === 0 }
}

function leftBecause(action: Action, left: number): string {
  if (action === 'was_sent' || action === 'leave' || action === 'send_again') {
    return left === 1 ? 'its fate became known in the meantime' : 'their fate became known in the meantime'
  }
  const changed = left === 1 ? 'it has changed in the meantime' : 'they have changed in the meantime'
  if (action === 'send_now') return `${changed}, or ${left === 1 ? 'is' : 'are'} held and need a reason`
  if (action === 'ask') return left === 1 ? 'the provider cannot be asked about it' : 'the providers cannot be asked about them'
  return changed
}

/** What came of asking the providers about unconfirmed texts. */
export function askedWords({ asked, settled, cannotBeAsked }: { asked: number; settled: number; cannotBeAsked: number }): string {
  const sentences: string[] = []
  if (asked === 0) sentences.push('No provider could be asked.')
  else if (settled === 0) sentences.push(`Asked about ${plural(asked, 'text', 'texts')}: no provider knows more.`)
  else sentences.push(`Asked about ${plural(asked, 'text', 'texts')}: ${plural(settled, 'was', 'were')} settled.`)
  if (cannotBeAsked > 0) {
    sentences.push(
      `${plural(cannotBeAsked, 'text', 'texts')} cannot be asked about: the provider gave no number for it, or answers no such questions.`,
    )
  }
  return sentences.join(' ')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

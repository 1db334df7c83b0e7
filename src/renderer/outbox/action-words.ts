import type { Words } from '../language/words.ts'
import type { ActionResult } from './run-action.ts'
import type { Action } from './views.ts'

/** Words of what is done to texts of the outbox. */
export type ActionWords = Words<'outboxActions'>

/** What an action means, where a word alone does not say it. */
export function actionHint(words: ActionWords, action: Action): string | null {
  switch (action) {
    case 'ask':
    case 'was_sent':
    case 'leave':
    case 'send_again':
      return words(`hints.${action}`)
    default:
      return null
  }
}

/** How many texts the messages are told; they have words of their own for how many is not known. */
export function told(count: number | null): { count: number } {
  return { count: count ?? 0 }
}

/** A question before an action, with words for both answers. */
export interface Confirmation {
  title: string
  body: string
  yes: string
  no: string
}

/** What to ask before an action on so many texts; null: how many is not known. */
export function confirmation(words: ActionWords, action: Action, count: number | null): Confirmation {
  switch (action) {
    case 'cancel':
    case 'send_again':
    case 'send_now':
    case 'retry':
    case 'was_sent':
    case 'leave':
      return {
        title: words(`confirm.${action}.title`, told(count)),
        body: words(`confirm.${action}.text`, told(count)),
        yes: words(`confirm.${action}.yes`, told(count)),
        no: action === 'cancel' ? words('confirm.cancel.no') : words('notNow'),
      }
    case 'reschedule':
    case 'ask':
      return { title: words(`labels.${action}`), body: '', yes: words(`labels.${action}`), no: words('notNow') }
  }
}

/** What came of an action, for a note: what was done, and what was not and why. */
export interface ResultWords {
  words: string
  /** Something was not done: stays until it is closed. */
  incomplete: boolean
}

/** Says what came of an action. */
export function resultWords(words: ActionWords, action: Action, { done, tooLate, left }: ActionResult): ResultWords {
  const sentences: string[] = []
  if (done > 0) sentences.push(words(`done.${action}`, { count: done }))
  if (tooLate > 0) sentences.push(words('tooLate', { count: tooLate }))
  if (left > 0) sentences.push(words(`left.${whyLeft(action)}`, { count: left }))
  if (sentences.length === 0) sentences.push(words('nothing'))
  return { words: sentences.join(' '), incomplete: tooLate + left > 0 || done === 0 }
}

function whyLeft(action: Action): 'known' | 'changed' | 'changedOrHeld' | 'cannotAsk' {
  switch (action) {
    case 'was_sent':
    case 'leave':
    case 'send_again':
      return 'known'
    case 'send_now':
      return 'changedOrHeld'
    case 'ask':
      return 'cannotAsk'
    default:
      return 'changed'
  }
}

/** What came of asking the providers about unconfirmed texts. */
export function askedWords(
  words: ActionWords,
  { asked, settled, cannotBeAsked }: { asked: number; settled: number; cannotBeAsked: number },
): string {
  const sentences: string[] = []
  if (asked === 0) sentences.push(words('asked.none'))
  else if (settled === 0) sentences.push(words('asked.nothingNew', { asked }))
  else sentences.push(words('asked.settled', { asked, settled }))
  if (cannotBeAsked > 0) sentences.push(words('asked.cannot', { count: cannotBeAsked }))
  return sentences.join(' ')
}

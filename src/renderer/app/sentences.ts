import { plural } from '../components/times.ts'

/** The host was started again, and this window still has the key of before. */
export const SHUT_SENTENCE =
  'SMS Desk was started again and no longer knows this window. Open the address it shows now; this window then goes on by itself.'

/** What being offline means for what waits. */
export function offlineSentence(waiting: number): string {
  if (waiting === 0) return 'No internet. Texts you send now wait here and go by themselves.'
  return `No internet. ${plural(waiting, 'text waits and goes by itself', 'texts wait and go by themselves')}.`
}

/** Texts whose time came while nobody could send them. */
export function missedSentence(missed: number): string {
  return `${plural(missed, 'text missed its time', 'texts missed their time')} while the desk was closed.`
}

/** Texts of which nobody knows whether they went out. */
export function unconfirmedSentence(unconfirmed: number): string {
  return `We don’t know whether ${plural(unconfirmed, 'text', 'texts')} went out. Somebody has to decide.`
}

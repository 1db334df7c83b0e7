import type { Hook, HookKind, HookVerdict } from '../../shared/contract/hooks.ts'
import type { Tone } from '../components/Chip.tsx'
import { displayName } from '../components/names.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Words } from '../language/words.ts'

/** The verdicts as tabs, in their order. */
export const VERDICT_TABS = [
  'pending',
  'applied',
  'duplicate',
  'unknown_message',
  'rejected',
  'unreadable',
] as const satisfies readonly HookVerdict[]

export const VERDICT_TONES: Readonly<Record<HookVerdict, Tone>> = {
  pending: 'plain',
  applied: 'ok',
  duplicate: 'plain',
  unknown_message: 'ask',
  rejected: 'warn',
  unreadable: 'bad',
}

/** The kinds to choose from, in their order. */
export const KIND_CHOICES = ['report', 'reply', 'missed_call', 'other'] as const satisfies readonly HookKind[]

/** What a request says, in a line. @param said as the host says it: "Delivery report: delivered; Reply from +46 70 174 06 05" */
export function saidWords(say: SaySentence, said: string): string {
  return said.split('; ').map(say).join('; ')
}

/** The line below what it was: whose account, whose conversation, and why. */
export function lineBelow(words: Words<'activity'>, say: SaySentence, { accountName, kinds, message, about, detail }: Hook): string {
  // The words of a reply or a missed call say whose it is already.
  const peer = !kinds.includes('report')
    ? null
    : message === null
      ? about === null
        ? null
        : say(about)
      : words('to', { name: displayName(message.name, message.peer) })
  const name = message !== null && peer === null ? message.name : null
  return [accountName ?? words('noAccount'), peer, name, detail === null ? null : say(detail)]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

/** What came of reading all again that could not be read. */
export function readAgainWords(
  words: Words<'activity'>,
  { read, stillUnreadable: still }: { read: number; stillUnreadable: number },
): string {
  if (read === 0) return still === 0 ? words('readAgain.nothingLeft') : words('readAgain.nothingChanged', { still })
  return still === 0 ? words('readAgain.read', { read }) : words('readAgain.readInPart', { read, still })
}

/** What came of applying one again. */
export function appliedAgainWords(words: Words<'activity'>, { hook, changed }: { hook: Pick<Hook, 'verdict'>; changed: boolean }): string {
  if (changed) return words('request.changed')
  return hook.verdict === 'unknown_message' ? words('request.stillWaits') : words('request.nothingNew')
}

/** What JSON is made of: strings, punctuation, and everything else up to the next of these. */
const JSON_PIECES = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON with its lines indented and otherwise to the letter: numbers keep all their digits, and what is there twice stays.
 * Null for what is no JSON.
 */
export function indentJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  let depth = 0
  let before = ''
  let indented = ''
  const newLine = (): string => `\n${'  '.repeat(depth)}`
  for (const [piece] of text.matchAll(JSON_PIECES)) {
    const closes = piece === '}' || piece === ']'
    if (closes) depth -= 1
    const opened = before === '{' || before === '['
    if (closes ? !opened : opened || before === ',') indented += newLine()
    else if (before === ':') indented += ' '
    indented += piece
    if (piece === '{' || piece === '[') depth += 1
    before = piece
  }
  return indented
}

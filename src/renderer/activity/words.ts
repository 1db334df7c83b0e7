import type { Hook, HookKind, HookVerdict } from '../../shared/contract/hooks.ts'
import type { Tone } from '../components/Chip.tsx'
import { displayName } from '../components/names.ts'
import { plural } from '../components/times.ts'
import type { Period } from './filter.ts'

/** The tabs of the verdicts, in their order. */
export const VERDICT_TABS: readonly { verdict: HookVerdict; title: string }[] = [
  { verdict: 'pending', title: 'About to be applied' },
  { verdict: 'applied', title: 'Applied' },
  { verdict: 'duplicate', title: 'Nothing new' },
  { verdict: 'unknown_message', title: 'Waiting for their text' },
  { verdict: 'rejected', title: 'Turned away' },
  { verdict: 'unreadable', title: 'Not readable' },
]

export const VERDICT_TONES: Readonly<Record<HookVerdict, Tone>> = {
  pending: 'plain',
  applied: 'ok',
  duplicate: 'plain',
  unknown_message: 'ask',
  rejected: 'warn',
  unreadable: 'bad',
}

export const KIND_CHOICES: readonly { value: HookKind; label: string }[] = [
  { value: 'report', label: 'Delivery reports' },
  { value: 'reply', label: 'Replies' },
  { value: 'missed_call', label: 'Missed calls' },
  { value: 'other', label: 'Anything else' },
]

export const PERIOD_LABELS: Readonly<Record<Period, string>> = {
  ever: 'Any time',
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  month: 'Last 30 days',
}

/** The line below what it was: whose account, whose conversation, and why. */
export function lineBelow({ accountName, kinds, message, about, detail }: Hook): string {
  // The words of a reply or a missed call say whose it is already.
  const peer = !kinds.includes('report') ? null : message === null ? about : `to ${displayName(message.name, message.peer)}`
  const name = message !== null && peer === null ? message.name : null
  return [accountName ?? 'No account of yours', peer, name, detail].filter((part) => part !== null && part !== '').join(' · ')
}

/** What came of reading all again that could not be read. */
export function readAgainWords({ read, stillUnreadable }: { read: number; stillUnreadable: number }): string {
  if (read === 0) return stillUnreadable === 0 ? 'There is nothing left to read again.' : `${stillWords(stillUnreadable)} Nothing changed.`
  const now = `${plural(read, 'request', 'requests')} could be read now, and ${read === 1 ? 'was' : 'were'} applied.`
  return stillUnreadable === 0 ? now : `${now} ${stillWords(stillUnreadable)}`
}

function stillWords(count: number): string {
  return `${plural(count, 'request', 'requests')} still cannot be read.`
}

/** What came of applying one again. */
export function appliedAgainWords({ hook, changed }: { hook: Pick<Hook, 'verdict'>; changed: boolean }): string {
  if (changed) return 'Applied. What it says was taken over.'
  if (hook.verdict === 'unknown_message') return 'Applied again. It still waits for its text.'
  return 'Applied again. It says nothing new, so nothing changed.'
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

import type { HookKind, HookStatement, HookVerdict } from '../contract/hooks.ts'
import { describeReceipt, receiptWords } from '../messages/describe.ts'
import { readPeer } from '../messages/peer.ts'
import type { ReceiptEvent } from '../messages/reducer.ts'
import { formatPhone } from '../phone/index.ts'

/** What was read in a hook, as far as it is told to people. */
export interface HookContent {
  receipts: readonly (Pick<ReceiptEvent, 'status' | 'rawStatus' | 'ref' | 'detail' | 'part'> & { to?: string })[]
  inbound: readonly { key: string | null; from: string; to: string; text: string }[]
  missedCalls?: readonly { key: string; from: string; to: string }[]
}

/** What became of a hook, in a word or two. */
export const VERDICT_WORDS: Readonly<Record<HookVerdict, string>> = {
  pending: 'waits to be applied',
  applied: 'applied',
  duplicate: 'nothing new',
  unknown_message: 'waits for its text',
  rejected: 'turned away',
  unreadable: 'not readable',
}

/** The same as a sentence. */
export const VERDICT_SENTENCES: Readonly<Record<HookVerdict, string>> = {
  pending: 'It is stored, and about to be applied.',
  applied: 'What it says was taken over.',
  duplicate: 'It says nothing that was not known already, so nothing changed.',
  unknown_message: 'No text with its reference is known yet. It is applied by itself as soon as there is one.',
  rejected: 'It was turned away and changed nothing.',
  unreadable: 'It could not be understood and changed nothing. It is kept, to be read again.',
}

/** The kinds of what a hook says; `other` where it says nothing that could be read. */
export function kindsOf(content: HookContent | null): HookKind[] {
  const kinds: HookKind[] = []
  if (content === null) return ['other']
  if (content.receipts.length > 0) kinds.push('report')
  if (content.inbound.length > 0) kinds.push('reply')
  if ((content.missedCalls ?? []).length > 0) kinds.push('missed_call')
  return kinds.length === 0 ? ['other'] : kinds
}

/** A hook in a line, without a full stop. `country` is that of numbers without one. */
export function describeHook({ verdict, content }: { verdict: HookVerdict; content: HookContent | null }, country: string): string {
  if (content === null || kindsOf(content).includes('other')) return EMPTY_WORDS[verdict]
  const said = [
    several(content.receipts, 'Delivery report', 'delivery reports', ({ status }) => receiptWords(status, '')),
    several(content.inbound, 'Reply from', 'replies from', ({ from }) => numberWords(from, country)),
    several(content.missedCalls ?? [], 'Missed call from', 'missed calls from', ({ from }) => numberWords(from, country)),
  ]
  return said.filter((words) => words !== '').join('; ')
}

/** What a single report says it is about: its recipient, else its reference. Null for anything else. */
export function aboutHook(content: HookContent | null, country: string): string | null {
  const [report, ...others] = content?.receipts ?? []
  if (report === undefined || others.length > 0) return null
  return report.to === undefined ? `reference ${report.ref}` : `to ${numberWords(report.to, country)}`
}

/** What there is to say where nothing was read. */
const EMPTY_WORDS: Readonly<Record<HookVerdict, string>> = {
  pending: 'A request',
  applied: 'Neither a report nor a text',
  duplicate: 'Neither a report nor a text',
  unknown_message: 'A request',
  rejected: 'Turned away',
  unreadable: 'Could not be read',
}

/** Most different things that a line names. */
const NAMED = 3

function several<Item>(items: readonly Item[], one: string, many: string, wordsOf: (item: Item) => string): string {
  const separator = one.endsWith('from') ? '' : ':'
  const [first] = items
  if (first === undefined) return ''
  if (items.length === 1) return `${one}${separator} ${wordsOf(first)}`
  const different = [...new Set(items.map(wordsOf))]
  const named = different.slice(0, NAMED).join(', ')
  return `${items.length} ${many}${separator} ${named}${different.length > NAMED ? ' and others' : ''}`
}

/** Each thing a hook says, as a sentence and its facts. */
export function describeStatements(content: HookContent, country: string): HookStatement[] {
  return [
    ...content.receipts.map((receipt): HookStatement => {
      const { rawStatus, ref, to } = receipt
      return {
        kind: 'report',
        words: describeReceipt(receipt),
        text: null,
        facts: facts([
          ['Reference', ref],
          ['To', to === undefined ? '' : numberWords(to, country)],
          ['Provider’s own word', rawStatus],
        ]),
      }
    }),
    ...content.inbound.map(({ key, from, to, text }): HookStatement => ({
      kind: 'reply',
      words: `A text from ${numberWords(from, country)}.`,
      text,
      facts: facts([
        ['Came in on', to === '' ? '' : numberWords(to, country)],
        ['Provider’s own number', key ?? ''],
      ]),
    })),
    ...(content.missedCalls ?? []).map(({ key, from, to }): HookStatement => ({
      kind: 'missed_call',
      words: `A missed call from ${numberWords(from, country)}.`,
      text: null,
      facts: facts([
        ['Number called', numberWords(to, country)],
        ['Provider’s own number', key],
      ]),
    })),
  ]
}

function facts(pairs: readonly (readonly [label: string, value: string])[]): HookStatement['facts'] {
  return pairs.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))
}

/** A sender or recipient as the provider wrote it, for the eye. */
function numberWords(raw: string, country: string): string {
  return formatPhone(readPeer(raw, country).peer)
}

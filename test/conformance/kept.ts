import { expect } from 'vitest'
import { RECEIPT_STATUSES } from '../../src/shared/messages/status.ts'
import type { CallStatusAnswer, HookReading, ReceiptReading, SendOutcome, StatusAnswer } from '../../src/main/providers/types.ts'

/** Values shorter than this are part of too many words to be looked for. */
const SHORTEST = 6

/** Which of these stand in what is kept, in whatever form: plain, in JSON, in an address or form, in HTML, in base64. */
export function leaksIn(kept: string, confidential: readonly string[]): string[] {
  return confidential.flatMap((value) => (value.length < SHORTEST ? [] : formsOf(value))).filter((form) => kept.includes(form))
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const percent = encodeURIComponent(value.toWellFormed())
  const form = new URLSearchParams({ v: value }).toString().slice(2)
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const ascii = json.replaceAll(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [
    value,
    json,
    ascii,
    json.replaceAll('/', '\\/'),
    percent,
    percent.replaceAll('%20', '+'),
    form,
    html,
    html.replaceAll('"', '&quot;'),
    Buffer.from(value).toString('base64'),
    // As what keeps it may be JSON itself.
    JSON.stringify(json).slice(1, -1),
  ]
}

/** Pieces of a text that say enough to give it away, for texts that no answer would have pieces of by itself. */
export function piecesOf(text: string): string[] {
  if (/["{}<>]/.test(text)) return []
  return Array.from({ length: Math.floor(text.length / PIECE) }, (_, index) => text.slice(index * PIECE, (index + 1) * PIECE))
}

/** In characters. */
const PIECE = 12

/** That an outcome is one: known class, code, a sentence where something went wrong, ids that say something, and nothing confidential. */
export function expectSound(outcome: SendOutcome, confidential: readonly string[]): void {
  expect(problemsOf(outcome, confidential)).toEqual([])
}

/** What is wrong with an outcome; empty where nothing is. */
export function problemsOf(outcome: SendOutcome, confidential: readonly string[]): string[] {
  const problems: string[] = []
  const { exchange } = outcome
  const kept = [exchange.request, exchange.response ?? '']
  if (outcome.class === 'accepted') {
    if (outcome.refs.some((ref) => typeof ref !== 'string' || ref.trim() === '')) problems.push('a reference is blank')
    if (new Set(outcome.refs).size !== outcome.refs.length) problems.push('a reference is there twice')
    if (outcome.receipt !== null) {
      problems.push(...receiptProblems(outcome.receipt))
      kept.push(outcome.receipt.rawStatus, outcome.receipt.detail ?? '')
    }
  } else {
    if (!CLASSES.has(outcome.class)) problems.push(`no such class: ${outcome.class}`)
    if (!/^[a-z][a-z0-9_]*$/.test(outcome.code)) problems.push(`no code: ${outcome.code}`)
    if (!isSentence(outcome.message)) problems.push(`no sentence: ${outcome.message}`)
    if ('refs' in outcome && outcome.refs?.some((ref) => typeof ref !== 'string' || ref.trim() === ''))
      problems.push('a reference is blank')
    if (outcome.class === 'not_accepted_transient' && outcome.retryAfterMs !== null && !(outcome.retryAfterMs >= 0)) {
      problems.push(`no wait: ${outcome.retryAfterMs}`)
    }
    kept.push(outcome.message)
  }
  if (typeof exchange.request !== 'string' || (exchange.response !== null && typeof exchange.response !== 'string')) {
    problems.push('the exchange is none')
  }
  for (const text of kept) problems.push(...leaksIn(text, confidential).map((leak) => `it keeps ${leak}`))
  return problems
}

const CLASSES: ReadonlySet<string> = new Set<SendOutcome['class']>([
  'accepted',
  'not_accepted_transient',
  'not_accepted_permanent',
  'account_problem',
  'offline',
  'unknown',
])

function isSentence(message: string): boolean {
  return typeof message === 'string' && /^\S/.test(message) && message.endsWith('.')
}

/** What is wrong with what a provider says of a text; empty where nothing is. */
export function answerProblems(answer: StatusAnswer, confidential: readonly string[]): string[] {
  const [problems, kept] =
    answer.kind === 'receipt'
      ? [receiptProblems(answer.receipt), `${answer.receipt.rawStatus}\n${answer.receipt.detail ?? ''}`]
      : [isSentence(answer.message) ? [] : [`no sentence: ${answer.message}`], answer.message]
  return [...problems, ...leaksIn(kept, confidential).map((leak) => `it keeps ${leak}`)]
}

/** What is wrong with what a provider says of the texts of a call; empty where nothing is. */
export function callAnswerProblems(answer: CallStatusAnswer, confidential: readonly string[]): string[] {
  if (answer.kind !== 'texts') return answerProblems(answer, confidential)
  const problems: string[] = []
  const numbers = answer.texts.flatMap(({ to }) => to ?? [])
  if (new Set(numbers).size !== numbers.length) problems.push('a number is there twice')
  if (new Set(answer.texts.map(({ ref }) => ref)).size !== answer.texts.length) problems.push('an id is there twice')
  for (const { to, ref, receipt } of answer.texts) {
    if (typeof ref !== 'string' || ref.trim() === '') problems.push('a text has no id')
    if (to !== null && !/^\+[1-9]\d{6,14}$/.test(to)) problems.push(`no number: ${to}`)
    if (receipt === null) continue
    if (receipt.ref !== ref) problems.push('a receipt is about another text')
    problems.push(...answerProblems({ kind: 'receipt', receipt }, confidential))
  }
  return problems
}

/** What is wrong with what was read in a hook; empty where nothing is. A text from a customer may of course be in it. */
export function readingProblems(reading: HookReading, confidential: readonly string[]): string[] {
  if (reading.kind !== 'read') {
    const leaks = leaksIn(reading.detail, confidential).map((leak) => `it keeps ${leak}`)
    return [...(isSentence(reading.detail) ? [] : [`no sentence: ${reading.detail}`]), ...leaks]
  }
  const problems = reading.receipts.flatMap((receipt) => [
    ...receiptProblems(receipt),
    ...leaksIn(`${receipt.rawStatus}\n${receipt.detail ?? ''}`, confidential).map((leak) => `it keeps ${leak}`),
  ])
  for (const { key, from, to, text } of reading.inbound) {
    if (key !== null && (typeof key !== 'string' || key === '')) problems.push('a text has a blank key')
    if ([from, to, text].some((value) => typeof value !== 'string') || from === '') problems.push('a text lacks its number')
  }
  for (const { key, from, to, at } of reading.missedCalls ?? []) {
    if ([key, from, to].some((value) => typeof value !== 'string') || key === '' || from === '') problems.push('a call lacks its number')
    if (at !== null && !Number.isSafeInteger(at)) problems.push(`no time: ${at}`)
  }
  if (reading.receipts.length + reading.inbound.length + (reading.missedCalls ?? []).length === 0)
    problems.push('it is read but says nothing')
  return problems
}

function receiptProblems({ ref, status, rawStatus, detail, to, part }: ReceiptReading): string[] {
  const problems: string[] = []
  if (typeof ref !== 'string' || ref.trim() === '') problems.push('a receipt has no reference')
  if (!RECEIPT_STATUSES.includes(status)) problems.push(`no such status: ${status}`)
  if (typeof rawStatus !== 'string') problems.push('the words are none')
  if (detail !== null && typeof detail !== 'string') problems.push('the reason is none')
  if (to !== undefined && typeof to !== 'string') problems.push('the recipient is none')
  if (part !== undefined && !(part.number >= 1 && part.number <= part.of)) problems.push('there is no such part')
  return problems
}

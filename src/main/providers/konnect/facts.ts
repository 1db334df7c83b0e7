import type { ReceiptStatus } from '../../../shared/messages/status.ts'

/** Kirusa Konnect, the `/admin/api` interface, as data. "§" in this folder names a section of docs/providers/konnect.md. */

/** As sentences say it. */
export const PROVIDER = 'Kirusa Konnect'

/** §1. */
export const DEFAULT_BASE_URL = 'https://konnect.kirusa.com'
export const SMS_PATH = '/admin/api/sms'
export const VOICE_PATH = '/admin/api/obd'

/** §3.2: 160 characters of the SMS alphabet, or 70 of any other, and never more than one part. */
export const MAX_TEXT_UNITS = 160
export const MAX_PARTS = 1

/** §3.1: shortest code that is taken for a number one can send from, and longest number there is (ITU-T E.164). */
export const MIN_NUMBER_DIGITS = 3
export const MAX_NUMBER_DIGITS = 15

/** §3.1: up to this many digits it is a short code, which says nothing about its country. */
export const MAX_SHORT_CODE_DIGITS = 8

/**
 * §3.3: bounds of ours, since the document names none and the service takes a call without any digits. Fewer than four
 * can be guessed, and could not be told from other digits in what is kept of a call.
 */
export const VOICE_CODE_DIGITS = { minDigits: 4, maxDigits: 10 } as const

/** §2: names under which token and account id occur in requests, answers and hooks, lower case. */
export const SECRET_NAMES = ['api_token', 'apitoken', 'authorization'] as const

/** §7.1 and §7.2: what `event` says. */
export const EVENT_MISSED_CALL = 'snapcall'
export const EVENT_REPLY_STATUS = 'send_sms_status'

/** §8: what reports of campaigns and calls say. By `plainWords`. */
const STATUS_BY_WORD: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['delivered', 'delivered'],
  ['answered', 'delivered'],
  ['no answer', 'undelivered'],
  ['busy', 'undelivered'],
  ['unreachable', 'undelivered'],
  ['failed', 'undelivered'],
  ['not delivered', 'undelivered'],
  ['undelivered', 'undelivered'],
  ['rejected', 'rejected'],
  ['blocked', 'rejected'],
  ['expired', 'expired'],
  ['queued', 'queued'],
  ['scheduled', 'queued'],
  ['submitted', 'sent'],
  ['sent', 'sent'],
])

/** §8: what the report about the text that answers a missed call says besides. */
const REPLY_STATUS_BY_WORD: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['ok', 'sent'],
  ['error', 'rejected'],
])

/** §5 rule 4: no word of a refusal. With one of these in place of `ok`, nobody can tell. */
const NO_REFUSALS: ReadonlySet<string> = new Set([
  'accepted',
  'completed',
  'done',
  'in progress',
  'ok',
  'okay',
  'pending',
  'processing',
  'received',
  'success',
  'successful',
  'true',
  'unknown',
])

/** What the status of a report means; `unknown` for words the table does not have. */
export function reportStatus(words: string): ReceiptStatus {
  return STATUS_BY_WORD.get(plainWords(words)) ?? 'unknown'
}

/** The same for a report about the text that answers a missed call. */
export function replyStatus(words: string): ReceiptStatus {
  return REPLY_STATUS_BY_WORD.get(plainWords(words)) ?? reportStatus(words)
}

/** What the `status` of an answer means: §5 rules 1, 3 and 4. */
export function verdictOf(words: string): 'ok' | 'refused' | 'unclear' {
  if (words.trim().toLowerCase() === 'ok') return 'ok'
  const plain = plainWords(words)
  const status = reportStatus(plain)
  const goesWell = status === 'queued' || status === 'sent' || status === 'delivered'
  return goesWell || NO_REFUSALS.has(plain) ? 'unclear' : 'refused'
}

/** Lower case, with single spaces for underscores, hyphens, dots and any blanks. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ')
    .trim()
}

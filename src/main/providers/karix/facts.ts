import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import type { ReceiptStatus } from '../../../shared/messages/status.ts'

/** Karix JSON SMS API as data. "§" in this folder names a section of docs/providers/karix.md. */

/** As sentences name it. */
export const PROVIDER = 'Karix'

/** §1. The whole address, not a base. */
export const DEFAULT_URL = 'https://japi.instaalerts.zone/httpapi/JsonReceiver'

/** §3.1. */
export const API_VERSION = '1.0'

/** §3.2, counted in UTF-16 units: the guide does not say what it counts, and this is the stricter count. */
export const MAX_TEXT_UNITS = 800

/** §3.2. */
export const MAX_SENDER_LENGTH = 15

/** §3.3: numbers in one call. No largest number is documented. */
export const BATCH_SIZE = 100

/** §2: the key is a field of this name. */
export const SECRET_NAMES = ['key'] as const

/** §3.4: how far ahead a text may be handed over. 89 days is the shortest that three months can be. */
export const SCHEDULE = {
  /** What the provider asks for. */
  minAheadMinutes: 15,
  /** What the desk offers, so that two clocks that differ do not matter. */
  offeredAheadMinutes: 16,
  maxAheadDays: 89,
} as const

/** §3.2: words for the alphabet of a text. Which pair an account takes depends on the account. */
export const TYPE_WORDS = {
  'plain-unicode': { gsm: 'PLAIN', unicode: 'UNICODE' },
  'pm-uc': { gsm: 'PM', unicode: 'UC' },
} as const

export type TypeCodes = keyof typeof TYPE_WORDS

/** §3.2: how people write the pairs, in lower case. */
export const TYPE_CODE_NAMES: ReadonlyMap<string, TypeCodes> = new Map<string, TypeCodes>([
  ['plain-unicode', 'plain-unicode'],
  ['plain', 'plain-unicode'],
  ['plain/unicode', 'plain-unicode'],
  ['pm-uc', 'pm-uc'],
  ['pm', 'pm-uc'],
  ['pm/uc', 'pm-uc'],
])

/** §6.4: the hours in which nothing promotional goes out, Indian time, as they are today. */
export const BLOCKOUT = { from: '21:00', to: '10:00' } as const

/** §8: words of `Statusflag`, `status`, `reason`, or `stat` of a receipt text, whole and in upper case. */
export const STATUS_BY_WORD: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['SUCCESS', 'delivered'],
  ['DELIVERED', 'delivered'],
  ['DELIVRD', 'delivered'],
  ['FAILED', 'undelivered'],
  ['UNDELIV', 'undelivered'],
  ['UNDELIVERED', 'undelivered'],
  ['DELETED', 'undelivered'],
  ['REJECTED', 'rejected'],
  ['REJECTD', 'rejected'],
  ['EXPIRED', 'expired'],
  ['SUBMITTED', 'sent'],
  ['ACCEPTD', 'sent'],
  ['ENROUTE', 'sent'],
  ['SCHEDULED', 'queued'],
  ['UNKNOWN', 'unknown'],
])

/** §8: what phrases say, in this order. */
export const STATUS_BY_PHRASE: ReadonlyArray<{ matches: RegExp; status: ReceiptStatus }> = [
  { matches: /\bdlt\b.*\b(?:fail|reject|expire)/i, status: 'rejected' },
  { matches: /\bexpired\b/i, status: 'expired' },
  { matches: /\bnetwork fail/i, status: 'undelivered' },
]

/** §8: words of this kind take back one that says "delivered". */
export const BAD_NEWS = /fail|reject|undeliv|not deliver|expir|(?<!\bno[\s_-]?)error|block|barred|invalid|absent|unreach|unknown/i

/** What an HTTP error means for the text. */
export interface HttpErrorFact {
  class: 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'unknown'
  code: string
  /** A whole sentence for the clerk. */
  sentence: string
}

const refused: HttpErrorFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: 'Karix refused this text.',
}

const addressProblem: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: 'The address of Karix is not right: no text can be sent there. Check the address in Settings › Accounts.',
}

const busy: HttpErrorFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: 'Karix is busy and did not take the text.',
}

const providerError: HttpErrorFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: 'Karix had a fault of its own while it handled the text. It may have been sent or not.',
}

/** §6.5. */
const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, HttpErrorFact>> = {
  refused,
  credentials: {
    class: 'account_problem',
    code: 'account_credentials',
    sentence: 'Karix did not accept the access key. Check the key in Settings › Accounts.',
  },
  balance: {
    class: 'account_problem',
    code: 'account_balance',
    sentence: 'There is no credit left at Karix. Top up there, then let the account send again.',
  },
  not_allowed: {
    class: 'account_problem',
    code: 'account_not_allowed',
    sentence: 'Karix does not let this account send from here. Ask Karix whether the account may send, and from which internet addresses.',
  },
  address: addressProblem,
  busy,
  rate_limited: {
    class: 'not_accepted_transient',
    code: 'rate_limited',
    sentence: 'Karix asks for a slower pace and did not take the text.',
  },
  fault: providerError,
}

/** What an HTTP status that is no success means (§6.5). */
export function httpErrorFact(status: number): HttpErrorFact {
  return HTTP_ERRORS[httpErrorMeaning(status)]
}

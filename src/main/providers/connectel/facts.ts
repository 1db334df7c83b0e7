import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import type { ReceiptStatus } from '../../../shared/messages/status.ts'

/** Connectel SMS Gateway API v2 as data. "§" in this folder names a section of docs/providers/connectel.md. */

/** §1. The trailing slash belongs to every address. */
export const DEFAULT_BASE_URL = 'https://smsapi.connectel.se/api/v2/'
export const DOCUMENTED_PATH = '/api/v2/'

/** §3.2, counted in UTF-16 units: the document does not say what it counts, and this is the stricter count. */
export const MAX_TEXT_UNITS = 1_600

/** §3.2. */
export const MAX_SENDER_DIGITS = 20

/**
 * §3.3: numbers in one bulk request. The document names no largest number; with this one the list stays below 3 KB,
 * and an answer that never comes leaves the fate of few texts open.
 */
export const BULK_SIZE = 100

/** §2: the token is a parameter of this name. In answers it stands in clear inside `href` (§10). */
export const SECRET_NAMES = ['authorization', 'token'] as const

/** One row of the status table. */
export interface StatusFact {
  status: ReceiptStatus
  /** In an answer to a send: this status means that the text was not accepted (§5 rule 1). */
  refusal: { code: string; sentence: string } | null
}

/** §6.1 and §8, by number. 3, 4, 6 and 7 are reserved: not here, and so unknown. */
export const STATUS_BY_NUMBER: ReadonlyMap<number, StatusFact> = new Map<number, StatusFact>([
  [0, { status: 'sent', refusal: null }],
  [1, { status: 'delivered', refusal: null }],
  [2, { status: 'rejected', refusal: { code: 'rejected_by_operator', sentence: 'the mobile operator rejected it.' } }],
  [
    5,
    {
      status: 'undelivered',
      refusal: { code: 'recipient_unreachable', sentence: 'the number does not belong to a phone it can reach. Check the number.' },
    },
  ],
  [
    8,
    {
      status: 'expired',
      refusal: { code: 'expired', sentence: 'its time ran out before the phone could be reached. You can send it again later.' },
    },
  ],
  [9, { status: 'unknown', refusal: { code: 'provider_unknown_error', sentence: 'an error occurred that it does not explain.' } }],
])

/** §6.1 and §8, by word. QUEUE is the table's word, QUEUED the sample's. */
export const STATUS_BY_WORD: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['QUEUE', 'queued'],
  ['QUEUED', 'queued'],
  ['ENROUTE', 'sent'],
  ['DELIVRD', 'delivered'],
  ['REJECTD', 'rejected'],
  ['UNDELIV', 'undelivered'],
  ['EXPIRED', 'expired'],
  ['UNKNOWN', 'unknown'],
])

/** What an HTTP error means for the text. */
export interface HttpErrorFact {
  class: 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'unknown'
  code: string
  /** Given the provider's name, a whole sentence for the clerk. */
  sentence(provider: string): string
}

const refused: HttpErrorFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: (provider) => `${provider} refused this text.`,
}

const addressProblem: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: (provider) => `The address of ${provider} is not right: no text can be sent there. Check the address in Settings › Accounts.`,
}

const credentials: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence: (provider) => `${provider} did not accept the access token. Check the token in Settings › Accounts.`,
}

const busy: HttpErrorFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: (provider) => `${provider} is busy and did not take the text.`,
}

const rateLimited: HttpErrorFact = {
  class: 'not_accepted_transient',
  code: 'rate_limited',
  sentence: (provider) => `${provider} asks for a slower pace and did not take the text.`,
}

const providerError: HttpErrorFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: (provider) => `${provider} had a fault of its own while it handled the text. It may have been sent or not.`,
}

const balance: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_balance',
  sentence: (provider) => `There is no credit left at ${provider}. Top up there, then let the account send again.`,
}

/** §6.2: nothing is documented, so each status means what HTTP says it means. */
const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, HttpErrorFact>> = {
  refused,
  credentials,
  balance,
  not_allowed: credentials,
  address: addressProblem,
  busy,
  rate_limited: rateLimited,
  fault: providerError,
}

/** What an HTTP status that is no success means (§6.2). */
export function httpErrorFact(status: number): HttpErrorFact {
  return HTTP_ERRORS[httpErrorMeaning(status)]
}

/** What a status that is no success means where nothing was sent (§6.2). */
export function queryProblem(provider: string, status: number): { code: string; message: string } {
  const fact = httpErrorFact(status)
  if (fact.class === 'account_problem') return { code: fact.code, message: fact.sentence(provider) }
  return { code: fact.code, message: `${provider} could not answer just now. Try again later.` }
}

/** What words in an answer say about the account; null where they say nothing of it. */
export function accountFact(words: string): HttpErrorFact | null {
  if (/\b(?:auth\w*|token|credentials?|forbidden|access denied)\b/i.test(words)) return credentials
  return /\b(?:no|low|insufficient|not enough) (?:credits?|balance|funds)\b/i.test(words) ? balance : null
}

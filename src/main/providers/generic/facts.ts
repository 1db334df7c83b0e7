import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import type { WordTable } from './words.ts'

/** Facts of gateways in general as data. "§" in this folder names a section of docs/providers/generic.md. */

/** Longest sender that is a number, in digits: ITU-T E.164. */
export const MAX_SENDER_DIGITS = 15

/** Longest text that an account may say its gateway takes, in UTF-16 units: 255 parts of 153 are fewer. */
export const MAX_UNITS = 40_000

/**
 * §4: names under which gateways repeat secrets in answers and hooks. Not those that are as often an id, such as
 * `key`.
 */
export const SECRET_NAMES = [
  'authorization',
  'password',
  'passwd',
  'pwd',
  'secret',
  'token',
  'auth_token',
  'access_token',
  'api_token',
  'api_key',
  'api-key',
  'apikey',
  'api_secret',
  'api-secret',
  'apisecret',
] as const

/** §7: words that mean the same wherever they are used. Everything else is `unknown` unless the account says more. */
export const STATUS_BY_WORD: WordTable<ReceiptStatus> = new Map<string, ReceiptStatus>([
  // SMPP v3.4, section 5.2.28 and appendix B; SCHEDULED and SKIPPED are v5.0.
  ['SCHEDULED', 'queued'],
  ['ENROUTE', 'sent'],
  ['DELIVRD', 'delivered'],
  ['EXPIRED', 'expired'],
  ['DELETED', 'undelivered'],
  ['UNDELIV', 'undelivered'],
  ['ACCEPTD', 'sent'],
  ['UNKNOWN', 'unknown'],
  ['REJECTD', 'rejected'],
  ['SKIPPED', 'undelivered'],
  // The same written out, and other words in use.
  ['QUEUE', 'queued'],
  ['QUEUED', 'queued'],
  ['BUFFRED', 'queued'],
  ['BUFFERED', 'queued'],
  ['SENT', 'sent'],
  ['SUBMITTED', 'sent'],
  ['DELIVERED', 'delivered'],
  ['FAILED', 'undelivered'],
  ['UNDELIVERED', 'undelivered'],
  ['UNDELIVERABLE', 'undelivered'],
  ['REJECTED', 'rejected'],
  ['NOROUTE', 'rejected'],
  ['NO ROUTES', 'rejected'],
  ['IM_EXPD', 'expired'],
])

/** What a definite or open error means for the text. */
export interface ErrorFact {
  class: 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'unknown'
  code: string
  /** Given the gateway's name, one or more whole sentences for the clerk. */
  sentence(gateway: string): string
}

const refused: ErrorFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: (gateway) => `${gateway} refused this text.`,
}

const credentials: ErrorFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence: (gateway) => `${gateway} did not accept the user name, password or token. Check them in Settings › Accounts.`,
}

const balance: ErrorFact = {
  class: 'account_problem',
  code: 'account_balance',
  sentence: (gateway) => `There is no credit left at ${gateway}. Top up there, then let the account send again.`,
}

const addressProblem: ErrorFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: (gateway) => `The address of ${gateway} is not right: no text can be sent there. Check the address in Settings › Accounts.`,
}

const busy: ErrorFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: (gateway) => `${gateway} is busy and did not take the text.`,
}

const slower: ErrorFact = {
  class: 'not_accepted_transient',
  code: 'rate_limited',
  sentence: (gateway) => `${gateway} asks for a slower pace and did not take the text.`,
}

const unclear: ErrorFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: (gateway) => `${gateway} had a fault of its own while it handled the text. It may have been sent or not.`,
}

/** §6: what a gateway's codes can be said to mean. */
export const REFUSALS = [
  'number',
  'sender',
  'text',
  'refused',
  'login',
  'credit',
  'rights',
  'blocked',
  'slower',
  'busy',
  'unclear',
] as const

export type Refusal = (typeof REFUSALS)[number]

export const REFUSAL_FACTS: Readonly<Record<Refusal, ErrorFact>> = {
  number: {
    class: 'not_accepted_permanent',
    code: 'recipient_invalid',
    sentence: (gateway) => `${gateway} cannot text this number. Check the number.`,
  },
  sender: {
    class: 'not_accepted_permanent',
    code: 'sender_refused',
    sentence: (gateway) => `${gateway} does not allow this sender. Check the sender in Settings › Accounts.`,
  },
  text: {
    class: 'not_accepted_permanent',
    code: 'text_refused',
    sentence: (gateway) => `${gateway} did not take this text because of what it says or how long it is. Change the text.`,
  },
  refused,
  login: credentials,
  credit: balance,
  rights: {
    class: 'account_problem',
    code: 'account_not_allowed',
    sentence: (gateway) => `${gateway} does not allow this account to send this way. Ask ${gateway} to allow it.`,
  },
  blocked: {
    class: 'account_problem',
    code: 'account_suspended',
    sentence: (gateway) => `${gateway} has blocked this account. Ask there why.`,
  },
  slower,
  busy,
  unclear,
}

/** §6: what HTTP says a status means. */
const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, ErrorFact>> = {
  refused,
  credentials,
  balance,
  not_allowed: credentials,
  address: addressProblem,
  busy,
  rate_limited: slower,
  fault: unclear,
}

/** What an HTTP status that is no success means (§6). */
export function httpErrorFact(status: number): ErrorFact {
  return HTTP_ERRORS[httpErrorMeaning(status)]
}

import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import type { SendOutcome } from '../types.ts'

/** OKRoute's SMS HTTP API as data. "§" in this folder names a section of docs/providers/okroute.md. */

/** As sentences name it. */
export const PROVIDER = 'OKRoute'

/** §1. There is no address for everybody: each connection gets a host and a port. */
export const EXAMPLE_ADDRESS = 'https://sms.example:8002/api'

/** §1: what is taken where only a host and a port are given. */
export const DOCUMENTED_PATH = '/api'

/** §3.1: longest sender that the interface takes, in characters. */
export const MAX_SENDER_LENGTH = 32

/** §3.1: longest sender number that networks carry, in digits. */
export const MAX_CARRIED_DIGITS = 15

/** §3.1: the document has 9 in one place and 6 in another. In bytes. */
export const MAX_SERVICE_TYPE_BYTES = 6

/** §3.3: numbers in one call. */
export const LIST_SIZE = 100

/** §3.3: longest list of numbers as it goes out, commas included, in characters. */
export const MAX_DNIS_LENGTH = 2_048

/** §3.2: longest address that servers and proxies are sure to take, in characters. */
export const MAX_URL_LENGTH = 8_000

/** §3.2: room for user name and password in such an address, where they are not at hand, in characters. */
export const CREDENTIALS_ROOM = 500

/** A part has 140 octets, and a concatenation header counts to 255 (3GPP TS 23.040, clause 9.2.3.24.1). */
export const MAX_PARTS = 255

/** §2: parameters and fields of these names. */
export const SECRET_NAMES = ['username', 'password'] as const

/** §6.3, by word in capitals. What is not here is unknown. */
export const STATUS_BY_WORD: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['ENROUTE', 'sent'],
  ['SENT', 'sent'],
  ['ACCEPTD', 'sent'],
  ['DELIVRD', 'delivered'],
  ['ACTIVATED', 'delivered'],
  ['EXPIRED', 'expired'],
  ['IM_EXPD', 'expired'],
  ['UNDELIV', 'undelivered'],
  ['DELETED', 'undelivered'],
  ['REJECTD', 'rejected'],
  ['NO ROUTES', 'rejected'],
  ['UNKNOWN', 'unknown'],
])

/** What a refusal means for the text. */
export interface RefusalFact {
  class: Exclude<SendOutcome['class'], 'accepted' | 'offline'>
  code: string
  /** A whole sentence for the clerk. */
  sentence: string
}

/** §6.1: refused, and only the words could say more. */
const refused: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: `${PROVIDER} refused this text.`,
}

const credentials: RefusalFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence: `${PROVIDER} did not accept user name and password. Check both in Settings › Accounts; if they are right, ask ${PROVIDER} whether it takes texts from your internet address.`,
}

const balance: RefusalFact = {
  class: 'account_problem',
  code: 'account_balance',
  sentence: `There is no credit left at ${PROVIDER}. Top up there, then let the account send again.`,
}

const notAllowed: RefusalFact = {
  class: 'account_problem',
  code: 'account_not_allowed',
  sentence: `${PROVIDER} does not let this account send. Ask ${PROVIDER} what your connection lacks.`,
}

const serviceType: RefusalFact = {
  class: 'account_problem',
  code: 'account_not_allowed',
  sentence: `${PROVIDER} does not know the service type of this account. Correct or clear it in Settings › Accounts.`,
}

const address: RefusalFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: `The address of ${PROVIDER} is not right: no text can be sent there. Check the address in Settings › Accounts.`,
}

const busy: RefusalFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: `${PROVIDER} is busy and did not take the text.`,
}

const rateLimited: RefusalFact = {
  class: 'not_accepted_transient',
  code: 'rate_limited',
  sentence: `${PROVIDER} asks for a slower pace and did not take the text.`,
}

/** §6.2: about this number, or this sender to it. Others go on, so it is no problem of the whole account. */
const noRoute: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'no_route',
  sentence: `${PROVIDER} has no way to this number for your account, or not with this sender. Ask ${PROVIDER} to open one.`,
}

const numberTooLong: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'recipient_invalid',
  sentence: `${PROVIDER} finds this number too long. Check the number.`,
}

const routingLoop: RefusalFact = {
  class: 'account_problem',
  code: 'no_route',
  sentence: `${PROVIDER} sends the texts of this account in a circle. Ask ${PROVIDER} to correct the routes of your connection.`,
}

const providerFault: RefusalFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: `${PROVIDER} had a fault of its own while it handled the text. It may have been sent or not.`,
}

const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, RefusalFact>> = {
  refused,
  credentials,
  balance,
  not_allowed: notAllowed,
  address,
  busy,
  rate_limited: rateLimited,
  fault: providerFault,
}

/** Reasons in words (§6.2), in the order they are looked for. */
const REASONS: ReadonlyArray<{
  fact: RefusalFact
  /** Anywhere in the reason of a refusal. */
  within: RegExp
  /** All that an answer says which is no HTTP error: the same words inside a longer one may mean anything. */
  alone: RegExp
}> = [
  { fact: noRoute, within: /\bno[ _-]?routes?\b/i, alone: /^no[ _-]?routes?$/i },
  {
    fact: serviceType,
    within: /\bservice ?type\b.{0,20}\b(?:invalid|unknown|too long|not)\b/i,
    alone: /^service type is invalid$/i,
  },
  { fact: numberTooLong, within: /\bdestination number is too long\b/i, alone: /^destination number is too long$/i },
  {
    fact: credentials,
    // Not the names of parameters in a request that is shown back.
    within: /\bnot authori[sz]ed\b|\b(?:login|password)\b(?!["']?\s*[:=])/i,
    alone: /^(?:not authori[sz]ed(?: \(.{0,60}\))?|(?:wrong|invalid|bad) (?:login|username|password)(?: or password)?|login failed)$/i,
  },
  {
    fact: balance,
    within: /\b(?:balance|credits?|funds)\b(?!["']?\s*[:=])/i,
    alone: /^(?:insufficient|not enough|no|out of) (?:balance|credits?|funds)$/i,
  },
  {
    fact: rateLimited,
    within: /throttl|\btoo many\b(?! (?:numbers|recipients|destinations|dnis)\b)/i,
    alone: /^(?:throttl(?:ed|ing)(?: error)?|too many (?:requests|messages))$/i,
  },
  // “Queued” is what a taken text is: in an answer that is no error, only a full queue refuses.
  {
    fact: busy,
    within: /\bqueue\b|overload/i,
    alone: /^(?:(?:message )?queue (?:is )?(?:full|overflow)|(?:system |queue )?overload(?:ed)?)$/i,
  },
]

/**
 * What an HTTP status that is no success means (§6.1, §6.2): the status, and where it says no more than "refused",
 * the words.
 */
export function httpErrorFact(status: number, words: string): RefusalFact {
  if (status === 508) return routingLoop
  const meaning = httpErrorMeaning(status)
  const said = meaning === 'refused' ? REASONS.find(({ within }) => within.test(words))?.fact : undefined
  return said ?? HTTP_ERRORS[meaning]
}

/** What an answer that is no HTTP error refuses by its words, if these are all it says (§6.2); null where it does not. */
export function refusalInWords(words: string): RefusalFact | null {
  const said = words.replace(/^error:? /i, '').replace(/[.!]+$/, '')
  return REASONS.find(({ alone }) => alone.test(said))?.fact ?? null
}

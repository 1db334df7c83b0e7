import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import { PROVIDER, plainWords } from './facts.ts'

/** What was handed over: a text, or a call that speaks a code. */
export type Handed = 'text' | 'call'

/** What a refusal means. */
export interface RefusalFact {
  class: 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'unknown'
  code: string
  /** A whole sentence for the clerk. */
  sentence(handed: Handed): string
}

/** Longest reason that is looked at, in characters. */
const MAX_REASON_LENGTH = 500

const refused: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: (handed) => `${PROVIDER} refused this ${handed}.`,
}

const notUnderstood: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: (handed) => `${PROVIDER} did not understand the request and did not take this ${handed}.`,
}

const recipientInvalid: RefusalFact = {
  class: 'not_accepted_permanent',
  code: 'recipient_invalid',
  sentence: () => `${PROVIDER} does not take this number. Check the number.`,
}

const rateLimited: RefusalFact = {
  class: 'not_accepted_transient',
  code: 'rate_limited',
  sentence: (handed) => `${PROVIDER} asks for a slower pace and did not take the ${handed}.`,
}

const busy: RefusalFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: (handed) => `${PROVIDER} is busy and did not take the ${handed}.`,
}

const balance: RefusalFact = {
  class: 'account_problem',
  code: 'account_balance',
  sentence: () => `There is not enough credit left at ${PROVIDER}. Top up there, then let the account send again.`,
}

const address: RefusalFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: () => `The address of ${PROVIDER} is not right: nothing can be sent there. Check the address in Settings › Accounts.`,
}

const credentials: RefusalFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence: () => `${PROVIDER} did not accept account ID or API token. Check both in Settings › Accounts.`,
}

const providerError: RefusalFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: (handed) =>
    handed === 'text'
      ? `${PROVIDER} had a fault of its own while it handled the text. It may have been sent or not.`
      : `${PROVIDER} had a fault of its own while it handled the call. The phone may have rung or not.`,
}

/** Something about the number or name of the account that only its person can put right. */
function senderProblem(sentence: (handed: Handed) => string): RefusalFact {
  return { class: 'account_problem', code: 'sender_refused', sentence }
}

const senderNumber = senderProblem(
  () => `${PROVIDER} does not let this account send from its number. Check the number in Settings › Accounts.`,
)

const callerId = senderProblem(
  () => `${PROVIDER} does not let this account call from its caller ID. Enter a voice number bought there in Settings › Accounts.`,
)

/** §6.1 and §6.2, by `error_code` in lower case. */
const REFUSAL_BY_CODE: ReadonlyMap<string, RefusalFact> = new Map<string, RefusalFact>([
  [
    'invalid_api_token',
    {
      class: 'account_problem',
      code: 'account_credentials',
      sentence: () => `${PROVIDER} did not accept the API token. Check the token in Settings › Accounts.`,
    },
  ],
  [
    'invalid_app_token',
    {
      class: 'account_problem',
      code: 'account_credentials',
      sentence: () => `${PROVIDER} did not accept the account ID. Check the account ID in Settings › Accounts.`,
    },
  ],
  ['1000', notUnderstood],
  ['invalid_json', notUnderstood],
  ['to.number.not.valid', recipientInvalid],
  ['from.number.not.valid', senderProblem((handed) => (handed === 'call' ? callerId : senderNumber).sentence(handed))],
  ['3001', rateLimited],
  [
    '3002',
    {
      class: 'account_problem',
      code: 'account_suspended',
      sentence: () => `${PROVIDER} has suspended the account. Ask ${PROVIDER} why, then let the account send again.`,
    },
  ],
  ['3003', balance],
  [
    '3004',
    {
      class: 'not_accepted_permanent',
      code: 'text_refused',
      sentence: (handed) => `${PROVIDER} says that this ${handed} is empty or too long. Write it anew, and shorter.`,
    },
  ],
  ['3005', senderNumber],
  [
    '3006',
    senderProblem(
      () => `${PROVIDER} does not let this account use its sender name. Check the name in Settings › Accounts, or leave it empty.`,
    ),
  ],
  ['3007', callerId],
  ['3008', callerId],
  [
    '3009',
    {
      class: 'not_accepted_permanent',
      code: 'request_refused',
      sentence: (handed) =>
        `${PROVIDER} says that it does not take the number of the request, or had it before, and refused this ${handed}.`,
    },
  ],
  [
    '3010',
    {
      class: 'not_accepted_permanent',
      code: 'request_refused',
      sentence: (handed) => `${PROVIDER} says that something is missing, and refused this ${handed}.`,
    },
  ],
  ['3011', recipientInvalid],
  ['3012', refused],
  ['3013', refused],
  ['3014', recipientInvalid],
  ['3015', refused],
  ['3016', refused],
  ['3017', senderProblem((handed) => (handed === 'call' ? callerId : senderNumber).sentence(handed))],
])

/** §6.1 and §6.2: words of `error_reason`, and the code they stand for. The first that is found counts. By `plainWords`. */
const CODE_BY_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\binvalid api token\b/, 'invalid_api_token'],
  [/\binvalid account id\b/, 'invalid_app_token'],
  [/\bto number (?:is )?(?:not valid|invalid)\b|\binvalid to number\b/, 'to.number.not.valid'],
  [/\bfrom number (?:is )?(?:not valid|invalid)\b|\binvalid from number\b/, 'from.number.not.valid'],
  [/\bmessage overflow\b/, '3001'],
  [/\baccount (?:is |has been |was )?suspended\b/, '3002'],
  [/\b(?:balance|credit) (?:is )?(?:too )?(?:low|insufficient|exhausted)\b|\b(?:low|insufficient) (?:\w+ )?(?:balance|credit)\b/, '3003'],
  [/\bmessage (?:length|is too long|too long)\b/, '3004'],
  [/\bsender (?:number|id) (?:is )?(?:not valid|invalid)\b|\binvalid sender(?! mask)\b/, '3005'],
  [/\bsender mask\b/, '3006'],
  [/\bcaller id (?:is )?(?:not valid|invalid)\b|\binvalid caller id\b/, '3007'],
  [/\bivr number\b/, '3008'],
  [/\btransaction id\b/, '3009'],
  [/\b(?:missing|required)\b.{0,60}<|<.{0,60}\b(?:missing|required)\b/, '3010'],
  [/\brecipient list (?:is )?empty\b/, '3011'],
  [/\brecipient list (?:is )?(?:not valid|invalid)\b|\binvalid recipient\b/, '3014'],
  [/\bnot owned\b/, '3017'],
]

/** §6.1, last row: words in a refusal that no table has, which say that it will pass. */
const PASSING: ReadonlyArray<readonly [RegExp, RefusalFact]> = [
  [/\boverflow\b|\brate\b/, rateLimited],
  [/\btry again\b|\btime ?out\b|\btimed out\b/, busy],
]

/** What a refusal says about itself; null where it says nothing. */
export interface RefusalWords {
  code: string | null
  reason: string | null
}

/** What a refusal means by its code, else by its words; null where neither is in the tables. */
export function knownRefusal(words: RefusalWords): RefusalFact | null {
  const byCode = REFUSAL_BY_CODE.get(words.code?.toLowerCase().replace(/\.0+$/, '') ?? '')
  if (byCode !== undefined) return byCode
  const said = saidIn(words)
  const found = CODE_BY_WORDS.find(([pattern]) => pattern.test(said))
  return found === undefined ? null : (REFUSAL_BY_CODE.get(found[1]) ?? null)
}

/** The same, with what a refusal means that is in no table: for good, unless its words say that it will pass. */
export function refusalFact(words: RefusalWords): RefusalFact {
  const said = saidIn(words)
  return knownRefusal(words) ?? PASSING.find(([pattern]) => pattern.test(said))?.[1] ?? refused
}

function saidIn({ code, reason }: RefusalWords): string {
  return plainWords(`${code ?? ''} ${reason ?? ''}`.slice(0, MAX_REASON_LENGTH))
}

/** §6.3. */
const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, RefusalFact>> = {
  refused,
  credentials,
  balance,
  not_allowed: {
    class: 'account_problem',
    code: 'account_not_allowed',
    sentence: () => `${PROVIDER} does not let this account send. Ask ${PROVIDER} what it may do, then let the account send again.`,
  },
  address,
  busy,
  rate_limited: rateLimited,
  fault: providerError,
}

/** What an HTTP status that is no success means (§6.3). */
export function httpErrorFact(status: number): RefusalFact {
  return HTTP_ERRORS[httpErrorMeaning(status)]
}

import { httpErrorMeaning } from '../http-errors.ts'
import type { HttpErrorMeaning } from '../http-errors.ts'
import type { ReceiptStatus } from '../../../shared/messages/status.ts'

/** KPN's SMS interfaces as data. "§" in this folder names a section of docs/providers/kpn.md. */

/** As sentences name it. */
export const PROVIDER = 'KPN'

/** §1: the older product, for Dutch mobiles only, and the one that took its place. */
export const PRODUCTS = ['classic', 'current'] as const
export type Product = (typeof PRODUCTS)[number]

/** §1. */
export const SEND_URLS: Readonly<Record<Product, string>> = {
  classic: 'https://api-prd.kpn.com/messaging/sms-kpn/v1/send',
  current: 'https://api-prd.kpn.com/communication/kpn/sms/send',
}

/** §1, without its query. */
export const TOKEN_URL = 'https://api-prd.kpn.com/oauth/client_credential/accesstoken'

/** §3: what recipients see where an account names no sender. */
export const DEFAULT_SENDER = 'KPN'

/** §3: at most 11 letters, digits and spaces. */
export const SENDER_FORM = /^[A-Za-z0-9 ]{1,11}$/

/** §3.2, counted in UTF-16 units, the strictest count; for the classic product, which names no limit, our choice. */
export const MAX_TEXT_UNITS = 1_000

/** §3.3: numbers in one call of the current product. */
export const BATCH_SIZE = 200

/** §2: a token ends this much earlier for us than KPN says, in ms. */
export const TOKEN_MARGIN_MS = 60_000

/** §2: how long a token is taken to last where KPN does not say, in seconds. */
export const TOKEN_LIFE_FALLBACK_S = 3_000

/** §7.3: how far the time of a signed request may be from this computer's clock, in ms. */
export const SIGNATURE_WINDOW_MS = 300_000

/** §2: fields and parameters whose values are never kept. */
export const SECRET_NAMES = ['client_secret', 'client_id', 'access_token', 'authorization'] as const

/** §8, by number and by word. What is not here is unknown. */
export const STATUS_BY_NAME: ReadonlyMap<string, ReceiptStatus> = new Map<string, ReceiptStatus>([
  ['1', 'delivered'],
  ['2', 'queued'],
  ['3', 'sent'],
  ['4', 'undelivered'],
  ['5', 'rejected'],
  ['6', 'expired'],
  ['DELIVERED', 'delivered'],
  ['QUEUED', 'queued'],
  ['ACCEPTED', 'sent'],
  ['FAILED', 'undelivered'],
  ['REJECTED', 'rejected'],
  ['EXPIRED', 'expired'],
])

/** §6.2: why a text did not arrive, by its code of three characters, as a sentence for a clerk. */
export const DELIVERY_ERRORS: ReadonlyMap<string, string> = new Map([
  ['001', 'The text did not arrive, and nobody says why.'],
  ['002', 'The number is not in use or not valid. Check it.'],
  ['003', 'The number is barred from receiving texts.'],
  ['004', 'The recipient does not want texts from this sender.'],
  ['005', 'The recipient’s phone or network cannot receive texts.'],
  ['006', 'The phone was switched off or busy. You can send the text again later.'],
  ['007', 'The phone could not be reached, perhaps without coverage. You can send the text again later.'],
  ['008', 'The number is no longer reachable. Check it.'],
  ['009', 'The phone or its SIM card had a passing problem, such as a full memory. You can send the text again later.'],
  ['010', 'The phone or its SIM card has a lasting problem.'],
  ['011', 'The mobile network had a fault. You can send the text again later.'],
  ['012', 'The number moved to another operator and could not be found there.'],
  ['013', 'KPN has no way to this number from your account. Ask KPN.'],
  ['014', 'KPN has no way to deliver to this number. Ask KPN.'],
  ['015', 'KPN sent the text the wrong way. Ask KPN.'],
  ['016', 'The network could not read the text.'],
  ['017', 'The network did not take a character or a setting of the text.'],
  ['018', 'A spam filter stopped the text. Word it differently.'],
  ['019', 'What the text says is not permitted there.'],
  ['020', 'There is not enough credit or quota at KPN. Ask KPN.'],
  ['021', 'Parental control or an age check stopped the text.'],
  ['022', 'The recipient is on a do-not-disturb register.'],
  ['023', 'A limit on spending or pace was reached. You can send the text again later.'],
  ['024', 'The time in which the text could be delivered ran out. You can send it again.'],
  ['025', 'Another company on the way had a fault. You can send the text again later.'],
  ['026', 'India wants your company registered before it takes texts. Ask KPN.'],
  ['027', 'India wants your sender registered before it takes texts. Ask KPN.'],
  ['028', 'India wants the wording registered before it takes texts. Ask KPN.'],
  ['029', 'The recipient’s consent is missing.'],
  ['030', 'The rules of that country do not permit the text.'],
])

/** What an HTTP status means for a text, or for a request for a token. */
export interface HttpErrorFact {
  class: 'not_accepted_transient' | 'not_accepted_permanent' | 'account_problem' | 'unknown'
  code: string
  /** A whole sentence for the clerk. */
  sentence: string
}

const refused: HttpErrorFact = {
  class: 'not_accepted_permanent',
  code: 'request_refused',
  sentence: 'KPN refused this text. Check the number, the sender and the text.',
}

const addressProblem: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: 'The address of KPN is not right: no text can be sent there. Check the address and the product in Settings › Accounts.',
}

/** §6.1: the token was refused, twice over, or its owner is. */
export const CREDENTIALS: HttpErrorFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence:
    'KPN did not accept the access of this account. Check client ID and client secret in Settings › Accounts, and in KPN’s developer portal that the SMS product is added to your app.',
}

const busy: HttpErrorFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: 'KPN is busy and did not take the text.',
}

const providerError: HttpErrorFact = {
  class: 'unknown',
  code: 'provider_error',
  sentence: 'KPN had a fault of its own while it handled the text. It may have been sent or not.',
}

const HTTP_ERRORS: Readonly<Record<HttpErrorMeaning, HttpErrorFact>> = {
  refused,
  credentials: CREDENTIALS,
  balance: {
    class: 'account_problem',
    code: 'account_balance',
    sentence: 'There is no credit left at KPN. Top up there, then let the account send again.',
  },
  not_allowed: {
    class: 'account_problem',
    code: 'account_not_allowed',
    sentence:
      'KPN does not let this account send texts. Check in KPN’s developer portal that the SMS product is added to your app and that the app is more than a demo.',
  },
  address: addressProblem,
  busy,
  rate_limited: {
    class: 'not_accepted_transient',
    code: 'rate_limited',
    sentence: 'KPN asks for a slower pace, or its quota is used up, and it did not take the text.',
  },
  fault: providerError,
}

/** What an HTTP status that is no success means for a text (§6.1). */
export function httpErrorFact(status: number): HttpErrorFact {
  return HTTP_ERRORS[httpErrorMeaning(status)]
}

/** What an HTTP status means where a token was asked for: no text was in that request, so none can have gone out. */
export interface TokenErrorFact {
  class: 'not_accepted_transient' | 'account_problem'
  code: string
  /** Without a word about a text. */
  sentence: string
}

/** §6.3. */
export const CLIENT_REFUSED: TokenErrorFact = {
  class: 'account_problem',
  code: 'account_credentials',
  sentence: 'KPN did not accept client ID and client secret. Check both in Settings › Accounts.',
}

const noAccessNow: TokenErrorFact = {
  class: 'not_accepted_transient',
  code: 'provider_busy',
  sentence: 'KPN could not give access just now.',
}

const TOKEN_ERRORS: ReadonlyMap<number, TokenErrorFact> = new Map<number, TokenErrorFact>([
  [400, CLIENT_REFUSED],
  [401, CLIENT_REFUSED],
  [408, noAccessNow],
  [425, noAccessNow],
  [429, { class: 'not_accepted_transient', code: 'rate_limited', sentence: 'KPN asks for a slower pace and gave no access.' }],
  [503, noAccessNow],
])

const tokenAddress: TokenErrorFact = {
  class: 'account_problem',
  code: 'account_address',
  sentence: 'The address for access is not right: KPN gives no access there. Check it in Settings › Accounts.',
}

const accessDenied: TokenErrorFact = {
  class: 'account_problem',
  code: 'account_not_allowed',
  sentence: 'KPN gives this account no access. Check in KPN’s developer portal that your app is approved.',
}

/** What an HTTP status that is no success means where a token was asked for (§6.3). */
export function tokenErrorFact(status: number): TokenErrorFact {
  const known = TOKEN_ERRORS.get(status)
  if (known !== undefined) return known
  if ((status >= 300 && status < 400) || status === 404 || status === 405 || status === 410) return tokenAddress
  return status >= 400 && status < 500 ? accessDenied : { ...noAccessNow, code: 'provider_error' }
}

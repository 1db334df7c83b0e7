import type { CarrierAnswer, CarrierError, CarrierFault } from '../../protocol.ts'
import { RETRY_AFTER_S } from '../../protocol.ts'
import { fault, gatewayError, oauthError, QUOTA_LIMIT, quotaHeaders, refusal } from './answers.ts'
import type { KpnErrorCode } from './facts.ts'
import { ERROR_CODES } from './facts.ts'

/** What an error answers, given when (ms since 1970 UTC). */
type Answer = (now: number) => CarrierAnswer

/** How long a quota keeps a client waiting that is only told when it is reset, in ms. */
const QUOTA_RESET_MS = 120_000

/** To a send whose token is missing, wrong or over. */
export const BAD_TOKEN = fault(401, 'Invalid access token', 'keymanagement.service.invalid_access_token')

/** To a request for a token with the wrong credentials, as most realms answer. */
export const BAD_CLIENT = oauthError(401, 'invalid_client', 'Client credentials are invalid')

/** As some realms answer the same. */
const BAD_CLIENT_500 = oauthError(500, 'invalid_client', 'ClientId is Invalid')

/** An address that the gateway does not know. */
export const UNKNOWN_PATH = fault(404, 'application not found', 'messaging.adaptors.http.flow.ApplicationNotFound')

export const WRONG_METHOD = gatewayError(405, 'Method Not Allowed', 'The method is not allowed for this resource')

const ANSWERS: Readonly<Record<string, { label: string; answer: Answer }>> = {
  '302': {
    label: 'HTTP 302: found, at another address',
    answer: () => ({ ...gatewayError(302, 'Found', 'See Location'), headers: { location: 'https://developer.kpn.com/' } }),
  },
  '400': { label: 'HTTP 400: bad request', answer: () => refusal(400, '40001', 'Invalid mobile number') },
  '401': { label: 'HTTP 401: token missing, wrong or expired', answer: () => BAD_TOKEN },
  '403': { label: 'HTTP 403: not entitled', answer: () => gatewayError(403, 'Forbidden', 'The product is not part of this application') },
  '404': { label: 'HTTP 404: application not found', answer: () => UNKNOWN_PATH },
  '405': { label: 'HTTP 405: wrong method', answer: () => WRONG_METHOD },
  '412': { label: 'HTTP 412: precondition failed', answer: () => refusal(412, '41201', 'Precondition failed') },
  '429': {
    label: 'HTTP 429: too many requests, with Retry-After',
    answer: () => ({
      ...fault(429, 'Rate limit quota violation', 'policies.ratelimit.QuotaViolation'),
      headers: { 'retry-after': String(RETRY_AFTER_S) },
    }),
  },
  '429-quota': {
    label: 'HTTP 429: quota used up, with quota-reset-UTC only',
    answer: (now) => ({
      ...fault(429, 'Rate limit quota violation', 'policies.ratelimit.QuotaViolation'),
      headers: { ...quotaHeaders(QUOTA_LIMIT, now), 'quota-reset-UTC': String(now + QUOTA_RESET_MS) },
    }),
  },
  '500': { label: 'HTTP 500: server error', answer: () => gatewayError(500, 'Internal Server Error', 'An error occurred') },
  '500-invalid_client': { label: 'HTTP 500: invalid_client', answer: () => BAD_CLIENT_500 },
  '502': { label: 'HTTP 502: bad gateway', answer: () => gatewayError(502, 'Bad Gateway', 'The backend answered badly') },
  '503': { label: 'HTTP 503: unavailable', answer: () => gatewayError(503, 'Service Unavailable', 'Try again later') },
  '504': { label: 'HTTP 504: gateway time-out', answer: () => gatewayError(504, 'Gateway Timeout', 'The backend did not answer') },
}

/** Answers of the token address; a send is answered 401 meanwhile, so that the client goes there. */
const TOKEN_ANSWERS: Readonly<Record<string, { label: string; answer: CarrierAnswer }>> = {
  'token-401': { label: 'Token: HTTP 401, wrong credentials', answer: BAD_CLIENT },
  'token-500': { label: 'Token: HTTP 500, wrong credentials in some realms', answer: BAD_CLIENT_500 },
  'token-503': { label: 'Token: HTTP 503, unavailable', answer: gatewayError(503, 'Service Unavailable', 'Try again later') },
}

const PREFIX = 'kpn/'
const REPORT_PREFIX = `${PREFIX}report-`

/** Every documented error: HTTP answers of both addresses, and the codes of delivery reports. */
export const KPN_ERRORS: readonly CarrierError[] = [
  ...Object.entries(ANSWERS).map(([code, { label }]) => ({ key: PREFIX + code, label })),
  ...Object.entries(TOKEN_ANSWERS).map(([code, { label }]) => ({ key: PREFIX + code, label })),
  ...Object.entries(ERROR_CODES)
    .filter(([code]) => code !== '000')
    .map(([code, meaning]) => ({ key: REPORT_PREFIX + code, label: `Report with code ${code}: ${meaning}` })),
]

/** What a send is answered; null where the key says nothing about that. */
export function sendError(key: string, now: number): CarrierAnswer | null {
  const code = codeOf(key, PREFIX)
  if (code !== null && Object.hasOwn(TOKEN_ANSWERS, code)) return BAD_TOKEN
  return code !== null && Object.hasOwn(ANSWERS, code) ? (ANSWERS[code]?.answer(now) ?? null) : null
}

/** What the token address answers; null where the key says nothing about that. */
export function tokenError(key: string | null): CarrierAnswer | null {
  const code = codeOf(key, PREFIX)
  return code !== null && Object.hasOwn(TOKEN_ANSWERS, code) ? (TOKEN_ANSWERS[code]?.answer ?? null) : null
}

/** Which code reports are to carry; null for the usual one. */
export function reportCode(key: string | null): KpnErrorCode | null {
  const code = codeOf(key, REPORT_PREFIX)
  return code !== null && isErrorCode(code) ? code : null
}

/** The answer to a fault that every provider has, in this one's words. */
export function faultAnswer(fault: CarrierFault, now: number): CarrierAnswer {
  const code = (
    { refuse_number: '400', no_credit: '403', busy: '503', rate_limited: '429', server_error: '500', wrong_token: '401' } as const
  )[fault]
  const answer = sendError(PREFIX + code, now) ?? BAD_TOKEN
  return fault === 'busy' ? { ...answer, headers: { 'retry-after': String(RETRY_AFTER_S) } } : answer
}

function codeOf(key: string | null, prefix: string): string | null {
  return key !== null && key.startsWith(prefix) ? key.slice(prefix.length) : null
}

function isErrorCode(code: string): code is KpnErrorCode {
  return Object.hasOwn(ERROR_CODES, code)
}

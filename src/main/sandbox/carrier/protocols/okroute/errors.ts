import type { CarrierAnswer, CarrierError, CarrierFault } from '../../protocol.ts'
import { RETRY_AFTER_S } from '../../protocol.ts'

/** A refusal as the platform gives it: a status and a text. Nothing but the status tells it from a success. */
export function refusal(status: number, text: string): CarrierAnswer {
  return { status, headers: { 'content-type': 'text/html' }, body: text }
}

export const NOT_AUTHORIZED = refusal(401, 'not authorized (check login and password)')
export const SERVICE_TYPE_INVALID = refusal(400, 'Service type is invalid')
export const DESTINATION_TOO_LONG = refusal(400, 'Destination number is too long')
export const WRONG_PATH = refusal(404, 'Not Found')

const NO_ROUTES = refusal(400, 'NO ROUTES')
const NO_BALANCE = refusal(402, 'not enough balance')
const BUSY = { ...refusal(503, 'Service Unavailable'), headers: { 'content-type': 'text/html', 'retry-after': String(RETRY_AFTER_S) } }
const THROTTLED = { ...refusal(429, 'too many requests'), headers: { 'content-type': 'text/html', 'retry-after': String(RETRY_AFTER_S) } }
const FAILED = refusal(500, 'Internal Server Error')

const ANSWERS: Readonly<Record<string, { label: string; answer: CarrierAnswer }>> = {
  '400-no-routes': { label: 'HTTP 400: NO ROUTES, no way to this destination', answer: NO_ROUTES },
  '400-service-type': { label: 'HTTP 400: service type is invalid', answer: SERVICE_TYPE_INVALID },
  '400-too-long': { label: 'HTTP 400: destination number is too long', answer: DESTINATION_TOO_LONG },
  '400': { label: 'HTTP 400: bad parameter', answer: refusal(400, 'Bad request') },
  '401': { label: 'HTTP 401: not authorized', answer: NOT_AUTHORIZED },
  '402': { label: 'HTTP 402: not enough balance', answer: NO_BALANCE },
  '403': { label: 'HTTP 403: access denied', answer: refusal(403, 'Forbidden') },
  '404': { label: 'HTTP 404: wrong path', answer: WRONG_PATH },
  '405': { label: 'HTTP 405: wrong method', answer: refusal(405, 'Method Not Allowed') },
  '429': { label: 'HTTP 429: too many requests', answer: THROTTLED },
  '500': { label: 'HTTP 500: server error', answer: FAILED },
  '502': { label: 'HTTP 502: bad gateway', answer: refusal(502, '<html><body><h1>502 Bad Gateway</h1></body></html>') },
  '503': { label: 'HTTP 503: unavailable', answer: BUSY },
  '504': { label: 'HTTP 504: gateway time-out', answer: refusal(504, '<html><body><h1>504 Gateway Time-out</h1></body></html>') },
  '508': { label: 'HTTP 508: loop detected', answer: refusal(508, 'loop detected') },
  '200-no-routes': { label: 'HTTP 200 with the text NO ROUTES', answer: refusal(200, 'NO ROUTES') },
  '200-balance': { label: 'HTTP 200 with the text “not enough balance”', answer: refusal(200, 'not enough balance') },
  '200-queue': { label: 'HTTP 200 with the text “queue overload”', answer: refusal(200, 'queue overload') },
  '200-text': { label: 'HTTP 200 with a text nobody knows', answer: refusal(200, 'message rejected') },
}

const PREFIX = 'okroute/'

/** Every documented error, and those that are met on real installations. */
export const OKROUTE_ERRORS: readonly CarrierError[] = Object.entries(ANSWERS).map(([code, { label }]) => ({ key: PREFIX + code, label }))

/** What a submit is answered; null for a key of another protocol. */
export function submitError(key: string): CarrierAnswer | null {
  const code = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : ''
  return Object.hasOwn(ANSWERS, code) ? (ANSWERS[code]?.answer ?? null) : null
}

/** The answer to a fault that every provider has, in this one's words. */
export const FAULTS: Readonly<Record<CarrierFault, CarrierAnswer>> = {
  refuse_number: NO_ROUTES,
  wrong_token: NOT_AUTHORIZED,
  no_credit: NO_BALANCE,
  busy: BUSY,
  rate_limited: THROTTLED,
  server_error: FAILED,
}

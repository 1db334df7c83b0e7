import type { CarrierAnswer } from '../../protocol.ts'
import { TOKEN_LIFE_MS } from './facts.ts'
import type { KpnToken } from './tokens.ts'

const INFO = 'https://developer.kpn.com'

/** Of the gateway's own; says nothing about a text. */
const TRANSACTION_ID = '8c3a8ff0-71d5-4c12-9d0f-2e6b1f0a7d55'

/** How many texts a minute takes. Nothing is refused for it: the documents name no number. */
export const QUOTA_LIMIT = 1_000

const MINUTE_MS = 60_000

/** To a request for a token: every number is a string, and the client's id comes back beside its token. */
export function tokenAnswer({ token, clientId, issuedAt }: KpnToken): CarrierAnswer {
  const body = {
    refresh_token_expires_in: '0',
    api_product_list: '[sms-kpn]',
    api_product_list_json: [' sms-kpn'],
    organization_name: 'kpn',
    'developer.email': 'desk@example.com',
    token_type: 'Bearer',
    issued_at: String(issuedAt),
    client_id: clientId,
    access_token: token,
    application_name: '11111111-2222-3333-4444-555555555555',
    scope: '',
    expires_in: String(TOKEN_LIFE_MS / 1_000 - 1),
    refresh_count: '0',
    status: 'approved',
  }
  return { status: 200, body }
}

/** To a send that was taken: one id for the whole request, however many texts it had, and how much of the quota is used. */
export function sendAnswer(documentId: string, used: number, now: number): CarrierAnswer {
  return { status: 200, headers: quotaHeaders(used, now), body: { document_id: documentId, status: 'OK' } }
}

/** The envelope of the interface itself. */
export function refusal(status: number, code: string, message: string): CarrierAnswer {
  return { status, body: { errorResponse: { code, message, info: INFO } } }
}

/** The envelope of the gateway before it. */
export function gatewayError(status: number, name: string, message: string): CarrierAnswer {
  return { status, body: { transactionId: TRANSACTION_ID, status: String(status), name, message, info: INFO } }
}

/** The envelope of the gateway's own software. */
export function fault(status: number, faultstring: string, errorcode: string): CarrierAnswer {
  return { status, body: { fault: { faultstring, detail: { errorcode } } } }
}

/** The envelope of the token address. */
export function oauthError(status: number, error: string, description: string): CarrierAnswer {
  return { status, body: { error, error_description: description } }
}

/** How much of the quota of this minute is used, in texts. */
export function quotaHeaders(used: number, now: number): Record<string, string> {
  return {
    'quota-limit': String(QUOTA_LIMIT),
    'quota-interval': '1',
    'quota-time-unit': 'minute',
    'quota-used': String(used),
    'quota-reset-UTC': String((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS),
    'api-version': '1.0.6',
    sunset: 'n/a',
  }
}

import type { HttpFailure, HttpResponse } from '../../http/client.ts'
import { createRedactor, cut, quoteWords } from '../redact.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { AdapterContext, Exchange, SendOutcome } from '../types.ts'
import { CLIENT_REFUSED, PROVIDER, SECRET_NAMES, TOKEN_LIFE_FALLBACK_S, tokenErrorFact } from './facts.ts'
import { reasonOf, saysInvalidClient } from './words.ts'
import { readRateLimitWait } from './wait.ts'
import { readRetryAfter } from '../retry-after.ts'

/** Most of KPN's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** What it takes to get a token. */
export interface Access {
  tokenUrl: string
  /** The address as it may be kept. */
  shownTokenUrl: string
  clientId: string
  clientSecret: string
}

/** Why there is no token. Nothing was sent, whatever became of the request for one. */
export interface AccessProblem {
  class: Extract<SendOutcome['class'], 'not_accepted_transient' | 'account_problem' | 'offline'>
  code: string
  /** A sentence without a word about a text. */
  message: string
  /** In ms from now. */
  retryAfterMs: number | null
  exchange: Exchange
}

/** A token, or why there is none. */
export type TokenAnswer = { kind: 'token'; token: string; lifeSeconds: number } | ({ kind: 'problem' } & AccessProblem)

/**
 * Asks for a token (§2): ID and secret in the body, nothing secret in the address. Never throws. Of the answer nothing
 * is kept but the words of an error: it has the token, the client ID and a mail address of a developer in it.
 */
export async function requestToken(access: Access, context: AdapterContext): Promise<TokenAnswer> {
  const { clientId, clientSecret, tokenUrl, shownTokenUrl } = access
  const result = await context.http.request({
    method: 'POST',
    url: tokenUrl,
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret }).toString(),
  })
  const kept = cut(`POST ${shownTokenUrl}\nclient_id=[secret]&client_secret=[secret]`)
  return result.kind === 'failure' ? readFailedRequest(result, kept) : readTokenResponse(result, { access, kept, now: context.now() })
}

function readFailedRequest({ offline, code, message, written }: HttpFailure, kept: string): TokenAnswer {
  const common = { kind: 'problem', retryAfterMs: null, exchange: { request: kept, response: null } } as const
  if (offline) return { ...common, class: 'offline', code: 'offline', message: 'This computer has no connection to the internet.' }
  return {
    ...common,
    class: 'not_accepted_transient',
    code,
    message: written
      ? `${PROVIDER} did not answer when it was asked for access. ${message}`
      : `${PROVIDER} could not be reached for access. ${message}`,
  }
}

function readTokenResponse(response: HttpResponse, { access, kept, now }: { access: Access; kept: string; now: number }): TokenAnswer {
  const { status, headers } = response
  const parsed = parseJson(response.body)
  const body = isJsonObject(parsed) ? parsed : null
  const success = status >= 200 && status < 300
  const token = success && body !== null ? tokenOf(fieldOf(body, 'access_token')) : null
  if (token !== null) return { kind: 'token', token, lifeSeconds: lifeOf(body === null ? undefined : fieldOf(body, 'expires_in')) }

  const words = body === null ? null : errorWords(body, access)
  const exchange = { request: kept, response: cut(`HTTP ${status}\n${words ?? '[not kept]'}`) }
  const clientRefused = (success || (status >= 400 && status !== 429)) && saysInvalidClient(response.body)
  if (success && !clientRefused) {
    return {
      kind: 'problem',
      class: 'not_accepted_transient',
      code: 'answer_unreadable',
      message: `Something answered at the address for access, but not as ${PROVIDER} does. Check the address in Settings › Accounts.`,
      retryAfterMs: null,
      exchange,
    }
  }
  const fact = clientRefused ? CLIENT_REFUSED : tokenErrorFact(status)
  return {
    kind: 'problem',
    class: fact.class,
    code: fact.code,
    message: words === null ? fact.sentence : `${fact.sentence} It says: “${words}”.`,
    retryAfterMs: status === 429 ? readRateLimitWait(headers, now) : readRetryAfter(headers['retry-after'], now),
    exchange,
  }
}

/** The token, if it can stand in a header; null otherwise. */
function tokenOf(value: Json | undefined): string | null {
  const token = textOf(value)
  return token !== null && /^[\x21-\x7E]{1,8192}$/.test(token) ? token : null
}

/** How long a token lasts, in seconds: numbers come as strings (§2). */
function lifeOf(value: Json | undefined): number {
  const seconds = Number(textOf(value) ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : TOKEN_LIFE_FALLBACK_S
}

/** The words of an error without ID, secret, token and mail addresses; null where it says nothing. */
function errorWords(body: JsonObject, { clientId, clientSecret }: Access): string | null {
  const reason = reasonOf(body)
  if (reason === null) return null
  const token = textOf(fieldOf(body, 'access_token'))
  const secrets = [clientId, clientSecret, ...(token === null ? [] : [token])]
  const redact = createRedactor({ secrets, secretNames: SECRET_NAMES, text: null })
  return quoteWords(redact(reason).replaceAll(/[^\s@"'<>]+@[^\s@"'<>]+/g, '[mail address]'), MAX_QUOTE)
}

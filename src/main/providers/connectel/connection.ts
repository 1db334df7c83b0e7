import type { HttpFailure, HttpRequest, HttpResponse } from '../../http/client.ts'
import { cut, redact } from '../redact.ts'
import type { Confidential } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { Exchange, OutgoingMessage } from '../types.ts'
import { SECRET_NAMES } from './facts.ts'

/** What it takes to speak to a server of this protocol. */
export interface Connection {
  /** As sentences name it. */
  provider: string
  /** Ends with a slash. */
  baseUrl: string
  sender: string
  token: string
}

/** A call, and what may be kept of it. */
export interface Call {
  request: HttpRequest
  /** Without token and text. */
  kept: string
  confidential: Confidential
}

/** §3.1. */
const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' } as const

/** A single send as JSON: §3.2, recipient as bare digits, since all samples are. */
export function sendCall(connection: Connection, message: OutgoingMessage): Call {
  const { token } = connection
  const url = `${connection.baseUrl}send/`
  const fields = {
    authorization: token,
    sender: digitsWhereNumber(connection.sender),
    recipient: digitsOf(message.to),
    message: message.text,
  }
  const confidential: Confidential = { secrets: [token], secretNames: SECRET_NAMES, text: message.text }
  const shown = { ...fields, authorization: '[secret]', message: `[text, ${message.text.length} characters]` }
  return {
    request: { method: 'POST', url, headers: HEADERS, body: JSON.stringify(fields) },
    kept: cut(`POST ${url}\n${redact(JSON.stringify(shown), confidential)}`),
    confidential,
  }
}

/** A status query: §3.4. The token stands in the address, since the document knows no other way. */
export function deliveryCall(connection: Connection, ref: string): Call {
  const { token } = connection
  const url = `${connection.baseUrl}delivery/`
  const query = new URLSearchParams({ authorization: token, requestid: ref })
  return {
    request: { method: 'GET', url: `${url}?${query.toString()}`, headers: { Accept: 'application/json' } },
    kept: `GET ${url}`,
    confidential: { secrets: [token], secretNames: SECRET_NAMES, text: null },
  }
}

/** Call and answer as they may be kept and shown. */
export function exchangeOf(call: Call, result: HttpResponse | HttpFailure): Exchange {
  if (result.kind === 'failure') return { request: call.kept, response: null }
  return { request: call.kept, response: cut(`HTTP ${result.status}\n${redact(result.body, call.confidential)}`) }
}

/** The sender as it goes out: a number without `+`. */
function digitsWhereNumber(sender: string): string {
  const value = sender.trim()
  return /^\+\d+$/.test(value) ? digitsOf(value) : value
}

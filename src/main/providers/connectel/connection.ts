import type { HttpFailure, HttpRequest, HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { Exchange, OutgoingBatch, OutgoingMessage } from '../types.ts'
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
  /** Takes token and text out of the answer. */
  redact: Redactor
}

/** A call for several numbers. */
export interface BulkCall extends Call {
  /** In the order of the batch: the name it has in this call, and its number as it went out. */
  recipients: ReadonlyArray<{ key: string; number: string }>
}

/** §3.1. */
const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' } as const

/** A single send as JSON: §3.2, recipient as bare digits, since all samples are. */
export function sendCall(connection: Connection, message: OutgoingMessage): Call {
  const recipient = digitsOf(message.to)
  return textCall(connection, message.text, { sent: { recipient }, shown: { recipient } })
}

/**
 * One text for several numbers as JSON: §3.3. Names are positions: short, unique whatever the batch, and nothing of
 * the desk's goes out with them. The letter keeps a server from taking them for numbers or places in a list.
 */
export function bulkCall(connection: Connection, batch: OutgoingBatch): BulkCall {
  const recipients = batch.recipients.map(({ to }, index) => ({ key: `c${index + 1}`, number: digitsOf(to) }))
  const call = textCall(connection, batch.text, {
    sent: { bulk: true, recipient: recipients.map(({ key, number }) => ({ [key]: number })) },
    shown: { bulk: true, recipient: `[list of ${recipients.length}]` },
  })
  return { ...call, recipients }
}

function textCall(connection: Connection, text: string, fields: { sent: object; shown: object }): Call {
  const { token } = connection
  const url = `${connection.baseUrl}send/`
  const sender = digitsWhereNumber(connection.sender)
  const redact = createRedactor({ secrets: [token], secretNames: SECRET_NAMES, text })
  const shown = { authorization: '[secret]', sender, ...fields.shown, message: `[text, ${text.length} characters]` }
  return {
    request: {
      method: 'POST',
      url,
      headers: HEADERS,
      body: JSON.stringify({ authorization: token, sender, ...fields.sent, message: text }),
    },
    kept: cut(`POST ${url}\n${redact(shown)}`),
    redact,
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
    redact: createRedactor({ secrets: [token], secretNames: SECRET_NAMES, text: null }),
  }
}

/** Call and answer as they may be kept and shown. */
export function exchangeOf(call: Call, result: HttpResponse | HttpFailure): Exchange {
  if (result.kind === 'failure') return { request: call.kept, response: null }
  return { request: call.kept, response: cut(`HTTP ${result.status}\n${call.redact(result.body)}`) }
}

/** The sender as it goes out: a number without `+`. */
function digitsWhereNumber(sender: string): string {
  const value = sender.trim()
  return /^\+\d+$/.test(value) ? digitsOf(value) : value
}

import type { HttpFailure, HttpRequest, HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { Exchange, OutgoingMessage, OutgoingVoiceCode } from '../types.ts'
import { SECRET_NAMES, SMS_PATH, VOICE_PATH } from './facts.ts'

/** What it takes to speak to the service. */
export interface Connection {
  /** What stands before the documented paths, without a slash at the end. */
  baseUrl: string
  accountId: string
  apiToken: string
}

/** A call, and what may be kept of it. */
export interface Call {
  request: HttpRequest
  /** Without account id, token and text. */
  kept: string
  /** Takes account id, token and text out of the answer. */
  redact: Redactor
}

/** One text (§3.2). `senderMask` null: recipients see the number. */
export function textCall(connection: Connection, sender: { from: string; senderMask: string | null }, message: OutgoingMessage): Call {
  const { text } = message
  const fields = (body: string, token: string): object => ({
    cmd: 'send_sms',
    api_token: token,
    to: digitsOf(message.to),
    from: sender.from,
    body,
    ...(sender.senderMask === null ? {} : { sender_mask: sender.senderMask }),
  })
  return post(connection, SMS_PATH, {
    sent: fields(text, connection.apiToken),
    shown: fields(`[text, ${text.length} characters]`, '[secret]'),
    confidential: text,
  })
}

/** One call that speaks a code (§3.3). `callbackUrl` null: no report is asked for. */
export function voiceCall(
  connection: Connection,
  caller: { callerId: string; callbackUrl: string | null },
  { to, digits }: OutgoingVoiceCode,
): Call {
  const { callbackUrl } = caller
  const fields = (otp: string, token: string, callback: string | null): object => ({
    cmd: 'send_otp_by_obd',
    api_token: token,
    to: digitsOf(to),
    caller_id: caller.callerId,
    otp,
    ...(callback === null ? {} : { callback_url: callback }),
  })
  return post(connection, VOICE_PATH, {
    sent: fields(digits, connection.apiToken, callbackUrl),
    // A hook address has a key in its path.
    shown: fields(`[${digits.length} digits]`, '[secret]', callbackUrl === null ? null : '[address]'),
    confidential: digits,
  })
}

function post(
  { baseUrl, accountId, apiToken }: Connection,
  path: string,
  { sent, shown, confidential }: { sent: object; shown: object; confidential: string },
): Call {
  const url = `${baseUrl}${path}`
  const redact = createRedactor({ secrets: [accountId, apiToken], secretNames: SECRET_NAMES, text: confidential })
  return {
    request: {
      method: 'POST',
      url,
      // §2: the bare id, whatever the name of the header promises elsewhere.
      headers: { Authorization: accountId, 'Content-Type': 'application/json' },
      body: JSON.stringify(sent),
    },
    kept: cut(`POST ${url}\n${redact({ ...shown })}`),
    redact,
  }
}

/** Call and answer as they may be kept and shown. */
export function exchangeOf(call: Call, result: HttpResponse | HttpFailure): Exchange {
  if (result.kind === 'failure') return { request: call.kept, response: null }
  return { request: call.kept, response: cut(`HTTP ${result.status}\n${call.redact(result.body)}`) }
}

import type { HttpFailure, HttpRequest, HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut, quoteWords } from '../redact.ts'
import type { Exchange } from '../types.ts'
import { SECRET_NAMES } from './facts.ts'
import type { Access } from './token-request.ts'

/** Room for the quota headers of a kept answer, in characters. */
const MAX_QUOTA_LENGTH = 400

/** Room for the call and its answer, without what is added for one number. */
const MAX_KEPT_LENGTH = 1_500

/** What it takes to hand texts to KPN. */
export interface Connection {
  access: Access
  sendUrl: string
  sender: string
}

/** One text for one or more numbers. */
export interface Delivery {
  /** E.164 with `+`. */
  numbers: readonly string[]
  text: string
}

/** A send as JSON (§3): numbers keep their `+`; several stand in one message, with commas between them. */
export function sendRequest(connection: Connection, { numbers, text }: Delivery, token: string): HttpRequest {
  return {
    method: 'POST',
    url: connection.sendUrl,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: bodyOf(connection, text, numbers.join(',')),
  }
}

/** Takes keys, token and text out of an answer. */
export function redactorOf({ access }: Connection, { text }: Delivery, token: string): Redactor {
  return createRedactor({ secrets: [token, access.clientId, access.clientSecret], secretNames: SECRET_NAMES, text })
}

/** Call and answer as they may be kept with one number of the call, without those of other people. */
export function exchangeFor(
  connection: Connection,
  delivery: Delivery,
  answer: { result: HttpResponse | HttpFailure; redact: Redactor },
): (number: string) => Exchange {
  const { numbers, text } = delivery
  const { result, redact } = answer
  const shownText = `[text, ${text.length} characters]`
  const several = numbers.length > 1
  const shownNumbers = several ? `[list of ${numbers.length}]` : (numbers[0] ?? '')
  const call = cut(`POST ${connection.sendUrl}\n${redact(bodyOf(connection, shownText, shownNumbers))}`, MAX_KEPT_LENGTH)
  // Redacted once; other people's numbers go before the cut, which could leave a piece of one.
  const body = result.kind === 'failure' ? null : redact(result.body)
  return (number) => ({
    request: several ? `${call}\nThis number: ${number}` : call,
    response: result.kind === 'failure' || body === null ? null : keptResponse(result, withoutOthers(body, delivery, number), redact),
  })
}

/** Words of an answer without the numbers of other people in the same call. */
export function withoutOthers(words: string, { numbers }: Delivery, own: string): string {
  if (numbers.length < 2) return words
  const others = new Set(numbers.map(tailOf))
  others.delete(tailOf(own))
  return words.replaceAll(/\+?\d{9,20}/g, (digits) => (others.has(tailOf(digits)) ? '[another number]' : digits))
}

/** The end of a number is the same in every way of writing it. */
function tailOf(number: string): string {
  return number.slice(-9)
}

function bodyOf({ sender }: Connection, content: string, mobileNumber: string): string {
  return JSON.stringify({ messages: [{ content, mobile_number: mobileNumber }], sender })
}

/** An answer with its quota headers (§6.4), which help when KPN asks for patience. */
function keptResponse({ status, headers }: HttpResponse, body: string, redact: Redactor): string {
  const quota = Object.entries(headers)
    .filter(([name]) => name.startsWith('quota-'))
    .map(([name, value]) => `\n${quoteWords(redact(`${name}: ${value}`), 80)}`)
    .join('')
  return `${cut(`HTTP ${status}\n${body}`, MAX_KEPT_LENGTH)}${cut(quota, MAX_QUOTA_LENGTH)}`
}

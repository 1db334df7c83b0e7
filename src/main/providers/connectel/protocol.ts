import { readFailure } from '../failure.ts'
import { quoteWords, redactReceipt } from '../redact.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { AdapterContext, OutgoingBatch, OutgoingMessage, SendOutcome, StatusAnswer } from '../types.ts'
import { readSendAnswer, receiptOf, requestIdOf, statusFieldsOf } from './answer.ts'
import { readBulkAnswer, readBulkFailure } from './bulk-answer.ts'
import type { Connection } from './connection.ts'
import { bulkCall, deliveryCall, exchangeOf, sendCall } from './connection.ts'
import { accountFact, queryProblem } from './facts.ts'
import { saysStatus } from './status.ts'

/** Asked for by the connection test: no provider ever gave this id. */
const MADE_UP_ID = 'SMSDESK.0'

/** Hands one text to a server of this protocol. Never throws for anything it or the network can do. */
export async function sendText(connection: Connection, message: OutgoingMessage, context: AdapterContext): Promise<SendOutcome> {
  const { provider } = connection
  const call = sendCall(connection, message)
  const result = await context.http.request(call.request)
  const exchange = exchangeOf(call, result)
  if (result.kind === 'failure') return readFailure(result, { provider, exchange })
  return readSendAnswer(result, { provider, text: message.text, redact: call.redact, exchange, now: context.now() })
}

/**
 * Hands one text for several numbers to a server of this protocol, in one call. Answers an outcome for each, in their
 * order. Never throws for anything it or the network can do.
 */
export async function sendBulk(connection: Connection, batch: OutgoingBatch, context: AdapterContext): Promise<SendOutcome[]> {
  const { provider } = connection
  const [first, ...others] = batch.recipients
  if (first === undefined) return []
  // A list of one gains nothing, and the plain call is what every account can make.
  if (others.length === 0) return [await sendText(connection, { ...first, text: batch.text }, context)]
  const call = bulkCall(connection, batch)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') return readBulkFailure(result, call, provider)
  return readBulkAnswer(result, call, { provider, text: batch.text, redact: call.redact, now: context.now() })
}

/** Asks what became of a text. Never throws. */
export async function askStatus(connection: Connection, ref: string, context: AdapterContext): Promise<StatusAnswer> {
  const { provider } = connection
  const call = deliveryCall(connection, ref)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') {
    return { kind: 'failed', code: result.code, message: `${provider} could not be asked. ${result.message}` }
  }
  const body = parseJson(result.body)
  const success = result.status >= 200 && result.status < 300
  const statement = success ? statementAbout(body, ref) : null
  if (statement !== null && saysStatus(statusFieldsOf(statement))) {
    return {
      kind: 'receipt',
      receipt: redactReceipt(receiptOf(ref, statusFieldsOf(statement), fieldOf(statement, 'statusDesc')), call.redact),
    }
  }
  if (result.status === 404 && isJsonObject(body)) {
    return { kind: 'not_found', message: `${provider} does not know this text, or no longer.` }
  }
  if (success) {
    return { kind: 'failed', code: 'answer_unreadable', message: `${provider} answered, but not about this text. Try again later.` }
  }
  return { kind: 'failed', ...queryProblem(provider, result.status) }
}

/** Whether the settings work, found out by asking about a text that does not exist. Never throws. */
export async function testSettings(
  connection: Connection,
  context: AdapterContext,
): Promise<{ ok: boolean; code: string; message: string }> {
  const { provider } = connection
  const call = deliveryCall(connection, MADE_UP_ID)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') {
    return { ok: false, code: result.code, message: `${provider} could not be reached. ${result.message}` }
  }
  const body = parseJson(result.body)
  const { status } = result
  if (status === 401 || status === 402 || status === 403 || status >= 500 || (status >= 300 && status < 400)) {
    return { ok: false, ...queryProblem(provider, status) }
  }
  if (typeof body !== 'object' || body === null) {
    if (status >= 400) return { ok: false, ...queryProblem(provider, status) }
    return {
      ok: false,
      code: 'account_address',
      message: `Something answers at this address, but not as ${provider} does. Check the address.`,
    }
  }
  const words = isJsonObject(body) ? textOf(fieldOf(body, 'error')) : null
  if (status < 300 && words !== null && accountFact(words)?.code === 'account_credentials') {
    const quote = quoteWords(call.redact(words), 200)
    return { ok: false, code: 'account_credentials', message: `${provider} answered: “${quote}”. Check the token.` }
  }
  return {
    ok: true,
    code: 'ok',
    message: `${provider} answered and did not refuse the token. It has no way to check the token without sending a text, so send one to yourself to be sure.`,
  }
}

/** The part of an answer that is about this id: the answer itself, or the entry of a bulk answer (§4). */
function statementAbout(body: Json | undefined, ref: string): JsonObject | null {
  if (Array.isArray(body)) return firstAbout(body, ref)
  if (!isJsonObject(body)) return null
  if (requestIdOf(body) === ref) return body
  const entries = fieldOf(body, 'recipient')
  return Array.isArray(entries) ? firstAbout(entries, ref) : null
}

function firstAbout(entries: readonly Json[], ref: string): JsonObject | null {
  return entries.filter((entry) => isJsonObject(entry)).find((entry) => requestIdOf(entry) === ref) ?? null
}

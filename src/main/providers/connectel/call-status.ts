import { redactReceipt } from '../redact.ts'
import type { Redactor } from '../redact.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { AdapterContext, CallStatusAnswer, CallText } from '../types.ts'
import { idOf, receiptOf, requestIdOf, statusFieldsOf } from './answer.ts'
import type { Connection } from './connection.ts'
import { deliveryCall } from './connection.ts'
import { queryProblem } from './facts.ts'
import { saysStatus } from './status.ts'

/** A number as the document writes it, or with the marks people put before it; without them at most 15 digits (E.164). */
const NUMBER = /^(?:\+|00)?([1-9]\d{6,14})$/

/** Asks what became of all texts of a bulk request, by its bulk id (§3.4, §4). Never throws. */
export async function askCall(connection: Connection, bulkId: string, context: AdapterContext): Promise<CallStatusAnswer> {
  const { provider } = connection
  const call = deliveryCall(connection, bulkId)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') {
    return { kind: 'failed', code: result.code, message: `${provider} could not be asked. ${result.message}` }
  }
  const body = parseJson(result.body)
  const success = result.status >= 200 && result.status < 300
  const list = success ? listOf(body, bulkId) : null
  if (list !== null) return { kind: 'texts', texts: textsOf(list, bulkId, call.redact) }
  if (result.status === 404 && isJsonObject(body)) {
    return { kind: 'not_found', message: `${provider} does not know these texts, or no longer.` }
  }
  if (success) {
    return { kind: 'failed', code: 'answer_unreadable', message: `${provider} answered, but not about these texts. Try again later.` }
  }
  return { kind: 'failed', ...queryProblem(provider, result.status) }
}

/** The list of an answer that is about this bulk id and no other; null for any other answer. */
function listOf(body: Json | undefined, bulkId: string): readonly Json[] | null {
  if (!isJsonObject(body) || idOf(fieldOf(body, 'bulkid')) !== bulkId) return null
  const list = fieldOf(body, 'recipient')
  return Array.isArray(list) ? list : null
}

/** What is clear about each text (§5 rule 13): an id or a number that stands at two of them is clear about none. */
function textsOf(list: readonly Json[], bulkId: string, redact: Redactor): CallText[] {
  const texts = new Map<string, CallText>()
  for (const entry of list) {
    const text = isJsonObject(entry) ? textOfEntry(entry, redact) : null
    // The same, word for word, is no second statement.
    if (text !== null) texts.set(JSON.stringify(text), text)
  }
  const all = [...texts.values()]
  const ids = counted(all.map(({ ref }) => ref))
  const numbers = counted(all.map(({ to }) => to))
  return all.filter(({ ref, to }) => ref !== bulkId && ids.get(ref) === 1 && (to === null || numbers.get(to) === 1))
}

function textOfEntry(entry: JsonObject, redact: Redactor): CallText | null {
  const ref = requestIdOf(entry)
  if (ref === null) return null
  const fields = statusFieldsOf(entry)
  const receipt = saysStatus(fields) ? redactReceipt(receiptOf(ref, fields, fieldOf(entry, 'statusDesc')), redact) : null
  return { to: e164Of(textOf(fieldOf(entry, 'recipient'))), ref, receipt }
}

function e164Of(number: string | null): string | null {
  const digits = NUMBER.exec(number ?? '')?.[1]
  return digits === undefined ? null : `+${digits}`
}

function counted<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

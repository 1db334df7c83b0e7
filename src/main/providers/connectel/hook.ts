import { readHookContent } from '../hook-fields.ts'
import type { HookFields } from '../hook-fields.ts'
import type { Json } from '../tolerant-json.ts'
import { textOf } from '../tolerant-json.ts'
import type { HookReading, HookRequest, InboundReading, ReceiptReading } from '../types.ts'
import { receiptOf, requestIdOf } from './answer.ts'
import { saysStatus } from './status.ts'
import type { StatusFields } from './status.ts'

/**
 * Reads a delivery report or an inbound text (§7), as JSON, form or query, one or a list of them. Never throws.
 */
export function readConnectelHook(request: HookRequest): HookReading {
  if (request.method === 'HEAD') return { kind: 'nothing', detail: 'A check of the address.' }
  const content = readHookContent(request)
  if (content.kind === 'unreadable') return content
  if (content.kind === 'empty') {
    return request.method === 'GET'
      ? { kind: 'nothing', detail: 'A check of the address.' }
      : { kind: 'unreadable', detail: 'The request is empty.' }
  }
  if (content.statements.length === 0) return { kind: 'nothing', detail: 'An empty list.' }

  const receipts: ReceiptReading[] = []
  const inbound: InboundReading[] = []
  let problem: string | null = null
  for (const fields of content.statements) {
    const statement = readStatement(fields)
    if (typeof statement === 'string') problem ??= statement
    else if ('ref' in statement) receipts.push(statement)
    else inbound.push(statement)
  }
  // Of a list, what can be read is taken: repeating it would not make the rest any better.
  if (problem !== null && receipts.length + inbound.length === 0) return { kind: 'unreadable', detail: problem }
  return { kind: 'read', receipts, inbound }
}

/** One report or text; a sentence where it is neither. */
function readStatement(fields: HookFields): ReceiptReading | InboundReading | string {
  const action = textOf(fields.get('action'))?.toLowerCase() ?? null
  if (action === 'dlr') return readReceipt(fields)
  const from = textOf(fields.get('from'))
  const text = messageText(fields.get('message'))
  if (from !== null && text !== null) {
    return { key: requestId(fields), from, to: textOf(fields.get('to')) ?? '', text }
  }
  // The document has `action` in every report; without one, only a request id and a status together will do.
  if (action === null && requestId(fields) !== null && saysStatus(statusFields(fields))) return readReceipt(fields)
  return 'Neither a delivery report nor a text from a customer.'
}

function readReceipt(fields: HookFields): ReceiptReading | string {
  const ref = requestId(fields)
  if (ref === null) return 'A delivery report without a request id.'
  const to = textOf(fields.get('recipient'))
  return { ...receiptOf(ref, statusFields(fields), fields.get('statusDesc')), ...(to === null ? {} : { to }) }
}

function statusFields(fields: HookFields): StatusFields {
  return { statusInt: fields.get('statusInt'), setusInt: fields.get('setusInt'), statusStr: fields.get('statusStr') }
}

function requestId(fields: HookFields): string | null {
  const value = fields.get('requestid')
  return value === undefined ? null : requestIdOf({ requestid: value })
}

/** A text as it came, blank or not; a number is what somebody typed as digits. */
function messageText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

import { readHookRequest, statementOf } from '../read-hook.ts'
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
  return readHookRequest(request, (fields) => statementOf(readStatement(fields)))
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

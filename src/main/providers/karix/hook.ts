import type { HookFields } from '../hook-fields.ts'
import type { HookStatement } from '../read-hook.ts'
import { readHookRequest } from '../read-hook.ts'
import { integerOf, textOf } from '../tolerant-json.ts'
import type { HookReading, HookRequest, ReceiptReading } from '../types.ts'
import { idOf } from './answer.ts'
import { readReceiptText } from './receipt-text.ts'
import type { ResolvedStatus } from './status.ts'
import { resolveStatus } from './status.ts'

/** Most parts of one text (3GPP TS 23.040, clause 9.2.3.24.1: one octet). */
const MAX_PARTS = 255

const CLICKED = 'Somebody opened a link of a text. Clicks are not counted here.'

/**
 * Reads delivery reports (§7), as JSON, form, query or receipt text, one or a list of them. Never throws.
 */
export function readKarixHook(request: HookRequest): HookReading {
  return readHookRequest(receiptTextAsField(request), readStatement)
}

/** A body that is a receipt text, as the field that may hold one too (§7.2). */
function receiptTextAsField(request: HookRequest): HookRequest {
  if (readReceiptText(request.body) === null) return request
  return { ...request, contentType: 'application/json', body: JSON.stringify({ msg: request.body }) }
}

function readStatement(fields: HookFields): HookStatement {
  if (fields.get('payload') !== undefined && (fields.get('aes_mode') !== undefined || fields.get('iv_key') !== undefined)) {
    return {
      kind: 'unreadable',
      detail: 'The report is encrypted, and SMS Desk has no key for it. Ask Karix to send reports without encryption.',
    }
  }
  const said = statusOf(fields)
  if (said !== null) return readReceipt(fields, said)
  const isClick = ['shorturl', 'clicked_date', 'clicked_time'].some((name) => textOf(fields.get(name)) !== null)
  return isClick ? { kind: 'nothing', detail: CLICKED } : { kind: 'unreadable', detail: 'This is not a delivery report.' }
}

interface Said extends ResolvedStatus {
  /** The id in a receipt text; null where the report is none. */
  id: string | null
}

/** What a statement says about a text; null where it says nothing. */
function statusOf(fields: HookFields): Said | null {
  const [flag, status, reason] = [textOf(fields.get('Statusflag')), textOf(fields.get('status')), textOf(fields.get('reason'))]
  if (flag !== null || reason !== null) return { ...resolveStatus({ flag, status, reason }), id: null }
  // The text of the message stands in the same field, so it is looked at only where nothing else says anything.
  const receipt = readReceiptText(textOf(fields.get('msg')) ?? '')
  if (receipt !== null) {
    const { status: resolved, raw } = resolveStatus({ flag: receipt.status, status, reason: null })
    return { status: resolved, raw: receipt.error === null ? raw : `${raw}, err ${receipt.error}`, detail: null, id: receipt.id }
  }
  return status === null ? null : { ...resolveStatus({ flag, status, reason }), id: null }
}

function readReceipt(fields: HookFields, said: Said): HookStatement {
  const ackid = idOf(fields.get('ackid'))
  const ref = ackid ?? idOf(fields.get('mid')) ?? idOf(said.id ?? undefined)
  if (ref === null) return { kind: 'unreadable', detail: 'A delivery report without the number of its text.' }
  const to = numberOf(textOf(fields.get('dest')))
  const part = readPart(fields)
  // Which part arrived is not known, so nobody knows whether the text did.
  const isVague = part === 'unclear' && said.status === 'delivered'
  const receipt: ReceiptReading = {
    ref,
    status: isVague ? 'unknown' : said.status,
    rawStatus: said.raw,
    detail: said.detail,
    ...(to === null ? {} : { to }),
    ...(ackid === null ? {} : { shared: true as const }),
    ...(part === null || part === 'unclear' ? {} : { part }),
  }
  return { kind: 'receipt', receipt }
}

/** A recipient in E.164, from digits with or without `+`; null where it is no such number. */
function numberOf(dest: string | null): string | null {
  const digits = dest?.replace(/^(?:\+|00)/, '') ?? ''
  return /^[1-9]\d{5,14}$/.test(digits) ? `+${digits}` : null
}

/** Which part a report is about; null for a text of one part, or where the report names none. */
function readPart(fields: HookFields): { number: number; of: number } | 'unclear' | null {
  const number = integerOf(fields.get('split_msg_no'))
  const of = integerOf(fields.get('split_msg_parts'))
  if (of === null || of < 2 || of > MAX_PARTS) return null
  return number === null || number < 1 || number > of ? 'unclear' : { number, of }
}

import { readHookRequest, statementOf } from '../read-hook.ts'
import type { HookFields } from '../hook-fields.ts'
import { quoteWords } from '../redact.ts'
import type { Json } from '../tolerant-json.ts'
import { textOf } from '../tolerant-json.ts'
import type { HookReading, HookRequest, InboundReading, ReceiptReading } from '../types.ts'
import { DELIVERY_ERRORS, STATUS_BY_NAME } from './facts.ts'
import { readReportedNumber } from './recipient.ts'
import { idOf } from './words.ts'

/** Names that stand in delivery reports and not in texts from customers (§7.1). */
const REPORT_NAMES = ['DLRID', 'document_id', 'RecipientPhonenumber', 'StatusDateTime', 'Status', 'StatusCode', 'ErrorCode'] as const

/** Reads delivery reports (§7.1) and texts from customers (§7.2), one or a list of them. Never throws. */
export function readKpnHook(request: HookRequest): HookReading {
  return readHookRequest(request, (fields) => statementOf(readStatement(fields)))
}

/** One report or text; a sentence where it is neither. */
function readStatement(fields: HookFields): ReceiptReading | InboundReading | string {
  if (REPORT_NAMES.some((name) => textOf(fields.get(name)) !== null)) return readReceipt(fields)
  const from = textOf(fields.get('sender'))
  const text = messageText(fields.get('content'))
  if (from === null || text === null) return 'Neither a delivery report nor a text from a customer.'
  return { key: idOf(fields.get('message_id')), from, to: textOf(fields.get('recipient')) ?? '', text }
}

function readReceipt(fields: HookFields): ReceiptReading | string {
  const document = idOf(fields.get('document_id'))
  const ref = document ?? idOf(fields.get('message_id')) ?? idOf(fields.get('DLRID'))
  if (ref === null) return 'A delivery report without an id.'
  const { status, rawStatus } = statusOf([fields.get('Status'), fields.get('StatusCode')])
  const detail = status === 'delivered' ? null : (reasonOf(fields.get('ErrorCode')) ?? reasonOf(fields.get('Error')))
  return { ref, status, rawStatus, detail, ...recipientOf(fields, document !== null) }
}

/** Whose report it is. A document id stands for all recipients of its call (§5 rule 5). */
function recipientOf(fields: HookFields, isDocument: boolean): Pick<ReceiptReading, 'to' | 'shared'> {
  const raw = textOf(fields.get('RecipientPhonenumber')) ?? textOf(fields.get('recipient')) ?? textOf(fields.get('mobile_number'))
  const number = raw === null ? null : readReportedNumber(raw)
  if (isDocument) return number === null ? { shared: true } : { to: number, shared: true }
  return raw === null ? {} : { to: number ?? raw }
}

/** §8: what all recognised values agree on; nothing is guessed. */
function statusOf(values: readonly (Json | undefined)[]): Pick<ReceiptReading, 'status' | 'rawStatus'> {
  const said = values.map(textOf).filter((value) => value !== null)
  const known = new Set(said.map((value) => STATUS_BY_NAME.get(value.toUpperCase())).filter((status) => status !== undefined))
  const [only] = known
  return { status: known.size === 1 && only !== undefined ? only : 'unknown', rawStatus: quoteWords([...new Set(said)].join(' '), 100) }
}

/** What an error code says as a sentence, or KPN's own words; null where there was no error. */
function reasonOf(value: Json | undefined): string | null {
  const words = textOf(value)
  if (words === null) return null
  if (!/^\d{1,3}$/.test(words)) return quoteWords(words, 300)
  // Codes have three characters; a program that took them for numbers has lost the noughts (§6.2).
  const code = words.padStart(3, '0')
  if (code === '000') return null
  return `${DELIVERY_ERRORS.get(code) ?? 'KPN gives a reason that it does not explain.'} KPN code ${code}.`
}

/** A text as it came, blank or not; a number is what somebody typed as digits. */
function messageText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

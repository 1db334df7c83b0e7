import { readHookRequest, statementOf } from '../read-hook.ts'
import type { HookFields } from '../hook-fields.ts'
import type { Json } from '../tolerant-json.ts'
import { integerOf, textOf } from '../tolerant-json.ts'
import { inboundPart } from '../inbound-part.ts'
import type { HookReading, HookRequest, InboundPart, InboundReading, ReceiptReading } from '../types.ts'
import { codeDetail, idOf, receiptOf } from './status.ts'

/** §7.1: the same fields under other names, the documented ones first. */
const ID_NAMES = ['app_msg_id', 'message_id', 'msgid', 'dlvrMsgId', 'id'] as const
const STATUS_NAMES = ['delivery_status', 'dlvrMsgStat', 'status', 'state', 'stat'] as const
const TO_NAMES = ['dnis', 'to'] as const
const FROM_NAMES = ['ani', 'from'] as const
const DESCRIPTION_NAMES = ['dlvrResultCodeDescr', 'desc'] as const
const CODE_NAMES = ['reasoncode', 'result_code'] as const

/** §7.2: the state word of a text from a customer. */
const INBOUND_WORD = 'MO'

/** A mark of a template that nothing was put in for (§7). */
const UNFILLED = /^\$\w+\$$/

const NO_VALUES = 'The request has no values in it. Where it shows names between dollar signs, ask OKRoute which marks its system fills in.'

/**
 * Reads a delivery report or a text from a customer (§7) from query, form or JSON, one or a list of them. Never throws.
 */
export function readOkRouteHook(request: HookRequest): HookReading {
  return readHookRequest(request, (fields) => statementOf(readStatement(fields)))
}

/** One report or text; a sentence where it is neither. */
function readStatement(fields: HookFields): ReceiptReading | InboundReading | string {
  const word = firstOf(fields, STATUS_NAMES)
  if (word !== null && word.toUpperCase() !== INBOUND_WORD) return readReceipt(fields, word)
  const text = messageText(fields.get('message'))
  if (text !== null) return readInbound(fields, text)
  return word === null && idIn(fields) === null ? NO_VALUES : 'Neither a delivery report nor a text from a customer.'
}

function readReceipt(fields: HookFields, word: string): ReceiptReading | string {
  const ref = idIn(fields)
  if (ref === null) return 'A delivery report without the id of a text.'
  const to = firstOf(fields, TO_NAMES)
  const detail = firstOf(fields, DESCRIPTION_NAMES) ?? codeDetail(firstOf(fields, CODE_NAMES) ?? undefined)
  return { ...receiptOf(ref, word, detail), ...(to === null ? {} : { to }) }
}

function readInbound(fields: HookFields, text: string): InboundReading | string {
  const from = firstOf(fields, FROM_NAMES)
  if (from === null) return 'A text without the number of who sent it.'
  const part = partOf(fields)
  const key = part === null ? idIn(fields) : keyOfPart(fields, part)
  return { key, from, to: firstOf(fields, [...TO_NAMES, 'localAddress']) ?? '', text, ...(part === null ? {} : { part }) }
}

/** The parts of a long text come one by one and may share an id, so a part has its number in its key (§7.2). */
function keyOfPart(fields: HookFields, { ref, number }: InboundPart): string {
  return [idIn(fields), ref, number].filter((piece) => piece !== null).join(':')
}

/** Which part of a long text this is (§7.2); null for a whole one, and where the fields make no sense. */
function partOf(fields: HookFields): InboundPart | null {
  const ref = firstOf(fields, ['sarId'])
  const number = integerOf(fields.get('sarPartNumber'))
  const of = integerOf(fields.get('SarParts'))
  if (ref !== null && number !== null && of !== null) return inboundPart(ref, number, of)
  return partInUdh(firstOf(fields, ['udh']))
}

/** The same from a user data header in hex (3GPP TS 23.040, clauses 9.2.3.24.1 and .8). */
function partInUdh(udh: string | null): InboundPart | null {
  if (udh === null || !/^(?:[\dA-F]{2}){1,140}$/i.test(udh)) return null
  const bytes = Buffer.from(udh, 'hex')
  for (let at = 1; at + 1 < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const [element, length] = [bytes[at], bytes[at + 1]]
    const refBytes = element === 0x00 && length === 3 ? 1 : element === 0x08 && length === 4 ? 2 : 0
    if (refBytes === 0) continue
    const [of, number] = bytes.subarray(at + 2 + refBytes)
    return inboundPart(`udh ${bytes.toString('hex', at + 2, at + 2 + refBytes)}`, number ?? 0, of ?? 0)
  }
  return null
}

function idIn(fields: HookFields): string | null {
  return idOf(firstOf(fields, ID_NAMES) ?? undefined)
}

/** The first of these fields that says something. A mark of the template that was not filled in says nothing (§7). */
function firstOf(fields: HookFields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = textOf(fields.get(name))
    if (value !== null && !UNFILLED.test(value)) return value
  }
  return null
}

/** A text as it came, blank or not; a number is what somebody typed as digits. Any other mark may be somebody's text. */
function messageText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '$message$' ? null : value
  return typeof value === 'number' ? String(value) : null
}

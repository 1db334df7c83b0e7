import type { HookFields } from '../hook-fields.ts'
import type { HookStatement } from '../read-hook.ts'
import { readHookRequest } from '../read-hook.ts'
import { quoteWords } from '../redact.ts'
import type { Json } from '../tolerant-json.ts'
import { textOf } from '../tolerant-json.ts'
import type { HookAnswer, HookReading, HookRequest, ReceiptReading } from '../types.ts'
import { readCampaignReport } from './campaign.ts'
import { EVENT_MISSED_CALL, EVENT_REPLY_STATUS, replyStatus, reportStatus } from './facts.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** Times below are seconds since 1970, others milliseconds (§7.1): 1e11 s is in the year 5138, 1e11 ms in 1973. */
const FIRST_MILLISECONDS = 1e11

/** Later than this, in the year 2286, a time is none. */
const LAST_MILLISECONDS = 1e13

/**
 * Reads what Konnect calls with (§7): a missed call, what became of the text that answered one, a report of a campaign,
 * or one of the newer interface; as JSON, form or query. Never throws.
 */
export function readKonnectHook(request: HookRequest): HookReading {
  return readHookRequest(request, readStatement)
}

/** §7.1: the answer to a missed call may be a text to the caller; everything else is answered with nothing to do. */
export function answerKonnectHook(reading: HookReading, reply: string | null): HookAnswer {
  const isMissedCall = reading.kind === 'read' && (reading.missedCalls ?? []).length > 0
  const body = isMissedCall && reply !== null && reply.trim() !== '' ? { cmd: 'send_sms', sms_text: reply } : {}
  return { contentType: 'application/json', body: JSON.stringify(body) }
}

/** Whether a statement claims to be an event, which Konnect always proves with the account's token (§7). */
export function isEvent(fields: HookFields): boolean {
  return fields.get('event') !== undefined
}

function readStatement(fields: HookFields): HookStatement {
  if (isEvent(fields)) return readEvent(fields)
  const campaign = readCampaignReport(fields)
  if (campaign !== null) return { kind: 'receipt', receipt: campaign }
  const ref = idOf(fields.get('id')) ?? idOf(fields.get('transaction_id'))
  const status = textOf(fields.get('status'))
  // §7.4: whose text it is about, only the id says. A number in it must not lead to a text of the desk's.
  if (ref !== null && status !== null) return { kind: 'receipt', receipt: receiptOf(fields, ref, reportStatus(status)) }
  return unreadable('Neither a missed call nor a report.')
}

function readEvent(fields: HookFields): HookStatement {
  const event = textOf(fields.get('event'))?.toLowerCase() ?? ''
  const id = idOf(fields.get('id'))
  if (event === EVENT_MISSED_CALL) {
    const from = textOf(fields.get('from'))
    if (id === null || from === null) return unreadable('A missed call without an id or without a caller.')
    return { kind: 'missed_call', call: { key: id, from, to: textOf(fields.get('to')) ?? '', at: timeOf(fields.get('at')) } }
  }
  if (event === EVENT_REPLY_STATUS) {
    if (id === null) return unreadable('A report without the id of its missed call.')
    return { kind: 'receipt', receipt: receiptOf(fields, id, replyStatus(textOf(fields.get('status')) ?? '')) }
  }
  return unreadable('An event that is neither a missed call nor a report.')
}

function unreadable(detail: string): HookStatement {
  return { kind: 'unreadable', detail }
}

function receiptOf(fields: HookFields, ref: string, status: ReceiptReading['status']): ReceiptReading {
  const reason = textOf(fields.get('error_reason')) ?? textOf(fields.get('description')) ?? textOf(fields.get('error_code'))
  return {
    ref,
    status,
    rawStatus: quoteWords(textOf(fields.get('status')) ?? '', 100),
    detail: reason === null ? null : quoteWords(reason, 300),
  }
}

/** An id: a number or text, with all its digits; null where there is none. */
function idOf(value: Json | undefined): string | null {
  const id = textOf(value)
  // 0 is what programs write where they have no id.
  return id === null || id === '0' || id.length > MAX_ID_LENGTH || /\p{Cc}/u.test(id) ? null : id
}

/** A time in seconds or milliseconds since 1970, as number or text, in ms UTC; null for anything else. */
function timeOf(value: Json | undefined): number | null {
  const text = textOf(value)
  if (text === null || !/^\d{1,20}(?:\.\d{1,20})?(?:e\+?\d{1,2})?$/i.test(text)) return null
  const time = Number(text)
  const ms = Math.trunc(time < FIRST_MILLISECONDS ? time * 1_000 : time)
  return ms > 0 && ms < LAST_MILLISECONDS ? ms : null
}

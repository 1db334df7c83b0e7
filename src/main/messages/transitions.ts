import { createHash } from 'node:crypto'
import { readPeer, type Peer } from '../../shared/messages/peer.ts'
import type { AttemptReport } from '../../shared/messages/receipt-parts.ts'
import { isBetterReport, reportOfAttempt } from '../../shared/messages/receipt-parts.ts'
import type { ReceiptEvent } from '../../shared/messages/reducer.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { countSegments, normaliseText } from '../../shared/segments/index.ts'
import { ensureConversation, touchConversation } from '../conversations/rows.ts'
import type { InboundReading, ReceiptReading } from '../providers/types.ts'
import { attemptOf, isSuperseded, receiptsOf } from '../receipts/attempt-receipts.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { keepPart, messageOfPart } from './inbound-parts.ts'
import { appendEvent, recordEvent, setError } from './record-event.ts'
import { newId } from '../store/new-id.ts'

/** What became of one statement of a hook. */
export interface Applied {
  verdict: 'applied' | 'duplicate' | 'unknown_message'
  messageId: string | null
  conversationId: string | null
  /** It added to a text that was there before. */
  isMore?: true
}

/** One receipt to be applied. */
export interface ReceiptInput {
  accountId: string
  reading: ReceiptReading
  /** ms UTC */
  at: number
  /** The reference was not known before: the message was found otherwise. */
  matched?: ReceiptEvent['matched']
}

/** Wait before a text that is on its way without a planned question is asked about, in milliseconds. */
const ASK_AFTER_MS = 600_000

/**
 * Applies one receipt to the message that carries its reference. Must run inside the caller's transaction.
 * `duplicate` when it says nothing new; `unknown_message` when no message carries the reference (yet).
 *
 * Of a long text with a reference per part, all receipts about the attempt decide together: see `reportOfAttempt`.
 */
export function applyReceipt(db: Db, { accountId, reading, at, matched }: ReceiptInput): Applied {
  const { ref, status, rawStatus, detail } = reading
  const found = messageOf(db, accountId, reading)
  if (found === null) return { verdict: 'unknown_message', messageId: null, conversationId: null }
  const messageId = found.message_id
  const where = { messageId, conversationId: found.conversation_id }

  const attempt = attemptOf(db, messageId, ref)
  const known = receiptsOf(db, messageId, attempt)
  // Of parts with references of their own, the reference says which it is.
  const part = attempt.refs.length === 1 ? readPart(reading) : undefined
  const isKnown = known.some(
    (one) => one.ref === ref && one.status === status && one.rawStatus === rawStatus && one.part?.number === part?.number,
  )
  if (isKnown) return { verdict: 'duplicate', ...where }

  const before = reportOfAttempt(attempt.refs, known)
  const report = reportOfAttempt(attempt.refs, [...known, { ref, status, part }])
  const event: ReceiptEvent = {
    kind: 'receipt',
    ref,
    status,
    rawStatus,
    detail,
    ...(attempt.refs.length > 1 ? { part: { number: attempt.refs.indexOf(ref) + 1, of: report.of } } : {}),
    ...(part === undefined ? {} : { part }),
    ...(report.status === status ? {} : { together: report.status }),
    ...(isBetterReport(report, before) ? { repaired: true } : {}),
    ...(matched === undefined ? {} : { matched }),
    ...(isSuperseded(db, messageId, attempt) ? { superseded: true } : {}),
  }
  const recorded = recordEvent(db, messageId, event, at)
  if (recorded.status !== recorded.before) {
    setError(db, messageId, receiptError(recorded.status, reading, report))
  } else if (report.lost !== before.lost && event.superseded === undefined) {
    recountLostParts(db, messageId, receiptError(recorded.status, reading, report))
  }
  if (matched !== undefined || (recorded.status === 'sent' && recorded.before !== 'sent')) askLater(db, messageId, at)
  return { verdict: 'applied', ...where }
}

interface Found {
  message_id: string
  conversation_id: string
}

/**
 * The message a receipt is about. One reference may stand for a call with several recipients: then the number in the
 * receipt decides, and where it names none, only a call with one recipient will do.
 */
function messageOf(db: Db, accountId: string, { ref, shared, to }: ReceiptReading): Found | null {
  if (shared === true && to !== undefined) return recipientOf(db, { accountId, ref, to })
  const rows = statement<[string, string], Found>(
    db,
    `SELECT r.message_id, m.conversation_id FROM provider_refs r JOIN messages m ON m.id = r.message_id
       WHERE r.account_id = ? AND r.ref = ? LIMIT 2`,
  ).all(accountId, ref)
  const [only] = rows
  if (only === undefined) return null
  if (rows.length > 1) return to === undefined ? null : recipientOf(db, { accountId, ref, to: `+${to.replace(/^\+/, '')}` })
  return shared === true && hadSeveral(db, only.message_id) ? null : only
}

/** Of all texts that go by a reference, the latest to a number (E.164). Read by the number: a call may have hundreds. */
function recipientOf(db: Db, about: { accountId: string; ref: string; to: string }): Found | null {
  const found = statement<[object], Found>(
    db,
    `SELECT m.id AS message_id, m.conversation_id FROM messages m INDEXED BY messages_by_recipient
       WHERE m.recipient = @to AND EXISTS (
         SELECT 1 FROM provider_refs r WHERE r.account_id = @accountId AND r.ref = @ref AND r.message_id = m.id)
       ORDER BY m.created_at DESC, m.id DESC LIMIT 1`,
  ).get(about)
  return found ?? null
}

/** Whether the latest call of a message had other recipients, too. */
function hadSeveral(db: Db, messageId: string): boolean {
  const latest = statement<[string], { call_id: string | null }>(
    db,
    'SELECT call_id FROM attempts WHERE message_id = ? ORDER BY number DESC LIMIT 1',
  ).get(messageId)
  return typeof latest?.call_id === 'string'
}

/** The part of a text a receipt names, where that makes sense. */
function readPart({ part }: ReceiptReading): ReceiptReading['part'] {
  return part !== undefined && part.of > 1 && part.number >= 1 && part.number <= part.of ? part : undefined
}

/** The sentence shown on a message whose receipt brought bad news. */
function receiptError(status: MessageStatus, reading: ReceiptReading, report: AttemptReport): { code: string; message: string } | null {
  if (status !== 'undelivered' && status !== 'expired') return null
  if (report.of > 1) {
    return {
      code: status === 'expired' ? 'receipt_parts_expired' : 'receipt_parts_lost',
      message: `${report.lost} of ${report.of} parts did not arrive${status === 'expired' ? ' in time' : ''}. Send it again if it matters.`,
    }
  }
  if (status === 'expired') {
    return { code: 'receipt_expired', message: 'The phone could not be reached in time, so the network gave up.' }
  }
  const { detail, rawStatus } = reading
  if (reading.status === 'rejected') {
    const message = detail === null ? `The mobile network rejected it (${rawStatus}).` : `It was rejected. ${asSentence(detail)}`
    return { code: 'receipt_rejected', message }
  }
  // Where the provider gives a reason, that says what to do.
  const message =
    detail === null ? `It could not be delivered (${rawStatus}). Check the number.` : `It could not be delivered. ${asSentence(detail)}`
  return { code: 'receipt_undelivered', message }
}

/** A provider's reason with a capital and a full stop. */
function asSentence(detail: string): string {
  const words = detail.trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/u.test(words) ? '' : '.'}`
}

/** Further parts got lost, or were found, without a change of the whole: the sentence counts them anew. */
function recountLostParts(db: Db, messageId: string, error: { code: string; message: string } | null): void {
  if (error === null) return
  statement(
    db,
    `UPDATE messages SET error_code = ?, error_message = ? WHERE id = ? AND error_code IN ('receipt_parts_lost', 'receipt_parts_expired')`,
  ).run(error.code, error.message, messageId)
}

/**
 * A text that a receipt put on its way or made known, however long after it was handed over, is asked about. Where its
 * provider cannot be asked, nobody does.
 */
function askLater(db: Db, messageId: string, at: number): void {
  statement(db, `UPDATE messages SET next_query_at = ? WHERE id = ? AND status IN ('sent', 'unconfirmed') AND next_query_at IS NULL`).run(
    at + ASK_AFTER_MS,
    messageId,
  )
}

/** Without a provider id, the same text from the same peer within this time is the same text (design: people do repeat themselves). */
const REPEAT_WINDOW_MS = 4_000

/**
 * The key an inbound text is known by: the provider's id, or, where another text has it already, the id with a hash. A
 * provider that uses an id again, or one id for all parts of a long text, must not make the desk drop what people wrote.
 */
function freeKey(db: Db, { accountId, key, peer, text }: { accountId: string; key: string; peer: string; text: string }): string {
  const holder = statement<[string, string], { sender: string; text: string }>(
    db,
    'SELECT sender, text FROM messages WHERE account_id = ? AND inbound_key = ?',
  ).get(accountId, key)
  if (holder === undefined || (holder.sender === peer && holder.text === text)) return key
  return `${key} ${createHash('sha256').update(`${peer}\n${text}`).digest('hex').slice(0, 32)}`
}

/** What became of a text from a customer, and how it was read. */
export interface ReceivedInbound {
  verdict: 'applied' | 'duplicate'
  messageId: string
  conversationId: string
  from: Peer
  /** The number it came in on. */
  to: string
  /** Null for a part of a text. */
  text: string | null
  isMore?: true
}

/**
 * Stores one text from a customer in its conversation, made if need be. Must run inside the caller's transaction.
 * De-duplicated by the provider's id; without one, by same account, peer and text within 4 seconds. A part of a long text
 * joins the parts that came before.
 */
export function receiveInbound(
  db: Db,
  input: { accountId: string; reading: InboundReading; defaultCountry: string; at: number },
): ReceivedInbound {
  const { reading, accountId, at } = input
  const peer = readPeer(reading.from, input.defaultCountry)
  const own = readPeer(reading.to, input.defaultCountry)
  const text = normaliseText(reading.text)
  const conversationId = ensureConversation(db, peer, at)
  const read = { conversationId, from: peer, to: own.peer, text: reading.part === undefined ? text : null }
  const part = reading.part === undefined ? null : { accountId, sender: peer.peer, part: reading.part, key: reading.key, text, at }
  const whole = part === null ? null : messageOfPart(db, part)
  if (part !== null && whole !== null) {
    if (whole.isRepeat) return { ...read, verdict: 'duplicate', messageId: whole.messageId }
    keepPart(db, whole.messageId, part)
    return { ...read, verdict: 'applied', messageId: whole.messageId, isMore: true }
  }
  const key = reading.key === null ? null : freeKey(db, { accountId, key: reading.key, peer: peer.peer, text })

  const known =
    reading.key === null && part === null
      ? statement<unknown[], { id: string }>(
          db,
          `SELECT id FROM messages WHERE conversation_id = ? AND account_id = ? AND direction = 'inbound' AND text = ?
               AND created_at BETWEEN ? AND ?`,
        ).get(conversationId, accountId, text, at - REPEAT_WINDOW_MS, at + REPEAT_WINDOW_MS)
      : statement<unknown[], { id: string }>(db, 'SELECT id FROM messages WHERE account_id = ? AND inbound_key = ?').get(accountId, key)
  if (known !== undefined) return { ...read, verdict: 'duplicate', messageId: known.id }

  const messageId = newId()
  statement(
    db,
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, inbound_key, created_at)
     VALUES (@messageId, @conversationId, @accountId, 'inbound', @recipient, @sender, @text, @parts, 'received', @at, @key, @at)`,
  ).run({
    messageId,
    conversationId,
    accountId,
    recipient: own.peer,
    sender: peer.peer,
    text,
    parts: countSegments(text).segments,
    key,
    at,
  })
  if (part !== null) keepPart(db, messageId, part)
  appendEvent(db, messageId, { kind: 'received' }, 'received', at)
  touchConversation(db, { conversationId, messageId, accountId, at, by: 'customer' })
  return { ...read, verdict: 'applied', messageId }
}

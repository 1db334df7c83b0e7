import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { readPeer } from '../../shared/messages/peer.ts'
import { countSegments, normaliseText } from '../../shared/segments/index.ts'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { ensureConversation, touchConversation } from '../conversations/rows.ts'
import type { InboundReading, ReceiptReading } from '../providers/types.ts'
import type { Db } from '../store/operation.ts'
import { appendEvent, recordEvent, setError } from './record-event.ts'
import { statement } from '../store/statement.ts'

/** What became of one statement of a hook. */
export interface Applied {
  verdict: 'applied' | 'duplicate' | 'unknown_message'
  messageId: string | null
  conversationId: string | null
}

/** Without a provider id, the same text from the same peer within this time is the same text (design: people do repeat themselves). */
const REPEAT_WINDOW_MS = 4_000

/**
 * Applies one receipt to the message that carries its reference. Must run inside the caller's transaction.
 * `duplicate` when it says nothing new; `unknown_message` when no message carries the reference (yet).
 */
export function applyReceipt(db: Db, input: { accountId: string; reading: ReceiptReading; at: number }): Applied {
  const { reading } = input
  const found = statement<[string, string], { message_id: string; conversation_id: string }>(
    db,
    `SELECT r.message_id, m.conversation_id FROM provider_refs r JOIN messages m ON m.id = r.message_id
       WHERE r.account_id = ? AND r.ref = ?`,
  ).get(input.accountId, reading.ref)
  if (found === undefined) return { verdict: 'unknown_message', messageId: null, conversationId: null }
  const where = { messageId: found.message_id, conversationId: found.conversation_id }

  const seen = statement(
    db,
    `SELECT 1 FROM message_events WHERE message_id = ? AND kind = 'receipt'
         AND data ->> 'ref' = ? AND data ->> 'status' = ? AND data ->> 'rawStatus' = ?`,
  ).get(found.message_id, reading.ref, reading.status, reading.rawStatus)
  if (seen !== undefined) return { verdict: 'duplicate', ...where }

  const event: MessageEvent = {
    kind: 'receipt',
    ...reading,
    ...(isSuperseded(db, found.message_id, reading.ref) ? { superseded: true } : {}),
  }
  const recorded = recordEvent(db, found.message_id, event, input.at)
  if (recorded.status !== recorded.before) setError(db, found.message_id, receiptError(recorded.status, reading))
  return { verdict: 'applied', ...where }
}

/**
 * Whether a reference belongs to an attempt that a later one has taken the place of, or that a person found failed
 * and asked to repeat. A person's "send again" of an unconfirmed text does not count: that attempt may still turn
 * out to have been taken, and then the second must not go.
 */
function isSuperseded(db: Db, messageId: string, ref: string): boolean {
  const known = statement<[string, string], { sequence: number | null }>(
    db,
    `SELECT max(sequence) AS sequence FROM message_events
       WHERE message_id = ? AND kind IN ('accepted', 'refused', 'outcome_unknown') AND ? IN (SELECT value FROM json_each(data, '$.refs'))`,
  ).get(messageId, ref)
  if (known === undefined || known.sequence === null) return false
  const later = statement(db, `SELECT 1 FROM message_events WHERE message_id = ? AND kind IN ('accepted', 'retried') AND sequence > ?`)
  return later.get(messageId, known.sequence) !== undefined
}

/** The sentence shown on a message whose receipt brought bad news. */
function receiptError(status: MessageStatus, reading: ReceiptReading): { code: string; message: string } | null {
  const words = reading.detail ?? reading.rawStatus
  switch (status) {
    case 'undelivered':
      return reading.status === 'rejected'
        ? { code: 'receipt_rejected', message: `The mobile network rejected it (${words}).` }
        : { code: 'receipt_undelivered', message: `It could not be delivered (${words}). Check the number.` }
    case 'expired':
      return { code: 'receipt_expired', message: 'The phone could not be reached in time, so the network gave up.' }
    default:
      return null
  }
}

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

/**
 * Stores one text from a customer in its conversation, made if need be. Must run inside the caller's transaction.
 * De-duplicated by the provider's id; without one, by same account, peer and text within 4 seconds.
 */
export function receiveInbound(db: Db, input: { accountId: string; reading: InboundReading; defaultCountry: string; at: number }): Applied {
  const { reading, accountId, at } = input
  const peer = readPeer(reading.from, input.defaultCountry)
  const own = readPeer(reading.to, input.defaultCountry)
  const text = normaliseText(reading.text)
  const conversationId = ensureConversation(db, peer, at)
  const key = reading.key === null ? null : freeKey(db, { accountId, key: reading.key, peer: peer.peer, text })

  const known =
    reading.key === null
      ? statement<unknown[], { id: string }>(
          db,
          `SELECT id FROM messages WHERE conversation_id = ? AND account_id = ? AND direction = 'inbound' AND text = ?
               AND created_at BETWEEN ? AND ?`,
        ).get(conversationId, accountId, text, at - REPEAT_WINDOW_MS, at + REPEAT_WINDOW_MS)
      : statement<unknown[], { id: string }>(db, 'SELECT id FROM messages WHERE account_id = ? AND inbound_key = ?').get(accountId, key)
  if (known !== undefined) return { verdict: 'duplicate', messageId: known.id, conversationId }

  const messageId = uuidv7()
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
  appendEvent(db, messageId, { kind: 'received' }, 'received', at)
  touchConversation(db, { conversationId, messageId, at, unread: 1 })
  return { verdict: 'applied', messageId, conversationId }
}

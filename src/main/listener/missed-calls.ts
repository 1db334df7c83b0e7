import { readPeer } from '../../shared/messages/peer.ts'
import { countSegments } from '../../shared/segments/index.ts'
import { callReplyFor } from '../accounts/call-replies.ts'
import { isAccountInUse } from '../accounts/in-use.ts'
import { ensureConversation, touchConversation } from '../conversations/rows.ts'
import { requestKey } from '../messages/enqueue.ts'
import { appendEvent, recordEvent, setError } from '../messages/record-event.ts'
import type { Applied } from '../messages/transitions.ts'
import type { MissedCallReading } from '../providers/types.ts'
import { isOptedOut } from '../opt-outs/refuse.ts'
import { mayAnswer } from '../replies/limits.ts'
import type { Senders } from '../replies/senders.ts'
import { newId } from '../store/new-id.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A missed call, and where it came in. */
export interface MissedCallInput {
  accountId: string
  reading: MissedCallReading
  defaultCountry: string
  /** ms UTC */
  at: number
}

/** A text that answers a missed call: its claim is on disk once the transaction is. */
export interface CallReplyClaim {
  messageId: string
  conversationId: string
  text: string
}

/**
 * Shows a missed call in the caller's conversation, made if need be. Must run inside the caller's transaction. The same
 * call, by the provider's id, is shown once.
 */
export function receiveMissedCall(db: Db, { accountId, reading, defaultCountry, at }: MissedCallInput): Applied {
  const caller = readPeer(reading.from, defaultCountry)
  const called = readPeer(reading.to, defaultCountry)
  const conversationId = ensureConversation(db, caller, at)
  const known = callOf(db, { accountId, key: reading.key })
  if (known !== undefined) return { verdict: 'duplicate', messageId: known.id, conversationId }
  const messageId = newId()
  statement(
    db,
    `INSERT INTO messages (id, kind, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, inbound_key, created_at)
     VALUES (@messageId, 'missed_call', @conversationId, @accountId, 'inbound', @called, @caller, '', 0, 'received', @at, @key, @at)`,
  ).run({ messageId, conversationId, accountId, called: called.peer, caller: caller.peer, at, key: inboundKey(reading.key) })
  appendEvent(db, messageId, { kind: 'received' }, 'received', at)
  touchConversation(db, { conversationId, messageId, accountId, at, by: 'customer' })
  return { verdict: 'applied', messageId, conversationId }
}

/** Whether a call was told of before, by the provider's id. */
export function isCallKnown(db: Db, call: { accountId: string; key: string }): boolean {
  return callOf(db, call) !== undefined
}

function callOf(db: Db, { accountId, key }: { accountId: string; key: string }): { id: string } | undefined {
  return statement<[string, string], { id: string }>(db, 'SELECT id FROM messages WHERE account_id = ? AND inbound_key = ?').get(
    accountId,
    inboundKey(key),
  )
}

function inboundKey(key: string): string {
  return `call:${key}`
}

/**
 * A provider that tells of a call again may not have got the answer with the text: that it was sent is not certain any
 * more, unless the provider has said so. Must run inside the caller's transaction.
 */
export function doubtCallReply(db: Db, { accountId, key, at }: { accountId: string; key: string; at: number }): void {
  const reply = statement<[string, string], { id: string }>(
    db,
    `SELECT m.id FROM messages m WHERE m.request_key >= ? AND m.request_key < ? AND m.status = 'sent'
       AND NOT EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.kind = 'receipt')`,
  ).get(`${replyKey(accountId, key)}:`, `${replyKey(accountId, key)};`)
  if (reply === undefined) return
  recordEvent(db, reply.id, { kind: 'doubted' }, at)
  setError(db, reply.id, {
    code: 'answer_repeated',
    message: 'The provider told of the missed call again, so the answer with this text may not have reached it.',
  })
}

/**
 * The text that answers a missed call, written down and claimed, so that it can go out in the answer to the hook and
 * never again; null where nobody set one, the account sends nothing, the caller is no phone, is opted out, or was
 * answered often enough. Must run inside the transaction that shows the call for the first time.
 */
export function claimCallReply(
  db: Db,
  { accountId, reading, defaultCountry, at, senders }: MissedCallInput & { senders: Senders },
): CallReplyClaim | null {
  const caller = readPeer(reading.from, defaultCountry)
  const called = readPeer(reading.to, defaultCountry)
  const text = callReplyFor(db, { accountId, number: called.peer })
  if (text === null || !isSending(db, accountId) || !mayAnswer(db, caller, { senders, now: at })) return null
  if (isOptedOut(db, caller.peer)) return null
  const messageId = newId()
  const conversationId = ensureConversation(db, caller, at)
  statement(
    db,
    `INSERT INTO messages (id, automatic, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, request_key, created_at)
     VALUES (@messageId, 'missed_call', @conversationId, @accountId, 'outbound', @to, @sender, @text, @parts, 'queued', @at, @requestKey, @at)`,
  ).run({
    messageId,
    conversationId,
    accountId,
    to: caller.peer,
    sender: called.peer,
    text,
    parts: countSegments(text).segments,
    requestKey: requestKey(replyKey(accountId, reading.key), caller.peer),
    at,
  })
  appendEvent(db, messageId, { kind: 'queued' }, 'queued', at)
  statement(db, 'INSERT INTO attempts (id, message_id, account_id, number, started_at) VALUES (?, ?, ?, 1, ?)').run(
    newId(),
    messageId,
    accountId,
    at,
  )
  recordEvent(db, messageId, { kind: 'claimed', attempt: 1 }, at)
  touchConversation(db, { conversationId, messageId, accountId, at, by: 'answer' })
  return { messageId, conversationId, text }
}

function replyKey(accountId: string, key: string): string {
  return `call-reply:${accountId}:${key}`
}

function isSending(db: Db, accountId: string): boolean {
  return (
    isAccountInUse(db, accountId) && statement(db, `SELECT 1 FROM accounts WHERE id = ? AND status = 'active'`).get(accountId) !== undefined
  )
}

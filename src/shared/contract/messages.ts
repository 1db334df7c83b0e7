import * as z from 'zod'
import { MESSAGE_STATUSES } from '../messages/status.ts'
import { operation } from './base.ts'
import { count, cursor, id, instant, messageText, pageSize, rawNumber } from './primitives.ts'

export const messageStatus = z.enum(MESSAGE_STATUSES)

export const message = z.object({
  id,
  conversationId: id,
  accountId: id,
  accountName: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  /** For outbound the recipient; for inbound the number it came in on. */
  to: z.string(),
  /** For outbound the sender shown; for inbound the peer. */
  from: z.string(),
  text: z.string(),
  status: messageStatus,
  /** Parts (segments) the text takes. */
  parts: count,
  /** The provider's ids for this message. */
  providerRefs: z.array(z.string()),
  /** Why it failed, waits or is unconfirmed. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** When it may next be tried, for a queued message that waits. */
  notBefore: instant.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** When its last status was reached. */
  statusAt: instant,
  /** The person looked at an unconfirmed message and chose to leave it. */
  leftUnconfirmed: z.boolean(),
})
export type Message = z.infer<typeof message>

export const ATTEMPT_OUTCOMES = [
  'accepted',
  'not_accepted_transient',
  'not_accepted_permanent',
  'account_problem',
  'offline',
  'unknown',
] as const

export const attempt = z.object({
  id,
  number: count,
  accountName: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  outcome: z.enum(ATTEMPT_OUTCOMES).nullable(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  /** The call and the answer with secrets and text taken out. */
  request: z.string().nullable(),
  response: z.string().nullable(),
})

export const messageEvent = z.object({
  sequence: z.int(),
  at: instant,
  kind: z.string(),
  /** What happened, as a sentence. */
  description: z.string(),
  status: messageStatus,
})

export const messagesContract = {
  /**
   * Puts one text per number into the outbox. All or nothing: one unusable number refuses the call. The same
   * `requestId` never queues twice, so a caller that lost the answer may repeat the call.
   */
  send: operation
    .input(
      z.object({
        requestId: z.uuid(),
        accountId: id,
        to: z.array(rawNumber).min(1).max(1_000),
        text: messageText,
        at: instant.optional(),
      }),
    )
    .output(z.object({ messages: z.array(message) })),
  /** Newest first. */
  list: operation
    .input(
      z.object({
        conversationId: id.optional(),
        to: rawNumber.optional(),
        status: messageStatus.optional(),
        before: cursor.optional(),
        limit: pageSize,
      }),
    )
    .output(z.object({ messages: z.array(message), next: cursor.nullable() })),
  get: operation.input(z.object({ id })).output(message.extend({ attempts: z.array(attempt), events: z.array(messageEvent) })),
  /** Takes a waiting message back. Refused once it has been claimed for sending. */
  cancel: operation.input(z.object({ id })).output(message),
  /** Queues a failed message again. */
  retry: operation.input(z.object({ id })).output(message),
  /** A person settles an unconfirmed message. */
  settle: operation.input(z.object({ id, decision: z.enum(['send_again', 'was_sent', 'leave']) })).output(message),
  /** Asks the provider what became of a message, where the provider can be asked. */
  refresh: operation.input(z.object({ id })).output(message),
}

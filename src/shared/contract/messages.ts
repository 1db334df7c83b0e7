import * as z from 'zod'
import { MESSAGE_STATUSES } from '../messages/status.ts'
import { operation } from './base.ts'
import { count, cursor, id, instant, messageText, pageSize, rawNumber } from './primitives.ts'

export const messageStatus = z.enum(MESSAGE_STATUSES)

/** Why a queued message is kept back. */
export const HOLD_REASONS = [
  /** The seconds in which pressing Send can be taken back. */
  'undo',
  /** Quiet hours where the recipient is. */
  'quiet_hours',
  /** The provider sends nothing of this kind at this hour. */
  'blockout',
  /** Its time came while the desk was closed or the computer slept: a person decides. */
  'missed',
] as const
export const messageHold = z.object({ reason: z.enum(HOLD_REASONS), until: instant.nullable() })
export type MessageHold = z.infer<typeof messageHold>

/** A wall time in a zone, as a person says it: "on the 29th at 9:00 in Stockholm". Minutes, no offset. */
export const wallTime = z.object({
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  /** IANA name, such as `Europe/Stockholm`. */
  zone: z.string().min(1).max(64),
})
export type WallTime = z.infer<typeof wallTime>

/** What a message is: nearly always a text. A missed call has no text; a voice code is a call that speaks its digits, kept as the text. */
export const MESSAGE_KINDS = ['text', 'missed_call', 'voice_code'] as const
export const messageKind = z.enum(MESSAGE_KINDS)
export type MessageKind = z.infer<typeof messageKind>

/** What wrote a text by itself: an answer to a missed call, to a word of a customer, or while nobody was there. */
export const AUTOMATIC_KINDS = ['missed_call', 'opt_out', 'opt_in', 'help', 'away'] as const
export const automaticKind = z.enum(AUTOMATIC_KINDS)
export type AutomaticKind = z.infer<typeof automaticKind>

export const message = z.object({
  id,
  kind: messageKind,
  conversationId: id,
  accountId: id,
  accountName: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  /** What wrote it by itself; null where a person did. */
  automatic: automaticKind.nullable(),
  /** What an inbound text said for or against texts to its number; null for nothing. */
  consent: z.enum(['consent', 'opt_out', 'opt_in']).nullable(),
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
  /** The provider gave something to ask by: an id of this message, or, for an unconfirmed one, an id of the call it went out with. */
  canBeAskedAbout: z.boolean(),
  /** Why it failed, waits or is unconfirmed. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** When it may next be tried, for a queued message that waits. */
  notBefore: instant.nullable(),
  /** Why a queued message is kept back, and until when; `missed` has no end of its own. */
  hold: messageHold.nullable(),
  /** The time a person asked for: the instant, and the wall time with its zone that it comes from. */
  schedule: z.object({ at: instant, local: z.string().nullable(), zone: z.string().nullable() }).nullable(),
  /** Handed over at once for the provider to keep until this instant; null where the desk itself sees to the time. */
  providerKeepsUntil: instant.nullable(),
  /** Not sent any more after this instant. */
  validUntil: instant.nullable(),
  /** Replies go out before bulk. */
  priority: z.enum(['reply', 'bulk']),
  /** Name of the account that did not take it, where another one was used instead. */
  failedOverFrom: z.string().nullable(),
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
   * `requestId` never queues twice, so a caller that lost the answer may repeat the call. A number that is opted out
   * refuses it as well (`opted_out`).
   */
  send: operation
    .input(
      z.object({
        requestId: z.uuid(),
        accountId: id,
        to: z.array(rawNumber).min(1).max(1_000),
        text: messageText,
        /**
         * A text of its own for each number of `to`, in the same order: what `text` became for them once its merge fields
         * were filled in. Left out: `text` to all of them, as it is.
         */
        texts: z.array(messageText).min(1).max(1_000).optional(),
        /** The templates it was made from: a use of each is counted when it is put into the outbox. */
        templateIds: z.array(id).max(20).optional(),
        /** Send at this instant. At most one of `at` and `schedule`. */
        at: instant.optional(),
        /** Send at this wall time, which stays what it says when clocks change. */
        schedule: wallTime.optional(),
        /**
         * The provider keeps it until its time, so that it goes out although this computer is off; it cannot be taken
         * back then. Refused where the provider cannot (`provider_schedule_unsupported`, `provider_schedule_time`).
         */
        keptByProvider: z.boolean().optional(),
        /** Not sent any more after this instant. */
        validUntil: instant.optional(),
        /** Keeps it back for the seconds set in the settings, so that it can be taken back. */
        undo: z.boolean().optional(),
        /** Sends although the same text went to the same number a short while ago (else refused: `duplicate_text`). */
        again: z.boolean().optional(),
        /** Why it goes out in quiet hours all the same. */
        quietOverride: z.string().trim().min(1).max(200).optional(),
      }),
    )
    .output(z.object({ messages: z.array(message) })),
  /**
   * Calls a number and speaks a one-time code. The same `requestId` never calls twice. Goes at any hour, and not at all
   * once it is ten minutes old.
   */
  callWithCode: operation
    .input(z.object({ requestId: z.uuid(), accountId: id, to: rawNumber, digits: z.string().trim().min(1).max(20) }))
    .output(message),
  /**
   * A page, newest first. `before` and `after` are places (`placeOf` in src/shared/messages/place.ts): with `after` the page is the
   * one that follows it, with both it is what lies between. `around` is a message, or an instant, with as many on either side as fit;
   * it goes with neither. A message that is not there, or not in that conversation, is refused (`message_not_found`).
   */
  list: operation
    .input(
      z
        .object({
          conversationId: id.optional(),
          to: rawNumber.optional(),
          status: messageStatus.optional(),
          before: cursor.optional(),
          after: cursor.optional(),
          around: z.union([z.object({ id }), z.object({ at: instant })]).optional(),
          limit: pageSize,
        })
        .refine(({ before, after, around }) => around === undefined || (before === undefined && after === undefined), {
          message: 'around goes with neither before nor after',
        }),
    )
    .output(
      z.object({
        messages: z.array(message),
        /** For `before`: there are older ones. Null at the beginning. */
        next: cursor.nullable(),
        /** For `after`: there are newer ones. Null at the end. */
        previous: cursor.nullable(),
        /** The message `around` is about, or the first at or after its instant; null where there is none. */
        target: id.nullable(),
      }),
    ),
  get: operation.input(z.object({ id })).output(message.extend({ attempts: z.array(attempt), events: z.array(messageEvent) })),
  /** Takes a waiting message back. Refused once it has been claimed for sending. */
  cancel: operation.input(z.object({ id })).output(message),
  /** Queues a failed message again. */
  retry: operation.input(z.object({ id })).output(message),
  /** A person settles an unconfirmed message. */
  settle: operation.input(z.object({ id, decision: z.enum(['send_again', 'was_sent', 'leave']) })).output(message),
  /**
   * Sends a message that waits at once: ends its schedule, undo time, wait or hold. A hold for quiet hours or a
   * blockout is ended only with a reason, which is kept with the message (else refused: `reason_needed`).
   */
  sendNow: operation.input(z.object({ id, reason: z.string().trim().min(1).max(200).optional() })).output(message),
  /** Gives a message that waits, or missed its time, another time. */
  reschedule: operation.input(z.object({ id, schedule: wallTime })).output(message),
  /** Asks the provider what became of a message, where the provider can be asked. */
  refresh: operation.input(z.object({ id })).output(message),
}

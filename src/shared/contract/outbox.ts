import * as z from 'zod'
import { operation } from './base.ts'
import { message } from './messages.ts'
import { sendingRate } from '../providers/descriptor.ts'
import { count, cursor, id, instant, pageSize } from './primitives.ts'

/** The lists of the Outbox. A message is in at most one of them. */
export const OUTBOX_VIEWS = [
  /** Goes out as soon as its lane lets it, or is being sent. */
  'waiting',
  /** A person chose a later time. */
  'scheduled',
  /** Kept back for quiet hours or a blockout. */
  'held',
  /** Its time came while the desk was closed or the computer slept. */
  'missed',
  /** Nobody knows whether it went out, and no person has left it at that. */
  'unconfirmed',
  /** Certainly did not arrive: failed, undelivered or expired. */
  'failed',
] as const
export const outboxView = z.enum(OUTBOX_VIEWS)
export type OutboxView = z.infer<typeof outboxView>

/** A message in a list of the Outbox, with the person it goes to. */
export const outboxMessage = message.extend({ recipientName: z.string().nullable() })
export type OutboxMessage = z.infer<typeof outboxMessage>

/** The queue of one account, and what stands in its way. */
export const outboxLane = z.object({
  accountId: id,
  accountName: z.string(),
  providerName: z.string(),
  status: z.enum(['active', 'paused']),
  pause: z.object({ code: z.string(), message: z.string(), at: instant }).nullable(),
  rate: sendingRate.nullable(),
  waiting: count,
  sending: count,
  scheduled: count,
  held: count,
  /** Why an active lane sends nothing just now: the provider's limit, its own rate, no network, or answers that cannot be understood. */
  rest: z.object({ reason: z.enum(['provider_limit', 'rate', 'offline', 'unclear_answers']), until: instant.nullable() }).nullable(),
})
export type OutboxLane = z.infer<typeof outboxLane>

/** Failures of one kind. */
export const failureKind = z.object({
  code: z.string(),
  /** What happened, in the words of the latest one. */
  message: z.string(),
  count,
  /** Of these, those that can be sent again. */
  retryable: count,
})
export type FailureKind = z.infer<typeof failureKind>

/** At most this many messages are named in one call. */
const ids = z.array(id).min(1).max(500)

export const outboxContract = {
  overview: operation.output(
    z.object({
      lanes: z.array(outboxLane),
      counts: z.record(outboxView, count),
      network: z.enum(['online', 'offline']),
      /** Failures since `failuresSince`, most frequent first. */
      failures: z.array(failureKind),
      failuresSince: instant,
    }),
  ),
  /** `waiting` in the order they go out, `scheduled`, `held` and `missed` by their time, the others newest first. */
  list: operation
    .input(
      z.object({
        view: outboxView,
        accountId: id.optional(),
        /** Of `failed`: only this kind. */
        code: z.string().max(100).optional(),
        after: cursor.optional(),
        limit: pageSize,
      }),
    )
    .output(z.object({ messages: z.array(outboxMessage), next: cursor.nullable() })),
  /** Takes waiting messages back. Those already handed to the provider stay, and are counted in `tooLate`. */
  cancel: operation.input(z.object({ ids })).output(z.object({ cancelled: count, tooLate: count })),
  /** Takes back everything that waits in one list. */
  cancelAll: operation
    .input(z.object({ view: z.enum(['waiting', 'scheduled', 'held', 'missed']), accountId: id.optional() }))
    .output(z.object({ cancelled: count, tooLate: count })),
  /** Queues all failed messages of a kind again, those since `since`. */
  retryFailed: operation.input(z.object({ code: z.string().max(100), since: instant })).output(z.object({ queued: count })),
  /** Sends messages that wait at once; as `messages.sendNow` for each. Those that cannot are left and counted. */
  sendNow: operation
    .input(z.object({ ids, reason: z.string().trim().min(1).max(200).optional() }))
    .output(z.object({ queued: count, left: count })),
  /** Settles several unconfirmed messages alike. Those settled in the meantime are left and counted. */
  settle: operation
    .input(z.object({ ids, decision: z.enum(['send_again', 'was_sent', 'leave']) }))
    .output(z.object({ settled: count, left: count })),
  /** Asks the providers what became of unconfirmed messages, where they can be asked. */
  askAboutUnconfirmed: operation.output(z.object({ asked: count, settled: count, cannotBeAsked: count })),
  /** Moves what waits in one account to another that takes it, so that it need not wait for the first. */
  moveWaiting: operation.input(z.object({ fromAccountId: id, toAccountId: id })).output(z.object({ moved: count, left: count })),
}

import type { WallTime } from '../../shared/contract/messages.ts'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { isRetryable } from '../../shared/messages/reducer.ts'
import { isAccountInUse } from '../accounts/in-use.ts'
import { Refused } from '../app/refused.ts'
import { refuseOptedOut } from '../opt-outs/refuse.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { readMessage } from './read-message.ts'
import { recordEvent, setError } from './record-event.ts'
import { releaseMessage } from './release.ts'
import type { MessageView } from './rows.ts'
import { validUntilTooEarly } from './send-rules.ts'

/** What a person can do with a message that is there already. Each is one transaction; times are ms UTC. */
export const changeOperations = {
  /** @throws Refused as {@link cancelMessage} */
  cancel(db: Db, input: { id: string; now: number }): MessageView {
    return db
      .transaction(() => {
        cancelMessage(db, input)
        return readMessage(db, input.id)
      })
      .immediate()
  },

  /** @throws Refused as {@link retryMessage} */
  retry(db: Db, input: { id: string; now: number }): MessageView {
    return db
      .transaction(() => {
        retryMessage(db, input)
        return readMessage(db, input.id)
      })
      .immediate()
  },

  /** @throws Refused as {@link settleMessage} */
  settle(db: Db, input: { id: string; decision: 'send_again' | 'was_sent' | 'leave'; now: number }): MessageView {
    return db
      .transaction(() => {
        settleMessage(db, input)
        return readMessage(db, input.id)
      })
      .immediate()
  },

  /** @throws Refused `too_late`, `not_waiting`, `reason_needed`, `valid_until_passed` */
  sendNow(db: Db, input: { id: string; reason: string | null; now: number }): MessageView {
    return db
      .transaction(() => {
        const message = waiting(db, input.id, 'send it now')
        refuseLapsed(message, input.now)
        const released = releaseMessage(db, input)
        if (released === 'reason_needed') {
          throw new Refused(
            'reason_needed',
            message.hold?.reason === 'blockout'
              ? 'This text is kept back because the provider sends nothing of this kind at this hour. Say why it should go out now, or leave it until then.'
              : 'This text is kept back because it is quiet hours where the recipient is. Say why it should go out now, or leave it until then.',
          )
        }
        return readMessage(db, input.id)
      })
      .immediate()
  },

  /** @throws Refused `too_late`, `not_waiting`, `valid_until_too_early` */
  reschedule(db: Db, input: { id: string; at: number; schedule: WallTime; now: number }): MessageView {
    return db
      .transaction(() => {
        const { id, at, schedule, now } = input
        const message = waiting(db, id, 'choose another time')
        if (message.validUntil !== null && message.validUntil <= at) throw validUntilTooEarly()
        recordEvent(db, id, { kind: 'rescheduled', at, ...schedule }, now)
        setError(db, id, null, at)
        statement(
          db,
          `UPDATE messages SET scheduled_at = @at, schedule_local = @local, schedule_zone = @zone, hold = NULL, provider_at = NULL,
           came_due_at = iif(@at <= @now, @now, NULL) WHERE id = @id`,
        ).run({ id, at, now, ...schedule })
        return readMessage(db, id)
      })
      .immediate()
  },
}

/**
 * Takes a waiting message back. Must run inside the caller's transaction.
 * @throws Refused `message_not_found`, `too_late_to_cancel`, `not_waiting`
 */
export function cancelMessage(db: Db, { id, now }: { id: string; now: number }): void {
  const { status } = readMessage(db, id)
  if (status !== 'queued') throw cannotBeCancelled(status)
  recordEvent(db, id, { kind: 'cancelled' }, now)
  setError(db, id, null)
}

/**
 * Queues again what certainly did not arrive. Must run inside the caller's transaction.
 * @throws Refused `message_not_found`, `not_retryable`, `account_removed`, `opted_out`, `valid_until_passed`
 */
export function retryMessage(db: Db, { id, now }: { id: string; now: number }): void {
  const message = readMessage(db, id)
  if (!isRetryable(message.status)) {
    throw new Refused('not_retryable', 'Only a text that certainly did not arrive can be sent again from here.')
  }
  requeue(db, message, { kind: 'retried' }, now)
}

/**
 * Writes down what a person decided about an unconfirmed message. Must run inside the caller's transaction.
 * @throws Refused `message_not_found`, `already_settled`; for `send_again` also `account_removed`, `opted_out`, `valid_until_passed`
 */
export function settleMessage(
  db: Db,
  { id, decision, now }: { id: string; decision: 'send_again' | 'was_sent' | 'leave'; now: number },
): void {
  const message = readMessage(db, id)
  if (message.status !== 'unconfirmed') {
    throw new Refused('already_settled', 'This text is settled already: its fate became known in the meantime.')
  }
  const event: MessageEvent = { kind: 'settled', decision }
  if (decision === 'send_again') {
    requeue(db, message, event, now)
    return
  }
  recordEvent(db, id, event, now)
  if (decision === 'was_sent') setError(db, id, null)
  // What a person has decided is asked of the provider no more.
  statement(db, 'UPDATE messages SET next_query_at = NULL, left_unconfirmed = ? WHERE id = ?').run(decision === 'leave' ? 1 : 0, id)
}

/** Back into the outbox, to go as soon as it can, with a fresh number of tries. */
function requeue(db: Db, message: MessageView, event: MessageEvent, now: number): void {
  const { id, accountId } = message
  if (!isAccountInUse(db, accountId)) {
    throw new Refused('account_removed', 'The account of this text was removed. Write the text again with another account.')
  }
  if (message.kind === 'text') refuseOptedOut(db, [message.to], now)
  refuseLapsed(message, now)
  recordEvent(db, id, event, now)
  setError(db, id, null)
  // Its scheduled time is history: it came, or the person chose now instead. Why it once went out in quiet hours says
  // nothing about this hour.
  statement(
    db,
    `UPDATE messages SET tries = 0, left_unconfirmed = 0, quiet_override = iif(kind = 'voice_code', quiet_override, NULL),
       provider_at = iif(provider_at > @now, provider_at, NULL),
       came_due_at = iif(scheduled_at IS NULL, NULL, coalesce(came_due_at, @now)) WHERE id = @id`,
  ).run({ id, now })
}

/** @throws Refused `valid_until_passed` */
function refuseLapsed({ validUntil }: MessageView, now: number): void {
  if (validUntil === null || validUntil > now) return
  throw new Refused(
    'valid_until_passed',
    'This text was not to go out after a certain time, and that has passed. If it still makes sense, write it as a new text.',
  )
}

/**
 * A message that still waits.
 * @param wish what the person wanted to do with it
 * @throws Refused `message_not_found`, `too_late`, `not_waiting`
 */
function waiting(db: Db, id: string, wish: 'send it now' | 'choose another time'): MessageView {
  const message = readMessage(db, id)
  if (message.status === 'queued') return message
  if (message.status === 'sending') {
    throw new Refused('too_late', `It is too late to ${wish}: the text is just being handed to the provider.`)
  }
  throw new Refused('not_waiting', `${STANDS[message.status]} so it does not wait in the outbox any more.`)
}

function cannotBeCancelled(status: Exclude<MessageView['status'], 'queued'>): Refused {
  switch (status) {
    case 'sending':
      return new Refused(
        'too_late_to_cancel',
        'It is too late to cancel: the text is just being handed to the provider. In a moment you see what became of it.',
      )
    case 'sent':
    case 'delivered':
    case 'unconfirmed':
      return new Refused('too_late_to_cancel', `It is too late to cancel. ${STANDS[status]} and that cannot be taken back.`)
    default:
      return new Refused('not_waiting', `${STANDS[status]} so there is nothing to cancel.`)
  }
}

/** Where a message stands, as the first half of a sentence. */
const STANDS: Readonly<Record<Exclude<MessageView['status'], 'queued' | 'sending'>, string>> = {
  sent: 'The text has been handed to the provider,',
  delivered: 'The text has arrived,',
  undelivered: 'The text could not be delivered,',
  expired: 'The time of this text has run out,',
  failed: 'The text was not taken by the provider,',
  cancelled: 'The text was cancelled before,',
  unconfirmed: 'The text may have gone out already,',
  received: 'This text came from a customer,',
}

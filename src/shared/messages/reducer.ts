import type { MessageStatus, ReceiptStatus } from './status.ts'

/**
 * Everything that can happen to a message. Events are appended, never changed; a message's status is what
 * `reduceStatus` makes of them in order.
 */
export type MessageEvent =
  | { kind: 'queued' }
  | { kind: 'received' }
  /** Written durably before the provider's socket opens. */
  | { kind: 'claimed'; attempt: number }
  | { kind: 'accepted'; refs: string[] }
  /** Certainly not accepted; tried again by itself at `notBefore` (ms UTC). */
  | { kind: 'retry_scheduled'; code: string; message: string; notBefore: number }
  /** Certainly not accepted and not this message's doing (no network, account paused): waits without using a try. */
  | { kind: 'put_back'; code: string; message: string; notBefore: number | null }
  /** `refs`: ids the provider gave all the same. */
  | { kind: 'refused'; code: string; message: string; refs?: string[] }
  | { kind: 'gave_up'; code: string; message: string }
  /** The request may have been accepted: nobody knows. */
  | { kind: 'outcome_unknown'; code: string; message: string; refs?: string[] }
  /** It was taken for sent, and the provider does as if it had never heard of it. */
  | { kind: 'doubted' }
  /** Found claimed but unfinished when the desk started. */
  | { kind: 'orphaned' }
  | ReceiptEvent
  | { kind: 'cancelled' }
  /** Kept back until an instant (ms UTC): before any call, or because the provider says that it takes none at this hour. */
  | { kind: 'held'; reason: 'quiet_hours' | 'blockout'; until: number }
  /** Its time came while the desk was closed or the computer slept. */
  | { kind: 'missed' }
  /** The provider was to keep it until its time (ms UTC) and cannot: the desk sees to it. */
  | { kind: 'kept_here'; at: number }
  /** A person let it go at once; `reason` where it was kept back. */
  | { kind: 'released'; reason: string | null }
  /** A person chose another time (ms UTC). */
  | { kind: 'rescheduled'; at: number; local: string | null; zone: string | null }
  /** Not sent, because the time after which it makes no sense had passed. */
  | { kind: 'lapsed'; validUntil: number }
  /** Not sent, because the number had asked not to get texts. */
  | { kind: 'opted_out' }
  /** Definitely not accepted by one account: goes through another. */
  | { kind: 'failed_over'; from: string; to: string; code: string; message: string }
  /** A person queued a failed message again. */
  | { kind: 'retried' }
  | { kind: 'settled'; decision: 'send_again' | 'was_sent' | 'leave' }

/** A provider's statement about a message, or about one part of a long one. */
export interface ReceiptEvent {
  kind: 'receipt'
  status: ReceiptStatus
  /** The provider's own words. */
  rawStatus: string
  ref: string
  /** A sentence where the provider gives a reason. */
  detail: string | null
  /** About an attempt that a later one, or a person's wish for one, has taken the place of. */
  superseded?: true
  /** Which part of a long text it is about, counted from 1. */
  part?: { number: number; of: number }
  /** What this and all earlier receipts about the attempt say together, where that is not what this one says. */
  together?: ReceiptStatus
  /** A part that was reported lost did arrive, so that the attempt is better off than it was. */
  repaired?: true
  /**
   * The reference was unknown: the message was found by its recipient and the time it was sent, or the provider named the reference
   * when it was asked about the whole call.
   */
  matched?: 'number_and_time' | 'call'
}

/** Statuses from which nothing but a provider's own word moves a message. */
const FINAL: ReadonlySet<MessageStatus> = new Set(['delivered', 'undelivered', 'expired', 'failed', 'cancelled', 'received'])

/** Statuses a person may queue again: the provider certainly did not deliver. */
const RETRYABLE: ReadonlySet<MessageStatus> = new Set(['failed', 'undelivered', 'expired'])

export const isFinal = (status: MessageStatus): boolean => FINAL.has(status)
export const isRetryable = (status: MessageStatus): boolean => RETRYABLE.has(status)

/**
 * The status after an event. Pure and monotonic: receipts in any order and number lead to the same status, and a
 * late or repeated one never moves a message backwards. An event that does not apply leaves the status as it is.
 */
export function reduceStatus(status: MessageStatus, event: MessageEvent): MessageStatus {
  if (status === 'received') return status
  switch (event.kind) {
    case 'queued':
    case 'received':
      return status
    case 'claimed':
      return status === 'queued' ? 'sending' : status
    case 'accepted':
      return status === 'sending' || status === 'unconfirmed' ? 'sent' : status
    case 'held':
      return status === 'sending' ? 'queued' : status
    case 'kept_here':
    case 'missed':
    case 'released':
    case 'rescheduled':
      return status
    case 'lapsed':
      return status === 'queued' ? 'expired' : status
    case 'failed_over':
    case 'retry_scheduled':
    case 'put_back':
      return status === 'sending' ? 'queued' : status
    case 'refused':
    case 'gave_up':
      return status === 'sending' ? 'failed' : status
    case 'outcome_unknown':
    case 'orphaned':
      return status === 'sending' ? 'unconfirmed' : status
    case 'doubted':
      return status === 'sent' ? 'unconfirmed' : status
    case 'cancelled':
    case 'opted_out':
      return status === 'queued' ? 'cancelled' : status
    case 'retried':
      return RETRYABLE.has(status) ? 'queued' : status
    case 'settled':
      if (status !== 'unconfirmed') return status
      return { send_again: 'queued', was_sent: 'sent', leave: 'unconfirmed' }[event.decision] as MessageStatus
    case 'receipt':
      return reduceReceipt(status, event)
  }
}

/**
 * How far a receipt can take a message. A higher rank wins whatever the order of arrival; `delivered` is the
 * highest, since handsets that come back into coverage are reported late (SMPP v3.4 §5.2.28 lists EXPIRED as
 * final, and carriers send DELIVRD after it all the same; docs/segments.md §5).
 */
const RECEIPT_RANK: Partial<Record<MessageStatus, number>> = { unconfirmed: 0, sent: 1, expired: 2, undelivered: 3, delivered: 4 }

const RECEIPT_TARGET: Record<ReceiptStatus, MessageStatus | null> = {
  queued: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  rejected: 'undelivered',
  expired: 'expired',
  unknown: null,
}

function reduceReceipt(status: MessageStatus, event: ReceiptEvent): MessageStatus {
  const said = event.together ?? event.status
  // That the text arrived ends the matter, whichever attempt brought it; anything else about an earlier one is history.
  if (event.superseded === true && said !== 'delivered') return status
  const target = RECEIPT_TARGET[said]
  if (target === null) return status
  // The one way down: the bad news was about a part that did arrive, and the others are still on their way.
  if (event.repaired === true && (status === 'undelivered' || status === 'expired')) return target
  const rank = RECEIPT_RANK[status]
  if (rank === undefined) {
    // Queued again, in flight again, refused or cancelled after an earlier attempt whose fate was not known: good
    // news about that attempt ends the matter (the text is there), bad news changes nothing.
    if (target === 'delivered') return 'delivered'
    if (target === 'sent' && status === 'queued') return 'sent'
    return status
  }
  return (RECEIPT_RANK[target] ?? 0) > rank ? target : status
}

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
  /** Found claimed but unfinished when the desk started. */
  | { kind: 'orphaned' }
  /** `superseded`: about an attempt that a later one, or a person's wish for one, has taken the place of. */
  | { kind: 'receipt'; status: ReceiptStatus; rawStatus: string; ref: string; detail: string | null; superseded?: true }
  | { kind: 'cancelled' }
  /** A person queued a failed message again. */
  | { kind: 'retried' }
  | { kind: 'settled'; decision: 'send_again' | 'was_sent' | 'leave' }

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
    case 'retry_scheduled':
    case 'put_back':
      return status === 'sending' ? 'queued' : status
    case 'refused':
    case 'gave_up':
      return status === 'sending' ? 'failed' : status
    case 'outcome_unknown':
    case 'orphaned':
      return status === 'sending' ? 'unconfirmed' : status
    case 'cancelled':
      return status === 'queued' ? 'cancelled' : status
    case 'retried':
      return RETRYABLE.has(status) ? 'queued' : status
    case 'settled':
      if (status !== 'unconfirmed') return status
      return { send_again: 'queued', was_sent: 'sent', leave: 'unconfirmed' }[event.decision] as MessageStatus
    case 'receipt':
      // That the text arrived ends the matter, whichever attempt brought it; anything else about an earlier one is history.
      return event.superseded === true && event.status !== 'delivered' ? status : reduceReceipt(status, event.status)
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

function reduceReceipt(status: MessageStatus, receipt: ReceiptStatus): MessageStatus {
  const target = RECEIPT_TARGET[receipt]
  if (target === null) return status
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

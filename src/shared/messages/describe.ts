import type { MessageEvent } from './reducer.ts'
import type { ReceiptStatus } from './status.ts'

/** What a delivery report means, in words. */
const RECEIPT_WORDS: Readonly<Record<ReceiptStatus, string>> = {
  queued: 'on its way',
  sent: 'on its way',
  delivered: 'delivered',
  undelivered: 'could not be delivered',
  expired: 'expired: the phone could not be reached in time',
  rejected: 'rejected by the mobile network',
  unknown: 'unknown',
}

/** What happened, as a sentence for a person. */
export function describeEvent(event: MessageEvent): string {
  switch (event.kind) {
    case 'queued':
      return 'Put into the outbox.'
    case 'received':
      return 'Received.'
    case 'claimed':
      return event.attempt === 1 ? 'Handed to the provider.' : `Handed to the provider again (attempt ${event.attempt}).`
    case 'accepted':
      return 'The provider accepted it.'
    case 'retry_scheduled':
      return `Not accepted, will be tried again by itself. ${event.message}`
    case 'put_back':
      return `Not sent, waits in the outbox. ${event.message}`
    case 'refused':
      return `Refused. ${event.message}`
    case 'gave_up':
      return `Given up after several tries. ${event.message}`
    case 'outcome_unknown':
      return `It is not known whether this went out. ${event.message}`
    case 'orphaned':
      return 'The desk stopped while this was being sent, so it is not known whether it went out.'
    case 'receipt':
      return `Delivery report${event.superseded === true ? ' about an earlier try' : ''}: ${receiptWords(event.status, event.rawStatus)}.${event.detail === null ? '' : ` ${event.detail}`}`
    case 'cancelled':
      return 'Cancelled before it was sent.'
    case 'retried':
      return 'Queued again by a person.'
    case 'settled':
      return {
        send_again: 'A person decided to send it again.',
        was_sent: 'A person said that it was sent.',
        leave: 'A person looked at it and left it as it is.',
      }[event.decision]
  }
}

/** The meaning, with the provider's own word after it where that says anything more: a code of digits does not. */
function receiptWords(status: ReceiptStatus, rawStatus: string): string {
  const words = RECEIPT_WORDS[status]
  const raw = rawStatus.trim()
  return /^-?\d*$/.test(raw) || raw.toLowerCase() === words ? words : `${words} (${raw})`
}

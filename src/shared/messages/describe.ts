import type { MessageEvent, ReceiptEvent } from './reducer.ts'
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

/** How a message was found whose reference never came. */
const MATCHED_WORDS: Readonly<Record<NonNullable<ReceiptEvent['matched']>, string>> = {
  number_and_time: ', found by number and time',
  call: ', found by asking about all texts of its call',
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
    case 'doubted':
      return 'The provider told of the missed call again, so the answer with this text may not have reached it.'
    case 'orphaned':
      return 'The desk stopped while this was being sent, so it is not known whether it went out.'
    case 'receipt':
      return describeReceipt(event)
    case 'cancelled':
      return 'Cancelled before it was sent.'
    case 'held':
      return event.reason === 'quiet_hours'
        ? 'Kept back: it is quiet hours where the recipient is.'
        : 'Kept back: the provider sends nothing of this kind at this hour.'
    case 'kept_here':
      return 'The provider cannot keep it until its time, so this desk does: it has to run then.'
    case 'missed':
      return 'Its time came while the desk was closed or the computer slept, so somebody has to decide.'
    case 'released':
      return event.reason === null ? 'A person sent it at once.' : `A person sent it all the same: “${event.reason}”.`
    case 'rescheduled':
      return event.local === null || event.zone === null
        ? 'A person chose another time.'
        : `A person chose another time: ${event.local.replace('T', ' ')} (${event.zone.replaceAll('_', ' ')}).`
    case 'lapsed':
      return 'Not sent: the time after which it makes no sense had passed.'
    case 'opted_out':
      return 'Not sent: the number asked not to get texts.'
    case 'failed_over':
      return event.code === 'moved_by_person'
        ? `A person moved it from ${event.from} to ${event.to}.`
        : `${event.from} did not take it, so it goes through ${event.to}. ${event.message}`
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

/** A provider's statement, as a sentence. */
export function describeReceipt({ status, rawStatus, detail, part, superseded, matched }: Omit<ReceiptEvent, 'kind' | 'ref'>): string {
  const about = [
    part === undefined ? '' : ` for part ${part.number} of ${part.of}`,
    superseded === true ? ' about an earlier try' : '',
    matched === undefined ? '' : MATCHED_WORDS[matched],
  ]
  return `Delivery report${about.join('')}: ${receiptWords(status, rawStatus)}.${detail === null ? '' : ` ${detail}`}`
}

/** The meaning, with the provider's own word after it where that says anything more: a code of digits does not. */
export function receiptWords(status: ReceiptStatus, rawStatus: string): string {
  const words = RECEIPT_WORDS[status]
  const raw = rawStatus.trim()
  return /^-?\d*$/.test(raw) || raw.toLowerCase() === words ? words : `${words} (${raw})`
}

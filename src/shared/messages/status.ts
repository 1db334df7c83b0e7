/** Every status a message can have (glossary: docs/glossary.md). Inbound messages are only ever `received`. */
export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'expired',
  'failed',
  'cancelled',
  'unconfirmed',
  'received',
] as const

export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

/** Whether a text did not arrive, or nobody knows: what the inbox lists under Failed. */
export function isBadEnd(status: MessageStatus): boolean {
  return status === 'failed' || status === 'undelivered' || status === 'expired' || status === 'unconfirmed'
}

/** How a provider's word for a message's fate is understood. `unknown` keeps the raw words and decides nothing (docs/segments.md §4). */
export const RECEIPT_STATUSES = ['queued', 'sent', 'delivered', 'undelivered', 'expired', 'rejected', 'unknown'] as const

export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number]

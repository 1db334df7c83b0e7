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

/** How a provider's word for a message's fate is understood. `unknown` keeps the raw words and decides nothing (docs/segments.md §4). */
export const RECEIPT_STATUSES = ['queued', 'sent', 'delivered', 'undelivered', 'expired', 'rejected', 'unknown'] as const

export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number]

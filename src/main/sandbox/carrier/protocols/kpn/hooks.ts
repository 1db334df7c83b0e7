import { createHmac } from 'node:crypto'
import type { KpnErrorCode } from './facts.ts'

/** What becomes of a text, as a report says it. */
export interface KpnFate {
  /** One of the six of the documents; 0 is none of them. */
  status: 0 | 1 | 2 | 3 | 4 | 5 | 6
  errorCode: KpnErrorCode
}

/** A delivery report (`sms_dlr`), in the shape of the documents' example. `documentId` is that of the whole request. */
export function receiptBody(input: {
  documentId: string
  reportId: string
  to: string
  fate: KpnFate
  at: number
}): Record<string, string | number> {
  return {
    DLRID: input.reportId,
    document_id: input.documentId,
    CustomerId: 'c-9',
    MessageType: 'sms',
    RecipientPhonenumber: input.to,
    StatusDateTime: Math.floor(input.at / 1_000),
    Status: input.fate.status,
    ErrorCode: input.fate.errorCode,
  }
}

/** A text from a customer (SMS Inbound 1.0.0). The time is UTC with microseconds, and does not say that it is. */
export function inboundBody(input: { id: string; from: string; to: string; text: string; at: number }): Record<string, string> {
  return {
    sender: input.from,
    recipient: input.to,
    message_id: input.id,
    content: input.text,
    timestamp_utc: new Date(input.at).toISOString().replace('Z', '000'),
    type: isPlain(input.text) ? 'text' : 'unicode',
  }
}

/** Headers that prove a hook: a hex HMAC-SHA256 over the body as it is sent. */
export function signatureHeaders(input: { body: string; key: string; keyId: string; at: number; attempt: number }): Record<string, string> {
  return {
    'X-KPN-Webhook-Signature': createHmac('sha256', input.key).update(input.body, 'utf8').digest('hex'),
    'X-KPN-Webhook-Timestamp': String(Math.floor(input.at / 1_000)),
    'X-KPN-Webhook-Key-Id': input.keyId,
    'X-KPN-Webhook-Attempt': String(input.attempt),
  }
}

function isPlain(text: string): boolean {
  return /^[\u0020-\u007E\n]*$/.test(text)
}

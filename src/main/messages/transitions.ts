import type { InboundReading, ReceiptReading } from '../providers/types.ts'
import type { Db } from '../store/operation.ts'

/** What became of one statement of a hook. */
export interface Applied {
  verdict: 'applied' | 'duplicate' | 'unknown_message'
  messageId: string | null
  conversationId: string | null
}

/**
 * Applies one receipt to the message that carries its reference. Must run inside the caller's transaction.
 * `duplicate` when it says nothing new; `unknown_message` when no message carries the reference (yet).
 */
export function applyReceipt(_db: Db, _input: { accountId: string; reading: ReceiptReading; at: number }): Applied {
  throw new Error('being written by the lead')
}

/**
 * Stores one text from a customer in its conversation, made if need be. Must run inside the caller's transaction.
 * De-duplicated by the provider's id; without one, by same account, peer and text within 4 seconds.
 */
export function receiveInbound(
  _db: Db,
  _input: { accountId: string; reading: InboundReading; defaultCountry: string; at: number },
): Applied {
  throw new Error('being written by the lead')
}

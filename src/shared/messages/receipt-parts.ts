import type { ReceiptStatus } from './status.ts'

/** What one receipt says about one reference. */
export interface SeenReceipt {
  ref: string
  status: ReceiptStatus
  /** Which part of the text it is about, counted from 1, where its parts share the reference. */
  part?: { number: number; of: number } | undefined
}

/** Most parts of one text (3GPP TS 23.040, clause 9.2.3.24.1: one octet). */
const MAX_PARTS = 255

/** What all receipts about one attempt say together. */
export interface AttemptReport {
  /** The fate of the text as a whole, in a receipt's own word. */
  status: ReceiptStatus
  /** Parts: references, each once, or where parts share one, as many as its receipts speak of. */
  of: number
  /** Parts that did not arrive, as far as is known. */
  lost: number
}

/**
 * How much a receipt says about its part. A higher rank wins whatever the order of arrival: `delivered` is the
 * highest, since carriers report handsets that come back into coverage late (docs/segments.md §5).
 */
const PART_RANK: Record<ReceiptStatus, number> = { unknown: 0, queued: 1, sent: 2, expired: 3, undelivered: 4, rejected: 5, delivered: 6 }

/**
 * What became of a text, from the receipts about its parts: delivered when every part is, undelivered when a part was
 * rejected or not delivered, expired when one expired; on its way until then. Pure, and the same for any order and
 * number of the same receipts; receipts about other references are left out.
 *
 * @param refs the provider's references of one attempt, one per part
 */
export function reportOfAttempt(refs: readonly string[], receipts: Iterable<SeenReceipt>): AttemptReport {
  const seen = [...receipts]
  const statuses = [...new Set(refs)].flatMap((ref) => partsOf(seen.filter((one) => one.ref === ref)))
  const lost = statuses.filter((status) => status === 'expired' || status === 'undelivered' || status === 'rejected')
  return { status: wholeOf(statuses, lost), of: statuses.length, lost: lost.length }
}

/** What is known of each part that goes by one reference. A receipt that names no part is about all of them. */
function partsOf(receipts: readonly SeenReceipt[]): ReceiptStatus[] {
  const of = Math.min(MAX_PARTS, Math.max(1, ...receipts.map(({ part }) => part?.of ?? 1)))
  const parts = Array.from({ length: of }, (): ReceiptStatus => 'unknown')
  for (const { status, part } of receipts) {
    for (const [index, known] of parts.entries()) {
      const isAbout = part === undefined || part.of === 1 || part.number === index + 1
      if (isAbout && PART_RANK[status] > PART_RANK[known]) parts[index] = status
    }
  }
  return parts
}

function wholeOf(statuses: readonly ReceiptStatus[], lost: readonly ReceiptStatus[]): ReceiptStatus {
  const [only] = statuses
  if (statuses.length === 1 && only !== undefined) return only
  if (lost.length > 0) {
    if (lost.every((status) => status === 'rejected')) return 'rejected'
    return lost.every((status) => status === 'expired') ? 'expired' : 'undelivered'
  }
  if (statuses.length > 0 && statuses.every((status) => status === 'delivered')) return 'delivered'
  if (statuses.every((status) => status === 'unknown')) return 'unknown'
  return statuses.every((status) => status === 'unknown' || status === 'queued') ? 'queued' : 'sent'
}

/** Whether a part that was reported lost turned out to have arrived, so that the text as a whole is better off. */
export function isBetterReport(now: AttemptReport, before: AttemptReport): boolean {
  return now.of > 1 && before.lost > now.lost
}

import type { ReceiptStatus } from '../../shared/messages/status.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** The attempt that a reference belongs to. */
export interface AttemptRefs {
  /** Where the log of the message first names the reference; 0 where it does not. */
  sequence: number
  /** All references of the attempt, in the provider's order: one per part of a long text. */
  refs: readonly string[]
}

/** A receipt as the log of its message has it. */
export interface KnownReceipt {
  ref: string
  status: ReceiptStatus
  rawStatus: string
  /** Which part it is about, where the report said so. */
  part?: { number: number; of: number }
}

/**
 * The latest attempt of a message that a reference was given for. A reference the log does not name stands for
 * itself, as does one that was found by number and time: that attempt begins with the receipt that was found.
 */
export function attemptOf(db: Db, messageId: string, ref: string): AttemptRefs {
  const named = statement<[string, string], { sequence: number | null; refs: string | null }>(
    db,
    `SELECT max(sequence) AS sequence, data -> '$.refs' AS refs FROM message_events
       WHERE message_id = ? AND kind IN ('accepted', 'refused', 'outcome_unknown') AND ? IN (SELECT value FROM json_each(data, '$.refs'))`,
  ).get(messageId, ref)
  if (named?.sequence !== undefined && named.sequence !== null && named.refs !== null) {
    return { sequence: named.sequence, refs: [...new Set(JSON.parse(named.refs) as string[])] }
  }
  const found = statement<[string, string], { sequence: number | null }>(
    db,
    `SELECT min(sequence) AS sequence FROM message_events
       WHERE message_id = ? AND kind = 'receipt' AND data ->> 'ref' = ? AND data ->> 'matched' IS NOT NULL`,
  ).get(messageId, ref)
  return { sequence: found?.sequence ?? 0, refs: [ref] }
}

/** The receipts about one attempt so far, in the order they were applied. */
export function receiptsOf(db: Db, messageId: string, attempt: AttemptRefs): KnownReceipt[] {
  return statement<[string, number], Omit<KnownReceipt, 'part'> & { part: string | null }>(
    db,
    `SELECT data ->> 'ref' AS ref, data ->> 'status' AS status, data ->> 'rawStatus' AS rawStatus, data -> '$.part' AS part
       FROM message_events WHERE message_id = ? AND kind = 'receipt' AND sequence >= ? ORDER BY sequence`,
  )
    .all(messageId, attempt.sequence)
    .filter(({ ref }) => attempt.refs.includes(ref))
    .map(({ part, ...receipt }) => {
      // With a reference for each part, the number of the part is only the place of its reference.
      const shares = part !== null && attempt.refs.length === 1
      return shares ? { ...receipt, part: JSON.parse(part) as NonNullable<KnownReceipt['part']> } : receipt
    })
}

/**
 * Whether an attempt is history: a later one has taken its place, or a person found it failed and asked to repeat it.
 * A person's "send again" of an unconfirmed text does not count until the second attempt has an outcome: the first
 * may still turn out to have been taken, and then the second must not go.
 */
export function isSuperseded(db: Db, messageId: string, attempt: AttemptRefs): boolean {
  if (attempt.sequence === 0) return false
  const later = statement(
    db,
    `SELECT 1 FROM message_events
       WHERE message_id = ? AND kind IN ('accepted', 'retried', 'outcome_unknown', 'orphaned') AND sequence > ? LIMIT 1`,
  )
  return later.get(messageId, attempt.sequence) !== undefined
}

/**
 * What a provider can be asked about a message: of its latest attempt with references at this account, those whose
 * fate no receipt has told. Empty where there is nothing to ask about.
 */
export function openRefs(db: Db, messageId: string, accountId: string): string[] {
  const own = statement<[string, string], { ref: string }>(
    db,
    'SELECT ref FROM provider_refs WHERE message_id = ? AND account_id = ? ORDER BY ref',
  ).all(messageId, accountId)
  const attempts = own.map(({ ref }) => attemptOf(db, messageId, ref)).sort((one, other) => other.sequence - one.sequence)
  const [latest] = attempts
  if (latest === undefined) return []
  const known = receiptsOf(db, messageId, latest)
  return latest.refs.filter((ref) => own.some((one) => one.ref === ref) && !known.some((one) => one.ref === ref && isFate(one.status)))
}

function isFate(status: ReceiptStatus): boolean {
  return status !== 'queued' && status !== 'sent' && status !== 'unknown'
}

import { readPeer } from '../../shared/messages/peer.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { ReceiptReading } from '../providers/types.ts'

/** A receipt whose reference no message carries, with the number it names. */
export interface StrayReceipt {
  accountId: string
  ref: string
  /** E.164. */
  to: string
  /** When the hook came, ms UTC. */
  receivedAt: number
}

/** A receipt may be about a text that was handed over at most this long before, in milliseconds: networks give up within that time. */
export const MATCH_WITHIN_MS = 72 * 3_600_000

/** The longest way to write a number that is read, in characters. */
const LONGEST_NUMBER = 40

/** Calls of an account to a number within the time before a receipt, but for those that were certainly not accepted. */
export const CALLS_TO_NUMBER = /* sql */ `
  SELECT m.id AS messageId, m.status, t.number, t.started_at AS startedAt, max(t.started_at, coalesce(m.provider_at, 0)) AS wentAt
  FROM messages m INDEXED BY messages_by_recipient CROSS JOIN attempts t
  WHERE m.recipient = @to AND m.direction = 'outbound' AND t.message_id = m.id
    -- the pluses keep SQLite from walking every call of the account
    AND +t.account_id = @accountId AND +t.started_at <= @receivedAt
    -- what its provider keeps goes out later than it was handed over
    AND max(+t.started_at, coalesce(m.provider_at, 0)) >= @receivedAt - ${MATCH_WITHIN_MS}
    AND (t.outcome IS NULL OR t.outcome IN ('unknown', 'accepted'))`

/**
 * Parked receipts of an account by the time of their hooks: a few since a call, where those of another program's
 * texts may be a million.
 */
export const PARKED_SINCE = /* sql */ `
  SELECT p.ref, h.received_at AS receivedAt, p.reading
  FROM hooks h INDEXED BY hooks_by_time CROSS JOIN parked_receipts p INDEXED BY parked_receipts_by_hook
  WHERE h.received_at BETWEEN @from AND @until AND p.hook_id = h.id AND p.account_id = @accountId
  ORDER BY h.received_at, h.id`

/** A receipt with its recipient in E.164, or without one where it names no number. */
export function withNumber(reading: ReceiptReading, defaultCountry: string): ReceiptReading {
  const { to, ...rest } = reading
  if (to === undefined || to.length > LONGEST_NUMBER) return rest
  const { kind, peer } = readPeer(to, defaultCountry)
  return kind === 'number' ? { ...rest, to: peer } : rest
}

interface AttemptRow {
  messageId: string
  status: string
  number: number
  startedAt: number
  /** When it went out, as far as is known: handed over, or let go by the provider. */
  wentAt: number
}

/**
 * The message a stray receipt is about, found by number and time; null unless there is only one it can be about. That
 * is: of all calls this account made to that number in the 72 hours before the receipt, exactly one ended without a
 * reference and without a refusal; it is the latest of its message; the message is unconfirmed and no reference of any
 * call is known for it; and no other stray receipt names the same number since. A call under way counts, since its
 * answer may bring the reference.
 */
export function findByNumber(db: Db, stray: StrayReceipt): string | null {
  if (isOfKnownCall(db, stray)) return null
  const rows = statement<[object], AttemptRow>(db, CALLS_TO_NUMBER).all(stray)
  if (!rows.some(({ status }) => status === 'unconfirmed')) return null
  const open = rows.filter(({ messageId, number }) => !hasRefs(db, messageId, number))
  const [only] = open
  if (only === undefined || open.length > 1 || only.status !== 'unconfirmed') return null
  const { messageId, number, startedAt, wentAt } = only
  const latest = statement<[string], { number: number }>(db, 'SELECT max(number) AS number FROM attempts WHERE message_id = ?').get(
    messageId,
  )
  if (latest?.number !== number) return null
  if (statement(db, 'SELECT 1 FROM provider_refs WHERE message_id = ? LIMIT 1').get(messageId) !== undefined) return null
  const parked = parkedSince(db, { accountId: stray.accountId, from: startedAt, until: wentAt + MATCH_WITHIN_MS })
  return parked.some(({ ref, numbers }) => ref !== stray.ref && numbers.includes(stray.to)) ? null : messageId
}

/**
 * Whether a provider gave this reference in the answer to a call: then a report on it is about that call's recipients and
 * nobody else. One that was only found by number may stand for others of its call, too. The id of a whole call is asked by
 * and belongs to no text (`call_refs`).
 */
function isOfKnownCall(db: Db, { accountId, ref }: StrayReceipt): boolean {
  return (
    isCallRef(db, accountId, ref) ||
    statement(
      db,
      `SELECT 1 FROM provider_refs r JOIN message_events e ON e.message_id = r.message_id
         WHERE r.account_id = ? AND r.ref = ? AND e.kind IN ('accepted', 'refused', 'outcome_unknown')
           AND r.ref IN (SELECT value FROM json_each(e.data, '$.refs')) LIMIT 1`,
    ).get(accountId, ref) !== undefined
  )
}

/** Whether a provider calls a whole call by this id. */
export function isCallRef(db: Db, accountId: string, ref: string): boolean {
  return (
    statement(db, 'SELECT 1 FROM call_refs INDEXED BY call_refs_by_ref WHERE account_id = ? AND ref = ? LIMIT 1').get(accountId, ref) !==
    undefined
  )
}

/** Whether references are known for one call of a message: given by the provider with its answer, or found later. */
export function hasRefs(db: Db, messageId: string, number: number): boolean {
  const events = statement<[string], { kind: string; attempt: number | null; refs: number | null }>(
    db,
    `SELECT kind, data ->> 'attempt' AS attempt, CASE kind WHEN 'receipt' THEN 1 ELSE json_array_length(data, '$.refs') END AS refs
       FROM message_events
     WHERE message_id = ? AND (kind IN ('claimed', 'accepted', 'refused', 'outcome_unknown')
       OR (kind = 'receipt' AND data ->> 'matched' IS NOT NULL))
     ORDER BY sequence`,
  ).all(messageId)
  let current: number | null = null
  for (const { kind, attempt, refs } of events) {
    if (kind === 'claimed') current = attempt
    else if (current === number && (refs ?? 0) > 0) return true
  }
  return false
}

/** A parked receipt with the numbers it names, E.164. */
export interface ParkedReceipt {
  ref: string
  /** ms UTC */
  receivedAt: number
  numbers: string[]
}

/** Receipts that came within a time (ms UTC, both ends included), wait for their message and name a number; oldest first. */
export function parkedSince(db: Db, range: { accountId: string; from: number; until: number }): ParkedReceipt[] {
  const rows = statement<[object], { ref: string; receivedAt: number; reading: string }>(db, PARKED_SINCE).all(range)
  return rows.flatMap(({ ref, receivedAt, reading }) => {
    const numbers = (JSON.parse(reading) as ReceiptReading[]).flatMap(({ to }) => to ?? [])
    return numbers.length === 0 ? [] : [{ ref, receivedAt, numbers }]
  })
}

/** Makes a message known by a reference that did not come with the answer to its call. */
export function adoptRef(db: Db, input: { accountId: string; ref: string; messageId: string }): void {
  statement(db, 'INSERT INTO provider_refs (account_id, ref, message_id) VALUES (@accountId, @ref, @messageId)').run(input)
}

import { countSegments } from '../../shared/segments/index.ts'
import type { InboundPart } from '../providers/types.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A part of a long text, as it came in. */
export interface ArrivedPart {
  accountId: string
  /** The customer's number, E.164, or what else sent it. */
  sender: string
  part: InboundPart
  /** The provider's id of this part; null where it gives none. */
  key: string | null
  text: string
  /** When it came, ms UTC. */
  at: number
}

/** The message a part belongs to, and whether the part was there before. */
export interface KnownPart {
  messageId: string
  isRepeat: boolean
}

/**
 * Parts of one text come within this time of one another, in milliseconds. What they have in common counts to 255 or 65,535
 * on the phone and begins anew (3GPP TS 23.040, clause 9.2.3.24.1 and .8), so a later part is of another text.
 */
const TOGETHER_MS = 3_600_000

/** Stands for parts that have not come. */
const MISSING = ' […] '

/**
 * The message that a part belongs to; null for the first of a text. A part that came before under its provider's id, or
 * with the same number and words, is a repeat; the same number with other words begins another text.
 */
export function messageOfPart(db: Db, { accountId, sender, part, key, text, at }: ArrivedPart): KnownPart | null {
  if (key !== null) {
    const same = statement<[string, string], { messageId: string; sender: string; text: string }>(
      db,
      'SELECT message_id AS messageId, sender, text FROM inbound_parts INDEXED BY inbound_parts_by_key WHERE account_id = ? AND key = ?',
    )
      .all(accountId, key)
      .find((one) => one.sender === sender && one.text === text)
    if (same !== undefined) return { messageId: same.messageId, isRepeat: true }
  }
  const near = statement<[object], { messageId: string; same: string | null }>(
    db,
    `SELECT message_id AS messageId, max(CASE number WHEN @number THEN text END) AS same FROM inbound_parts
     WHERE account_id = @accountId AND ref = @ref AND sender = @sender AND at BETWEEN @at - ${TOGETHER_MS} AND @at + ${TOGETHER_MS} AND of = @of
     GROUP BY message_id ORDER BY min(abs(at - @at)), message_id DESC`,
  ).all({ accountId, sender, ...part, at })
  const known = near.find(({ same }) => same === null || same === text)
  return known === undefined ? null : { messageId: known.messageId, isRepeat: known.same !== null }
}

/**
 * Keeps a part, and puts the text of its message together from all that came: in their order, with a mark where some are
 * missing. Must run inside the caller's transaction.
 */
export function keepPart(db: Db, messageId: string, { part, ...arrived }: ArrivedPart): void {
  statement(
    db,
    `INSERT INTO inbound_parts (message_id, number, of, account_id, sender, ref, key, text, at)
     VALUES (@messageId, @number, @of, @accountId, @sender, @ref, @key, @text, @at)`,
  ).run({ messageId, ...part, ...arrived })
  const parts = statement<[string], { number: number; text: string }>(
    db,
    'SELECT number, text FROM inbound_parts WHERE message_id = ? ORDER BY number',
  ).all(messageId)
  const text = textOf(parts, part.of)
  statement(db, 'UPDATE messages SET text = ?, parts = ? WHERE id = ?').run(text, countSegments(text).segments, messageId)
}

function textOf(parts: readonly { number: number; text: string }[], of: number): string {
  let text = ''
  let next = 1
  for (const part of parts) {
    if (part.number > next) text += MISSING
    text += part.text
    next = part.number + 1
  }
  return next > of ? text : text + MISSING
}

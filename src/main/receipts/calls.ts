import { applyParkedReceipts } from '../listener/apply.ts'
import { applyReceipt } from '../messages/transitions.ts'
import type { CallText } from '../providers/types.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { adoptRef, hasRefs, isCallRef } from './match.ts'

/** A call with several recipients that its provider can be asked about as a whole. */
export interface AskableCall {
  /** `attempts.call_id`. */
  id: string
  accountId: string
  /** When it began, ms UTC: all its attempts carry it. */
  startedAt: number
  /** The provider's own id of it. */
  ref: string
}

/** The latest call of a message, as far as its provider can be asked about the whole. */
export interface LatestCall {
  call: AskableCall
  /** Nothing is known by which the message itself could be asked about. */
  isNameless: boolean
}

/**
 * The call a message last went out with through an account; null where it was a call of its own, where the provider gave no id
 * for it, and where it gave one id to two calls: then an answer could be about either.
 */
const LATEST_CALL = /* sql */ `
  SELECT t.number, t.call_id AS id, t.account_id AS accountId, t.started_at AS startedAt, c.ref
  FROM attempts t JOIN call_refs c ON c.call_id = t.call_id
  WHERE t.message_id = @messageId AND t.account_id = @accountId AND c.account_id = t.account_id
    AND t.number = (SELECT max(number) FROM attempts WHERE message_id = @messageId)
    AND NOT EXISTS (
      SELECT 1 FROM call_refs o INDEXED BY call_refs_by_ref WHERE o.account_id = c.account_id AND o.ref = c.ref AND o.call_id <> c.call_id)`

/** Attempts carry no index by call (measured: see migration 0002), but all of a call began in one instant. */
const TEXTS_OF_CALL = /* sql */ `
  FROM attempts t INDEXED BY attempts_by_account CROSS JOIN messages m
  WHERE t.account_id = @accountId AND t.started_at = @startedAt AND t.call_id = @id AND m.id = t.message_id`

const IS_LATEST = /* sql */ `t.number = (SELECT max(l.number) FROM attempts l WHERE l.message_id = t.message_id)`

/** Looks of this file, for the test of their plans. */
export const CALL_LOOKS = { LATEST_CALL, TEXTS_OF_CALL: `SELECT m.id ${TEXTS_OF_CALL}` }

/** See `LATEST_CALL`. */
export function latestCall(db: Db, messageId: string, accountId: string): LatestCall | null {
  const found = statement<[object], AskableCall & { number: number }>(db, LATEST_CALL).get({ messageId, accountId })
  if (found === undefined) return null
  const { number, ...call } = found
  return { call, isNameless: !hasRefs(db, messageId, number) }
}

/** Whether the fate of at least two texts of a call is open, so that asking about the call saves questions. */
export function hasSeveralOpen(db: Db, call: AskableCall): boolean {
  const open = statement<[object], { id: string }>(
    db,
    `SELECT m.id ${TEXTS_OF_CALL} AND m.status IN ('sent', 'unconfirmed') AND ${IS_LATEST} LIMIT 2`,
  ).all(call)
  return open.length > 1
}

/** A text of a call, and where it stands. */
interface TextOfCall {
  id: string
  conversationId: string
  recipient: string
  /** Number of its attempt with this call. */
  number: number
  /** It has not been handed over again since. */
  isLatest: boolean
  /** The answer to the call left its fate open, or refused it. */
  mayBeNamed: boolean
}

/** What an answer about a call brought. */
export interface CallAnswered {
  /** Messages of which it said something. */
  told: string[]
  /** Messages of the call that nothing was or is known by, so that only the call can be asked about. */
  nameless: string[]
  /** Conversations in which something changed. */
  conversationIds: string[]
}

/**
 * Applies what a provider said about the texts of a call. Must run inside the caller's transaction.
 *
 * What it says by an id that a text of the call is known by is applied like any receipt. An id that nobody is known by is adopted
 * by the text it names the number of, if that is certain: one text of the call went to that number, it has not been handed over
 * again since, and no id is known for it from this call. Reports that came before by that id are applied with it. A recipient of
 * whom nothing is said stays as it was.
 *
 * @param input.at ms UTC
 */
export function applyCallAnswer(db: Db, input: { call: AskableCall; texts: readonly CallText[]; at: number }): CallAnswered {
  const { call, at } = input
  const { accountId } = call
  const texts = textsOf(db, call)
  const told = new Set<string>()
  const conversationIds = new Set<string>()
  for (const { to, ref, receipt } of input.texts) {
    const named = to === null ? [] : texts.filter(({ recipient }) => recipient === to)
    const owners = ownersOf(db, accountId, ref)
    const matched = owners.length === 0 ? ('call' as const) : undefined
    const text = matched === undefined ? ownText(owners, named, texts) : nameableText(db, named, { accountId, ref })
    if (text === null) continue
    if (matched !== undefined) {
      adoptRef(db, { accountId, ref, messageId: text.id })
      for (const id of applyParkedReceipts(db, { accountId, refs: [ref], at, matched }).conversationIds) conversationIds.add(id)
    } else if (receipt === null) continue
    // Listed without a word on its fate: the event says where its id is from.
    const reading = receipt ?? { ref, status: 'unknown' as const, rawStatus: '', detail: null }
    const { verdict } = applyReceipt(db, { accountId, reading, at, matched })
    if (verdict === 'applied') conversationIds.add(text.conversationId)
    told.add(text.id)
  }
  const nameless = texts.filter(({ id, isLatest, number }) => isLatest && !hasRefs(db, id, number)).map(({ id }) => id)
  return { told: [...told], nameless, conversationIds: [...conversationIds] }
}

function textsOf(db: Db, call: AskableCall): TextOfCall[] {
  return statement<[object], Omit<TextOfCall, 'isLatest' | 'mayBeNamed'> & { isLatest: 0 | 1; mayBeNamed: 0 | 1 }>(
    db,
    `SELECT m.id, m.conversation_id AS conversationId, m.recipient, t.number, ${IS_LATEST} AS isLatest,
       t.outcome IN ('unknown', 'not_accepted_permanent') AS mayBeNamed ${TEXTS_OF_CALL}`,
  )
    .all(call)
    .map((text) => ({ ...text, isLatest: text.isLatest === 1, mayBeNamed: text.mayBeNamed === 1 }))
}

/** Messages that are known by a reference. */
function ownersOf(db: Db, accountId: string, ref: string): string[] {
  return statement<[string, string], { id: string }>(
    db,
    'SELECT message_id AS id FROM provider_refs WHERE account_id = ? AND ref = ? LIMIT 2',
  )
    .all(accountId, ref)
    .map(({ id }) => id)
}

/** The text of the call that is known by an id; null where that is another's, or the answer has it with another's number. */
function ownText(owners: readonly string[], named: readonly TextOfCall[], texts: readonly TextOfCall[]): TextOfCall | null {
  const [only] = owners
  if (owners.length > 1 || named.some(({ id }) => id !== only)) return null
  return texts.find(({ id }) => id === only) ?? null
}

/** The one text to a number that may get an id; null where none may, where it could be about two, or where the id is that of a call. */
function nameableText(db: Db, named: readonly TextOfCall[], id: { accountId: string; ref: string }): TextOfCall | null {
  const [only] = named
  if (only === undefined || named.length > 1 || !only.isLatest || !only.mayBeNamed) return null
  return isCallRef(db, id.accountId, id.ref) || hasRefs(db, only.id, only.number) ? null : only
}

import { nextQueryAt, QUERY_MAX_AGE_MS } from '../../shared/messages/query-schedule.ts'
import type { CallText, ReceiptReading } from '../providers/types.ts'
import { applyReceipt } from '../messages/transitions.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { openRefs } from './attempt-receipts.ts'
import type { AskableCall, CallAnswered } from './calls.ts'
import { applyCallAnswer, hasSeveralOpen, latestCall } from './calls.ts'
import { MATCH_WITHIN_MS, parkedSince } from './match.ts'
import { applyParkedByNumber } from './parked.ts'

/** A provider that can be asked what became of a text. */
export interface AskableProvider {
  id: string
  /** It also reports by itself. */
  reports: boolean
  /** It can be asked about all texts of a call at once. */
  calls: boolean
}

/** The first question to come of one account. */
export interface NextQuestion {
  accountId: string
  /** Its provider also reports by itself. */
  reports: boolean
  messageId: string
  conversationId: string
  /** When, ms UTC. */
  at: number
  /** What to ask about: a reference of each part whose fate is open. Empty for a time to come. */
  refs: string[]
  /** The call to ask about instead: the fate of others of it is open, too, or there is nothing else to ask by. */
  call: AskableCall | null
}

/** At the start of the desk: texts of one account become due this far apart, in milliseconds, so that new ones pass between. */
const START_SPREAD_MS = 500

/** Attempts may be written down a little after the time they carry, in milliseconds. */
const LATE_MS = 10_000

const PER_RUN = 500

interface AccountRow {
  id: string
  provider: string
}

const ACCOUNTS = /* sql */ `SELECT id, provider FROM accounts WHERE removed_at IS NULL AND provider IN (SELECT value FROM json_each(?))`

/** Whether what became of a text is open and its provider gave something to ask about it: its own references, or one of the call. */
const OPEN = /* sql */ `m.status IN ('sent', 'unconfirmed') AND m.account_id = @accountId
  AND (EXISTS (SELECT 1 FROM provider_refs r WHERE r.message_id = m.id AND r.account_id = m.account_id)
    OR EXISTS (SELECT 1 FROM call_refs c WHERE c.call_id = t.call_id AND c.account_id = m.account_id))`

/** SQL of questions to providers. */
export const receiptOperations = {
  /**
   * At the start of the desk: every text of the last 72 hours whose fate is open is asked about, newest first, since
   * reports that came while the desk was closed are lost. Texts of accounts that cannot be asked any more are asked
   * about no more.
   * @param input.firstAt when the questions begin, ms UTC
   */
  async scheduleAll(
    db: Db,
    input: { providers: AskableProvider[]; now: number; firstAt: number },
    context: OperationContext,
  ): Promise<void> {
    const { providers, now, firstAt } = input
    const accounts = accountsOf(db, providers)
    db.prepare(
      `UPDATE messages INDEXED BY messages_to_query SET next_query_at = NULL
       WHERE next_query_at IS NOT NULL AND account_id NOT IN (SELECT value FROM json_each(?))`,
    ).run(JSON.stringify(accounts.map(({ id }) => id)))
    const attempts = db.prepare<[object], { messageId: string; startedAt: number; open: 0 | 1 }>(
      `SELECT t.message_id AS messageId, t.started_at AS startedAt, ${OPEN} AS open
         FROM attempts t INDEXED BY attempts_by_account JOIN messages m ON m.id = t.message_id
       WHERE t.account_id = @accountId AND (t.started_at, t.message_id) < (@startedAt, @messageId) AND t.started_at >= @oldest
       ORDER BY t.started_at DESC, t.message_id DESC LIMIT ${PER_RUN}`,
    )
    const set = db.prepare('UPDATE messages SET next_query_at = min(coalesce(next_query_at, @at), @at) WHERE id = @messageId')
    for (const { id: accountId } of accounts) {
      const seen = new Set<string>()
      let last = { startedAt: Number.MAX_SAFE_INTEGER, messageId: '' }
      for (;;) {
        const rows = attempts.all({ accountId, oldest: now - QUERY_MAX_AGE_MS, ...last })
        const latest = rows.at(-1)
        if (latest === undefined || context.cancelled) break
        db.transaction(() => {
          for (const { messageId, open } of rows) {
            if (open === 0 || seen.has(messageId)) continue
            set.run({ messageId, at: firstAt + seen.size * START_SPREAD_MS })
            seen.add(messageId)
          }
        }).immediate()
        last = { startedAt: latest.startedAt, messageId: latest.messageId }
        await context.yield()
      }
    }
  },

  /**
   * Plans the first question about texts handed over since, where there is something to ask about.
   * @param input.since ms UTC; what the call before answered
   * @returns from when to look next time: nothing that is under way now is missed
   */
  async scheduleNew(
    db: Db,
    input: { providers: AskableProvider[]; since: number; now: number },
    context: OperationContext,
  ): Promise<{ since: number }> {
    const { providers, since, now } = input
    const underWay = statement<[], { startedAt: number | null }>(
      db,
      `SELECT min(t.started_at) AS startedAt FROM messages m INDEXED BY messages_sending JOIN attempts t ON t.message_id = m.id
       WHERE m.status = 'sending' AND t.finished_at IS NULL`,
    ).get()
    const attempts = statement<[object], { messageId: string; statusAt: number; startedAt: number; isNew: 0 | 1 }>(
      db,
      `SELECT t.message_id AS messageId, m.status_at AS statusAt, t.started_at AS startedAt,
         m.next_query_at IS NULL AND m.queries = 0 AND ${OPEN} AS isNew
         FROM attempts t INDEXED BY attempts_by_account JOIN messages m ON m.id = t.message_id
       WHERE t.account_id = @accountId AND (t.started_at, t.message_id) > (@startedAt, @messageId)
       ORDER BY t.started_at, t.message_id LIMIT ${PER_RUN}`,
    )
    const set = statement(db, 'UPDATE messages SET next_query_at = ? WHERE id = ?')
    for (const { id: accountId, reports } of accountsOf(db, providers)) {
      let last = { startedAt: since - 1, messageId: '~' }
      for (;;) {
        const rows = attempts.all({ accountId, ...last })
        const latest = rows.at(-1)
        if (latest === undefined || context.cancelled) break
        const fresh = rows.filter(({ isNew }) => isNew === 1)
        const plan = (): void => {
          for (const { messageId, statusAt } of fresh) set.run(nextQueryAt({ reports, since: statusAt, queries: 0, now }), messageId)
        }
        if (fresh.length > 0) db.transaction(plan).immediate()
        last = { startedAt: latest.startedAt, messageId: latest.messageId }
        if (rows.length < PER_RUN) break
        await context.yield()
      }
    }
    return { since: Math.min(underWay?.startedAt ?? now, now) - LATE_MS }
  },

  /**
   * Of each account that is not paused, the first question to come. A due text that has nothing left to ask about is
   * passed over and asked about no more.
   * @param input.except messages that are being asked about
   */
  nextQuestions(db: Db, input: { providers: AskableProvider[]; except: string[]; now: number }): NextQuestion[] {
    const first = statement<[string, string], Omit<NextQuestion, 'refs' | 'reports' | 'call'>>(
      db,
      `SELECT account_id AS accountId, id AS messageId, conversation_id AS conversationId, next_query_at AS at
         FROM messages INDEXED BY messages_to_query
       WHERE next_query_at IS NOT NULL AND account_id = ? AND id NOT IN (SELECT value FROM json_each(?))
       ORDER BY next_query_at LIMIT 1`,
    )
    const drop = statement(db, 'UPDATE messages SET next_query_at = NULL WHERE id = ?')
    const paused = statement(db, `SELECT 1 FROM accounts WHERE id = ? AND status = 'paused'`)
    const except = JSON.stringify(input.except)
    return db
      .transaction(() =>
        accountsOf(db, input.providers).flatMap(({ id, reports, calls }): NextQuestion[] => {
          if (paused.get(id) !== undefined) return []
          for (;;) {
            const row = first.get(id, except)
            if (row === undefined) return []
            if (row.at > input.now) return [{ ...row, reports, refs: [], call: null }]
            const refs = openRefs(db, row.messageId, id)
            const call = calls ? callToAsk(db, row.messageId, id, refs) : null
            if (refs.length > 0 || call !== null) return [{ ...row, reports, refs, call }]
            drop.run(row.messageId)
          }
        }),
      )
      .immediate()
  },

  /** Applies what a provider answered, nothing at all included, and plans the next question; says whether anything is new. */
  answered(
    db: Db,
    input: { messageId: string; accountId: string; reports: boolean; readings: ReceiptReading[]; now: number },
  ): { changed: boolean } {
    const { messageId, accountId, now } = input
    return db
      .transaction(() => {
        const applied = input.readings.map((reading) => applyReceipt(db, { accountId, reading, at: now }))
        planNext(db, messageId, input)
        return { changed: applied.some(({ verdict }) => verdict === 'applied') }
      })
      .immediate()
  },

  /**
   * Applies what a provider answered about a call, nothing at all included, and plans the next question about each text that it
   * spoke of and each that only the call can be asked about. The others stay due: they have references of their own.
   */
  answeredCall(db: Db, input: { call: AskableCall; reports: boolean; texts: CallText[]; now: number }): CallAnswered {
    return db
      .transaction(() => {
        const answered = applyCallAnswer(db, { call: input.call, texts: input.texts, at: input.now })
        for (const messageId of new Set([...answered.told, ...answered.nameless])) planNext(db, messageId, input)
        return answered
      })
      .immediate()
  },

  /** Applies what a provider answered when a person asked about a call. */
  applyCall(db: Db, input: { call: AskableCall; texts: CallText[]; at: number }): CallAnswered {
    return db.transaction(() => applyCallAnswer(db, input)).immediate()
  },

  /**
   * Looks again whether parked receipts can be about an unconfirmed text, by number and time: when they came, another
   * text to the same number may have been under way.
   * @returns conversations in which something changed
   */
  async matchParked(db: Db, input: { now: number }, context: OperationContext): Promise<{ conversationIds: string[] }> {
    const since = input.now - MATCH_WITHIN_MS
    const unconfirmed = db
      .prepare<[number], { messageId: string; accountId: string; to: string }>(
        `SELECT m.id AS messageId, m.account_id AS accountId, m.recipient AS "to" FROM messages m INDEXED BY messages_by_status
         WHERE m.status = 'unconfirmed' AND max(m.status_at, coalesce(m.provider_at, 0)) >= ? AND NOT EXISTS (SELECT 1 FROM provider_refs r WHERE r.message_id = m.id)`,
      )
      .all(since)
    const conversationIds: string[] = []
    for (const accountId of new Set(unconfirmed.map((one) => one.accountId))) {
      const named = new Set(parkedSince(db, { accountId, from: since, until: input.now }).flatMap(({ numbers }) => numbers))
      for (const { messageId } of unconfirmed.filter((one) => one.accountId === accountId && named.has(one.to))) {
        if (context.cancelled) break
        const applied = db.transaction(() => applyParkedByNumber(db, { accountId, messageId, at: input.now })).immediate()
        conversationIds.push(...applied.conversationIds)
        await context.yield()
      }
    }
    return { conversationIds }
  },
}

/** Plans the next question about a text whose fate is still open after one. */
function planNext(db: Db, messageId: string, { reports, now }: { reports: boolean; now: number }): void {
  const row = statement<[string], { statusAt: number; queries: number; open: 0 | 1 }>(
    db,
    `SELECT status_at AS statusAt, queries, status IN ('sent', 'unconfirmed') AS open FROM messages WHERE id = ?`,
  ).get(messageId)
  if (row?.open !== 1) return
  const queries = row.queries + 1
  statement(db, 'UPDATE messages SET queries = ?, next_query_at = ? WHERE id = ?').run(
    queries,
    nextQueryAt({ reports, since: row.statusAt, queries, now }),
    messageId,
  )
}

/** The call to ask about rather than a text of it: where that saves questions, or where the text has nothing else to ask by. */
function callToAsk(db: Db, messageId: string, accountId: string, refs: readonly string[]): AskableCall | null {
  const latest = latestCall(db, messageId, accountId)
  if (latest === null) return null
  if (latest.isNameless) return latest.call
  return refs.length > 0 && hasSeveralOpen(db, latest.call) ? latest.call : null
}

function accountsOf(db: Db, providers: readonly AskableProvider[]): Array<{ id: string; reports: boolean; calls: boolean }> {
  const known = new Map(providers.map((provider) => [provider.id, provider]))
  return statement<[string], AccountRow>(db, ACCOUNTS)
    .all(JSON.stringify([...known.keys()]))
    .map(({ id, provider }) => ({ id, reports: known.get(provider)?.reports ?? true, calls: known.get(provider)?.calls ?? false }))
}

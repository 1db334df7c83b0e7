import { Refused } from '../app/refused.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { OutcomeRecord } from '../outbox/record-outcome.ts'
import { recordOutcomes } from '../outbox/record-outcome.ts'
import type { Senders } from '../replies/senders.ts'
import type { ApplyResult, StoredReading } from './apply.ts'
import { applyHook, applyParkedReceipts, nothingApplied } from './apply.ts'
import type { CallReplyClaim } from './missed-calls.ts'
import { claimCallReply, doubtCallReply, isCallKnown } from './missed-calls.ts'

export { applyParkedReceipts }

/** A hook as the listener took it. Text fields carry no secrets. */
export interface NewHook {
  id: string
  accountId: string
  receivedAt: number
  method: string
  contentType: string
  query: string
  body: string
  /** `pending` has a reading to apply; `applied` says nothing to apply. */
  verdict: 'pending' | 'applied' | 'unreadable' | 'rejected'
  reading: StoredReading | null
  /** Why, as a sentence. */
  detail: string | null
}

/** A hook as it was stored, to be read again. */
export interface StoredHook {
  id: string
  accountId: string | null
  method: string
  contentType: string
  query: string
  body: string
  verdict: string
  reading: StoredReading | null
}

/** What applying a run of hooks did. */
export interface AppliedHooks extends ApplyResult {
  /** Hooks that could not be applied for a fault of the desk's own; they stay pending. */
  failed: { id: string; error: string }[]
}

/** Most rows of requests that named no account of the desk. */
export const MAX_STRANGERS = 1_000

const PARKED_PER_RUN = 200

/** Hooks on their way to the data thread: one text crosses faster than hundreds of objects (measured: 50 µs a hook less). */
export type PackedHooks = string & { readonly packed: 'hooks' }

export function packHooks(hooks: readonly NewHook[]): PackedHooks {
  return JSON.stringify(hooks) as PackedHooks
}

/** Must run inside the caller's transaction. */
function store(db: Db, hooks: readonly NewHook[]): void {
  const insert = statement(
    db,
    `INSERT INTO hooks (id, account_id, received_at, method, content_type, query, body, reading, verdict, detail, applied_at)
     VALUES (@id, @accountId, @receivedAt, @method, @contentType, @query, @body, @reading, @verdict, @detail, @appliedAt)`,
  )
  for (const hook of hooks) {
    insert.run({
      ...hook,
      reading: hook.reading === null ? null : JSON.stringify(hook.reading),
      appliedAt: hook.verdict === 'applied' ? hook.receivedAt : null,
    })
  }
}

interface HookRow extends Omit<StoredHook, 'reading'> {
  reading: string | null
  receivedAt: number
}

const SELECT = `SELECT id, account_id AS accountId, received_at AS receivedAt, method, content_type AS contentType, query, body,
  verdict, reading FROM hooks`

/** SQL of hooks. */
export const hookOperations = {
  /** Stores hooks in one commit. When it returns they survive a crash, and may be answered. */
  take(db: Db, input: { packed: PackedHooks }): void {
    const hooks: NewHook[] = JSON.parse(input.packed)
    db.transaction(() => store(db, hooks)).immediate()
  },

  /**
   * Stores a hook that tells of missed calls and applies it, in one commit; answers the text that goes out in its
   * answer, claimed. A call that was told of before, and a hook that tells of several, is answered with none.
   */
  takeCalls(
    db: Db,
    input: { hook: NewHook; defaultCountry: string; senders: Senders; at: number },
  ): { applied: ApplyResult; reply: CallReplyClaim | null } {
    return db
      .transaction(() => {
        const { hook, defaultCountry, senders, at } = input
        store(db, [hook])
        const { id, accountId, receivedAt, reading } = hook
        if (reading === null) return { applied: nothingApplied(), reply: null }
        const [call, ...others] = reading.missedCalls ?? []
        const wasKnown = call !== undefined && isCallKnown(db, { accountId, key: call.key })
        const applied = applyHook(db, { id, accountId, receivedAt, reading }, { defaultCountry, senders, at })
        const isNew = call !== undefined && others.length === 0 && !wasKnown
        // Told of again: the answer with the text may not have reached the provider.
        if (wasKnown) doubtCallReply(db, { accountId, key: call.key, at })
        const reply = isNew ? claimCallReply(db, { accountId, reading: call, defaultCountry, at, senders }) : null
        return { applied, reply }
      })
      .immediate()
  },

  /** Writes down what became of a text that went out in the answer to a hook. */
  settleReply(db: Db, input: { record: OutcomeRecord }): void {
    db.transaction(() => recordOutcomes(db, [input.record])).immediate()
  },

  /**
   * Notes a request that was turned away, without its query and body. Of those that named no account only the
   * latest are kept.
   */
  noteRefused(
    db: Db,
    input: { id: string; accountId: string | null; receivedAt: number; method: string; contentType: string; detail: string },
  ): void {
    db.transaction(() => {
      db.prepare(
        `INSERT INTO hooks (id, account_id, received_at, method, content_type, query, body, verdict, detail)
         VALUES (@id, @accountId, @receivedAt, @method, @contentType, '', '', 'rejected', @detail)`,
      ).run(input)
      if (input.accountId !== null) return
      db.prepare(
        `DELETE FROM hooks WHERE id IN (
           SELECT id FROM hooks WHERE account_id IS NULL ORDER BY received_at DESC, id DESC LIMIT -1 OFFSET ?)`,
      ).run(MAX_STRANGERS)
    }).immediate()
  },

  /** Applies pending hooks in the order given, all in one commit; a hook that is not pending is left alone. */
  apply(db: Db, input: { ids: string[]; defaultCountry: string; senders: Senders; at: number }): AppliedHooks {
    const select = statement<[string], HookRow>(db, `${SELECT} WHERE id = ? AND verdict = 'pending'`)
    const result: AppliedHooks = { ...nothingApplied(), failed: [] }
    const conversations = new Set<string>()
    // A transaction in a transaction is a savepoint: one hook that fails takes nothing back but itself.
    const applyOne = db.transaction((id: string) => {
      const row = select.get(id)
      if (row === undefined || row.reading === null || row.accountId === null) return
      const reading: StoredReading = JSON.parse(row.reading)
      const applied = applyHook(db, { id, accountId: row.accountId, receivedAt: row.receivedAt, reading }, input)
      for (const conversationId of applied.conversationIds) conversations.add(conversationId)
      result.inbound.push(...applied.inbound)
      result.consent ||= applied.consent
      result.outbox ||= applied.outbox
    })
    db.transaction(() => {
      for (const id of input.ids) {
        try {
          applyOne(id)
        } catch (error) {
          // A database that cannot write fails the whole run; anything else is about this hook alone.
          if (!db.inTransaction) throw error
          result.failed.push({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
        }
      }
    }).immediate()
    return { ...result, conversationIds: [...conversations] }
  },

  /** Hooks stored but not applied, oldest first; `after` is the last id of the page before. */
  pending(db: Db, input: { after: string | null; limit: number }): string[] {
    return db
      .prepare<[string | null, string | null, number], string>(
        `SELECT id FROM hooks WHERE verdict = 'pending'
           AND (? IS NULL OR (received_at, id) > (SELECT received_at, id FROM hooks WHERE id = ?))
         ORDER BY received_at, id LIMIT ?`,
      )
      .pluck()
      .all(input.after, input.after, input.limit)
  },

  /** Applies receipts parked for references that became known, see `applyParkedReceipts`. */
  applyParked(db: Db, input: { accountId: string; refs: string[]; at: number }): ApplyResult {
    return db.transaction(() => applyParkedReceipts(db, input)).immediate()
  },

  /** Applies every parked receipt whose message is known: the desk may have stopped between the two. */
  async applyKnownParked(db: Db, input: { at: number }, context: OperationContext): Promise<ApplyResult> {
    const next = db.prepare<[string, string, number], { accountId: string; ref: string }>(
      `SELECT DISTINCT p.account_id AS accountId, p.ref FROM parked_receipts p
         JOIN provider_refs r ON r.account_id = p.account_id AND r.ref = p.ref
       WHERE (p.account_id, p.ref) > (?, ?) ORDER BY p.account_id, p.ref LIMIT ?`,
    )
    const conversations = new Set<string>()
    let last = { accountId: '', ref: '' }
    for (;;) {
      const rows = next.all(last.accountId, last.ref, PARKED_PER_RUN)
      const latest = rows.at(-1)
      if (latest === undefined) return { ...nothingApplied(), conversationIds: [...conversations] }
      db.transaction(() => {
        for (const { accountId, ref } of rows) {
          const applied = applyParkedReceipts(db, { accountId, refs: [ref], at: input.at })
          for (const conversationId of applied.conversationIds) conversations.add(conversationId)
        }
      }).immediate()
      last = latest
      await context.yield()
    }
  },

  /** @throws Refused `hook_not_found` */
  get(db: Db, input: { id: string }): StoredHook {
    const row = db.prepare<[string], HookRow>(`${SELECT} WHERE id = ?`).get(input.id)
    if (row === undefined) throw new Refused('hook_not_found', 'This request is not kept any more.')
    const { receivedAt: _, reading, ...hook } = row
    return { ...hook, reading: reading === null ? null : JSON.parse(reading) }
  },

  /** Applies a hook again, whatever became of it the first time. Doing it twice changes nothing. */
  replay(db: Db, input: { id: string; defaultCountry: string; senders: Senders; at: number }): ApplyResult {
    return db
      .transaction(() => {
        const row = db.prepare<[string], HookRow>(`${SELECT} WHERE id = ?`).get(input.id)
        if (row === undefined || row.reading === null || row.accountId === null) return nothingApplied()
        // What it had parked is applied or parked afresh.
        db.prepare('DELETE FROM parked_receipts WHERE hook_id = ?').run(row.id)
        const reading: StoredReading = JSON.parse(row.reading)
        return applyHook(db, { id: row.id, accountId: row.accountId, receivedAt: row.receivedAt, reading }, input)
      })
      .immediate()
  },
}

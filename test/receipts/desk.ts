import { uuidv7 } from 'uuidv7'
import { applyParkedReceipts } from '../../src/main/listener/apply.ts'
import { recordEvent } from '../../src/main/messages/record-event.ts'
import { applyParkedByNumber } from '../../src/main/receipts/parked.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { describeEvent } from '../../src/shared/messages/describe.ts'
import type { MessageEvent } from '../../src/shared/messages/reducer.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'

export const MAJA = '+46701740605'
export const KARL = '+46701740606'
export const MINUTE = 60_000
export const HOUR = 3_600_000

/** How a call ended. */
export type CallEnd = { accepted: string[] } | { unknown: string[] } | 'refused' | 'orphaned'

/** Texts as the outbox leaves them behind, made step by step on a real database. */
export function textsOf(db: Db) {
  return {
    /** A queued text. */
    put(accountId: string, to: string, at: number): string {
      const id = uuidv7()
      db.prepare(
        `INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', ?, ?) ON CONFLICT DO NOTHING`,
      ).run(uuidv7(), to, at, at)
      const conversation = db.prepare('SELECT id FROM conversations WHERE peer = ?').pluck().get(to)
      db.prepare(
        `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
         VALUES (?, ?, ?, 'outbound', ?, 'Clinic', 'Hello', 1, 'queued', ?, ?)`,
      ).run(id, conversation, accountId, to, at, at)
      return id
    },

    claim(id: string, at: number): void {
      db.transaction(() => {
        const attempt = Number(db.prepare('SELECT count(*) FROM attempts WHERE message_id = ?').pluck().get(id)) + 1
        const account = db.prepare('SELECT account_id FROM messages WHERE id = ?').pluck().get(id)
        db.prepare('INSERT INTO attempts (id, message_id, account_id, number, started_at) VALUES (?, ?, ?, ?, ?)').run(
          uuidv7(),
          id,
          account,
          attempt,
          at,
        )
        recordEvent(db, id, { kind: 'claimed', attempt }, at)
      })()
    },

    /** Writes the outcome down as the outbox does, with the receipts that came before it. */
    end(id: string, end: CallEnd, at: number): void {
      const event = eventOf(end)
      const refs = 'refs' in event ? (event.refs ?? []) : []
      const outcome = { accepted: 'accepted', refused: 'not_accepted_permanent' }[event.kind as string] ?? 'unknown'
      db.transaction(() => {
        const accountId = String(db.prepare('SELECT account_id FROM messages WHERE id = ?').pluck().get(id))
        db.prepare('UPDATE attempts SET finished_at = ?, outcome = ? WHERE message_id = ? AND finished_at IS NULL').run(at, outcome, id)
        const { status } = recordEvent(db, id, event, at)
        for (const ref of refs)
          db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)').run(accountId, ref, id)
        applyParkedReceipts(db, { accountId, refs, at })
        if (status === 'unconfirmed') applyParkedByNumber(db, { accountId, messageId: id, at })
      })()
    },

    /** A text that was handed over, with what came of it. */
    handOver(accountId: string, to: string, end: CallEnd, at: number): string {
      const id = this.put(accountId, to, at)
      this.claim(id, at)
      this.end(id, end, at)
      return id
    },

    /** Texts that were handed over in one call, which the provider calls `ref`; null where it gave no id for it. */
    handOverCall(accountId: string, ref: string | null, ends: ReadonlyArray<readonly [to: string, end: CallEnd]>, at: number): string[] {
      const callId = uuidv7()
      const ids = ends.map(([to, end]) => this.handOver(accountId, to, end, at))
      for (const id of ids) db.prepare('UPDATE attempts SET call_id = ? WHERE message_id = ? AND started_at = ?').run(callId, id, at)
      if (ref !== null) db.prepare('INSERT INTO call_refs (call_id, account_id, ref) VALUES (?, ?, ?)').run(callId, accountId, ref)
      return ids
    },

    record(id: string, event: MessageEvent, at: number): MessageStatus {
      return db.transaction(() => recordEvent(db, id, event, at).status)()
    },

    statusOf: (id: string) => db.prepare('SELECT status FROM messages WHERE id = ?').pluck().get(id),
    errorOf: (id: string) =>
      db
        .prepare<[string], { code: string | null; message: string | null }>(
          'SELECT error_code AS code, error_message AS message FROM messages WHERE id = ?',
        )
        .get(id),
    /** When it is asked about next, ms UTC, and how often it was. */
    questionsOf: (id: string) =>
      db
        .prepare<[string], { at: number | null; queries: number }>('SELECT next_query_at AS at, queries FROM messages WHERE id = ?')
        .get(id),
    refsOf: (id: string) => db.prepare<[string], string>('SELECT ref FROM provider_refs WHERE message_id = ? ORDER BY ref').pluck().all(id),
    /** Its receipts as a person reads them. */
    reportsOf: (id: string) =>
      db
        .prepare<[string], { kind: string; data: string }>(
          `SELECT kind, data FROM message_events WHERE message_id = ? AND kind = 'receipt' ORDER BY sequence`,
        )
        .all(id)
        .map(({ kind, data }) => describeEvent({ kind, ...(JSON.parse(data) as object) } as MessageEvent)),
  }
}

function eventOf(end: CallEnd): MessageEvent {
  if (end === 'refused') return { kind: 'refused', code: 'no', message: 'No.' }
  if (end === 'orphaned') return { kind: 'orphaned' }
  if ('accepted' in end) return { kind: 'accepted', refs: end.accepted }
  return { kind: 'outcome_unknown', code: 'timeout', message: 'No answer.', refs: end.unknown }
}

import { describeEvent } from '../../shared/messages/describe.ts'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import type { ReceiptReading } from '../providers/types.ts'
import type { LatestCall } from '../receipts/calls.ts'
import { latestCall } from '../receipts/calls.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { changeOperations } from './change-operations.ts'
import { enqueueOperations } from './enqueue.ts'
import { listMessages } from './list-messages.ts'
import { readMessage } from './read-message.ts'
import { applyReceipt } from './transitions.ts'

export const messageOperations = {
  ...enqueueOperations,
  ...changeOperations,

  get(db: Db, input: { id: string }) {
    const message = readMessage(db, input.id)
    const attempts = statement<
      [string],
      {
        id: string
        number: number
        account_name: string
        started_at: number
        finished_at: number | null
        outcome: string | null
        code: string | null
        detail: string | null
        request: string | null
        response: string | null
      }
    >(
      db,
      `SELECT t.id, t.number, a.name AS account_name, t.started_at, t.finished_at, t.outcome, t.code, t.detail, t.request, t.response
         FROM attempts t JOIN accounts a ON a.id = t.account_id WHERE t.message_id = ? ORDER BY t.number`,
    ).all(input.id)
    const events = statement<[string], { sequence: number; at: number; kind: string; status: MessageStatus; data: string }>(
      db,
      'SELECT sequence, at, kind, status, data FROM message_events WHERE message_id = ? ORDER BY sequence',
    ).all(input.id)
    return {
      ...message,
      attempts: attempts.map(({ account_name, started_at, finished_at, outcome, ...attempt }) => ({
        ...attempt,
        accountName: account_name,
        startedAt: started_at,
        finishedAt: finished_at,
        outcome: outcome as 'accepted' | null,
      })),
      events: events.map(({ data, ...event }) => ({
        ...event,
        description: describeEvent({ kind: event.kind, ...(JSON.parse(data) as object) } as MessageEvent),
      })),
    }
  },

  list: listMessages,

  /** The provider's id of the latest attempt that has one: the one to ask about. Null where there is none. */
  latestRef(db: Db, input: { id: string }): string | null {
    const row = statement<[string], { ref: string }>(
      db,
      `SELECT r.value AS ref FROM message_events e, json_each(e.data, '$.refs') r
         WHERE e.message_id = ? AND e.kind IN ('accepted', 'refused', 'outcome_unknown') ORDER BY e.sequence DESC, r.key DESC LIMIT 1`,
    ).get(input.id)
    return row?.ref ?? null
  },

  /** The call a message last went out with, as far as its provider can be asked about the whole. */
  latestCall(db: Db, input: { id: string; accountId: string }): LatestCall | null {
    return latestCall(db, input.id, input.accountId)
  },

  /** Applies the answer to a status query, as a receipt by hook would be. */
  applyReceipt(db: Db, input: { accountId: string; reading: ReceiptReading; at: number }): { applied: boolean } {
    return { applied: db.transaction(() => applyReceipt(db, input)).immediate().verdict === 'applied' }
  },
}

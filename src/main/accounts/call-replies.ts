import type { CallReply } from '../../shared/contract/accounts.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** SQL of the texts that answer missed calls. */
export const callReplyOperations = {
  /** Of one account, by number. */
  list(db: Db, input: { accountId: string }): CallReply[] {
    return statement<[string], CallReply>(db, 'SELECT number, text FROM call_replies WHERE account_id = ? ORDER BY number').all(
      input.accountId,
    )
  },

  /** Null removes the text of a number. */
  set(db: Db, input: { accountId: string; number: string; text: string | null; at: number }): void {
    if (input.text === null) {
      statement(db, 'DELETE FROM call_replies WHERE account_id = ? AND number = ?').run(input.accountId, input.number)
      return
    }
    statement(
      db,
      `INSERT INTO call_replies (account_id, number, text, updated_at) VALUES (@accountId, @number, @text, @at)
       ON CONFLICT (account_id, number) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
    ).run(input)
  },
}

/** The text that answers a missed call to a number; null where none is set. */
export function callReplyFor(db: Db, { accountId, number }: { accountId: string; number: string }): string | null {
  const row = statement<[string, string], { text: string }>(db, 'SELECT text FROM call_replies WHERE account_id = ? AND number = ?').get(
    accountId,
    number,
  )
  return row?.text ?? null
}

import type { MessageKind } from '../../shared/contract/messages.ts'
import { accountNotFound, isAccountInUse } from '../accounts/in-use.ts'
import { followAccount } from '../conversations/rows.ts'
import { recordEvent } from '../messages/record-event.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { collectTouched, type Touched } from './bulk-operations.ts'

/** Code of the event, by which a move is told from an account that did not take a text. */
export const MOVED_BY_PERSON = 'moved_by_person'

/** A queued text that another account may take. */
export interface MovableText {
  id: string
  kind: MessageKind
  to: string
  text: string
}

const QUEUED_IN_LANE = /* sql */ `
  SELECT m.id FROM messages m INDEXED BY messages_lane
  WHERE m.status = 'queued' AND m.hold IS NOT 'missed' AND m.account_id = @accountId`
const MISSED_OF_ACCOUNT = /* sql */ `
  SELECT m.id FROM messages m INDEXED BY messages_missed WHERE m.hold = 'missed' AND m.account_id = @accountId`

/** The looks of a move, for the test of their plans. */
export const MOVE_LOOKS = { QUEUED_IN_LANE, MISSED_OF_ACCOUNT }

/** Moving what waits in one account to another. The host asks the other's adapter about each text in between. */
export const moveOperations = {
  /**
   * Ids of all that is queued in an account just now, whether it waits, is scheduled, kept back or missed.
   * @throws Refused `account_not_found`
   */
  queuedIn(db: Db, input: { accountId: string }): string[] {
    if (!isAccountInUse(db, input.accountId)) throw accountNotFound()
    return [QUEUED_IN_LANE, MISSED_OF_ACCOUNT].flatMap((sql) =>
      statement<[object], { id: string }>(db, sql)
        .all(input)
        .map(({ id }) => id),
    )
  },

  /** Of these messages, those that are still queued in the account. */
  movable(db: Db, input: { accountId: string; ids: string[] }): MovableText[] {
    const read = statement<[string, string], MovableText>(
      db,
      `SELECT id, kind, recipient AS "to", text FROM messages WHERE id = ? AND account_id = ? AND status = 'queued'`,
    )
    return input.ids.flatMap((id) => read.get(id, input.accountId) ?? [])
  },

  /**
   * Moves those of these messages that are still queued in the one account to the other. Waits that were the first
   * account's (a try to come, its provider's hours) end; the person's own (a schedule, an undo time) and the
   * recipient's stay. One transaction.
   * @throws Refused `account_not_found` when the other account was removed meanwhile
   */
  move(
    db: Db,
    input: { ids: string[]; fromAccountId: string; toAccountId: string; sender: string; now: number },
  ): { moved: number; touched: Touched } {
    return db
      .transaction(() => {
        const name = statement<[string], { name: string; inUse: 0 | 1 }>(
          db,
          'SELECT name, removed_at IS NULL AS inUse FROM accounts WHERE id = ?',
        )
        const to = name.get(input.toAccountId)
        if (to?.inUse !== 1) throw accountNotFound()
        const from = name.get(input.fromAccountId)?.name ?? ''
        const update = statement(
          db,
          `UPDATE messages SET account_id = @toAccountId, sender = @sender, failed_over_from = @fromAccountId, tries = 0,
           error_code = NULL, error_message = NULL,
           hold = CASE WHEN hold = 'blockout' THEN NULL ELSE hold END,
           not_before = CASE
             WHEN hold IN ('undo', 'quiet_hours', 'missed') THEN not_before
             WHEN scheduled_at IS NOT NULL AND came_due_at IS NULL THEN not_before END
         WHERE id = @id AND account_id = @fromAccountId AND status = 'queued'`,
        )
        const touched = collectTouched(db)
        let moved = 0
        for (const id of input.ids) {
          const { fromAccountId, toAccountId, sender } = input
          if (update.run({ id, fromAccountId, toAccountId, sender }).changes === 0) continue
          followAccount(db, { messageId: id, accountId: toAccountId })
          recordEvent(db, id, { kind: 'failed_over', from, to: to.name, code: MOVED_BY_PERSON, message: '' }, input.now)
          moved += 1
          touched.add(id)
        }
        return { moved, touched: touched.all() }
      })
      .immediate()
  },
}

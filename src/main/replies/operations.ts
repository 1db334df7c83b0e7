import type { AwayMessage } from '../../shared/contract/replies.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

interface Row {
  accountId: string
  on: 0 | 1
  text: string
  hours: string | null
  zone: string
  everyHours: number
}

const SELECT = `SELECT w.account_id AS accountId, w.is_on AS "on", w.text, w.hours, w.zone, w.every_hours AS everyHours
  FROM away_messages w JOIN accounts a ON a.id = w.account_id AND a.removed_at IS NULL`

/** SQL of away messages. */
export const replyOperations = {
  /** Of accounts in use. */
  away(db: Db): AwayMessage[] {
    return statement<[], Row>(db, `${SELECT} ORDER BY w.account_id`).all().map(toAway)
  },

  setAway(db: Db, { away, at }: { away: AwayMessage; at: number }): void {
    statement(
      db,
      `INSERT INTO away_messages (account_id, is_on, text, hours, zone, every_hours, updated_at)
       VALUES (@accountId, @isOn, @text, @hours, @zone, @everyHours, @at)
       ON CONFLICT (account_id) DO UPDATE SET is_on = excluded.is_on, text = excluded.text, hours = excluded.hours, zone = excluded.zone,
         every_hours = excluded.every_hours, updated_at = excluded.updated_at`,
    ).run({
      accountId: away.accountId,
      isOn: away.on ? 1 : 0,
      text: away.text,
      hours: away.hours === null ? null : JSON.stringify(away.hours),
      zone: away.zone,
      everyHours: away.everyHours,
      at,
    })
  },
}

/** The away message of an account in use; null where none was ever set. */
export function awayOf(db: Db, accountId: string): AwayMessage | null {
  const row = statement<[string], Row>(db, `${SELECT} WHERE w.account_id = ?`).get(accountId)
  return row === undefined ? null : toAway(row)
}

function toAway(row: Row): AwayMessage {
  return { ...row, on: row.on === 1, hours: row.hours === null ? null : JSON.parse(row.hours) }
}

import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Whether an account is there and was not removed. What is queued on a removed one would wait for ever. */
export function isAccountInUse(db: Db, accountId: string): boolean {
  return statement(db, 'SELECT 1 FROM accounts WHERE id = ? AND removed_at IS NULL').get(accountId) !== undefined
}

/** What to say of an account that is not there, or not any more: `account_not_found`. */
export function accountNotFound(): Refused {
  return new Refused('account_not_found', 'This account is not here any more. It may have been removed.')
}

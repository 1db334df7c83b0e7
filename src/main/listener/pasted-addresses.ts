import type { PastedAddress } from '../../shared/contract/listener.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** SQL of the addresses that were confirmed as pasted at providers. */
export const pastedAddressOperations = {
  /** Of accounts that were not removed. */
  list(db: Db): PastedAddress[] {
    return statement<[], PastedAddress>(
      db,
      `SELECT account_id AS accountId, url, pasted_at AS at FROM pasted_addresses
       WHERE account_id IN (SELECT id FROM accounts WHERE removed_at IS NULL) ORDER BY account_id`,
    ).all()
  },

  set(db: Db, input: PastedAddress): void {
    statement(
      db,
      `INSERT INTO pasted_addresses (account_id, url, pasted_at) VALUES (@accountId, @url, @at)
       ON CONFLICT (account_id) DO UPDATE SET url = excluded.url, pasted_at = excluded.pasted_at`,
    ).run(input)
  },
}

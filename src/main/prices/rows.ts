import type { Price } from '../../shared/prices/price.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

interface PriceRow {
  country: string
  micros: number
  currency: string
}

/** An account's prices, by country; that of the rest last. */
export function pricesOf(db: Db, accountId: string): Price[] {
  const rows = statement<[string], PriceRow>(
    db,
    `SELECT country, micros, currency FROM prices WHERE account_id = ? ORDER BY country = '', country`,
  ).all(accountId)
  return rows.map((row) => ({ ...row, country: row.country === '' ? null : row.country }))
}

/** Sets one price. In the caller's transaction. */
export function setPrice(db: Db, { accountId, price, now }: { accountId: string; price: Price; now: number }): void {
  statement(
    db,
    `INSERT INTO prices (account_id, country, micros, currency, updated_at) VALUES (@accountId, @country, @micros, @currency, @now)
     ON CONFLICT (account_id, country) DO UPDATE SET micros = excluded.micros, currency = excluded.currency, updated_at = excluded.updated_at`,
  ).run({ accountId, country: price.country ?? '', micros: price.micros, currency: price.currency, now })
}

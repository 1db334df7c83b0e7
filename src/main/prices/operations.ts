import { type Price, quote, type Quote } from '../../shared/prices/price.ts'
import { accountNotFound, isAccountInUse } from '../accounts/in-use.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { importPrices } from './import-file.ts'
import { pricesOf, setPrice } from './rows.ts'

/** SQL of what a part costs, by account and country. */
export const priceOperations = {
  importFile: importPrices,

  /** By country; that of the rest last. */
  list(db: Db, input: { accountId: string }): Price[] {
    return pricesOf(db, input.accountId)
  },

  /** @throws Refused `account_not_found` */
  set(db: Db, input: { accountId: string; price: Price; now: number }): Price[] {
    return db
      .transaction(() => {
        if (!isAccountInUse(db, input.accountId)) throw accountNotFound()
        setPrice(db, input)
        return pricesOf(db, input.accountId)
      })
      .immediate()
  },

  remove(db: Db, input: { accountId: string; country: string | null }): Price[] {
    statement(db, 'DELETE FROM prices WHERE account_id = ? AND country = ?').run(input.accountId, input.country ?? '')
    return pricesOf(db, input.accountId)
  },

  quote(db: Db, input: { accountId: string; texts: readonly { country: string | null; parts: number }[] }): Quote {
    return quote(pricesOf(db, input.accountId), input.texts)
  },
}

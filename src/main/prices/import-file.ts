import { readPriceList, type PriceRow } from '../../shared/prices/read-price-list.ts'
import type { Price } from '../../shared/prices/price.ts'
import { accountNotFound, isAccountInUse } from '../accounts/in-use.ts'
import { Refused } from '../app/refused.ts'
import { cancelled } from '../imports/cancelled.ts'
import { unescaped } from '../imports/file-row.ts'
import { readRows } from '../imports/read-rows.ts'
import { openFile } from '../imports/scan.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { setPrice } from './rows.ts'

/** A staged price list. */
export interface ImportPrices {
  /** Absolute path of the staged file. */
  path: string
  accountId: string
  /** For rows that name none (ISO 4217). */
  currency: string
  /** `replace` drops prices that the file does not have. */
  mode: 'replace' | 'merge'
  /** Says what would happen, and writes nothing. */
  dryRun: boolean
  /** ms UTC */
  now: number
}

/** What became of the rows: rows = prices + repeated + rejected. */
export interface ImportedPrices {
  rows: number
  prices: Price[]
  repeated: number
  rejected: number
  /** The first refused rows. */
  rejects: { row: number; reason: string; value: string }[]
}

/** Most rows of a price list; those of all networks of the world have about 3,000. */
const MOST_ROWS = 50_000
/** Refused rows that are shown, and the longest value shown of one, in UTF-16 units. */
const MOST_REJECTS = 200
const LONGEST_VALUE = 200

/**
 * Reads a price list and, unless it is a dry run, keeps its prices, all or none.
 * @throws Refused `account_not_found`, `prices_unreadable`, `prices_too_many`, `import_cancelled`, and those of reading a file
 */
export async function importPrices(db: Db, input: ImportPrices, context: OperationContext): Promise<ImportedPrices> {
  if (!isAccountInUse(db, input.accountId)) throw accountNotFound()
  const list = readPriceList(await allRows(db, input.path, context), input.currency)
  if ('missing' in list) {
    const what = list.missing === 'price' ? 'prices, such as 0.35' : 'countries, by name or by calling code'
    throw new Refused(
      'prices_unreadable',
      `No column of this file looks like ${what}. Choose a list with a country and a price in each row.`,
    )
  }
  const { rows, prices, repeated, rejected } = list
  if (!input.dryRun && prices.length > 0) {
    db.transaction(() => {
      if (input.mode === 'replace') statement(db, 'DELETE FROM prices WHERE account_id = ?').run(input.accountId)
      for (const price of prices) setPrice(db, { accountId: input.accountId, price, now: input.now })
    }).immediate()
  }
  const rejects = rejected
    .slice(0, MOST_REJECTS)
    .map((reject) => ({ ...reject, value: reject.value.slice(0, LONGEST_VALUE).toWellFormed() }))
  return { rows, prices, repeated, rejected: rejected.length, rejects }
}

async function allRows(db: Db, path: string, context: OperationContext): Promise<PriceRow[]> {
  const { layout } = await openFile(db, { path, options: {}, defaultCountry: 'SE' }, context)
  const all: PriceRow[] = []
  for await (const batch of readRows(path, layout.format)) {
    for (const { row, cells } of batch) all.push({ row, cells: cells.map((cell) => unescaped(cell.replace(/^\ufeff/, ''))) })
    if (all.length > MOST_ROWS) {
      throw new Refused('prices_too_many', 'This file has more than 50,000 rows, which is no price list. Choose another file.')
    }
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  return all
}

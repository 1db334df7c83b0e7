import * as z from 'zod'
import { MAX_PRICE_MICROS } from '../prices/price.ts'
import { operation } from './base.ts'
import { count, countryCode, id } from './primitives.ts'

/** ISO 4217 code of a currency. */
const currency = z.string().regex(/^[A-Z]{3}$/)

/** What one part to a country costs through an account. */
export const price = z.object({
  /** Null for every country without a price of its own. */
  country: countryCode.nullable(),
  /** Of one part, in millionths of the currency's unit. */
  micros: count.max(MAX_PRICE_MICROS),
  currency,
})

const prices = z.array(price)

export const pricesContract = {
  /** An account's prices, by country; that of the rest comes last. */
  list: operation.input(z.object({ accountId: id })).output(z.object({ prices })),
  /** Sets the price of one country, or of the rest. */
  set: operation.input(price.extend({ accountId: id })).output(z.object({ prices })),
  remove: operation.input(z.object({ accountId: id, country: countryCode.nullable() })).output(z.object({ prices })),
  /** What texts cost through an account: parts by country, as for a campaign. What has no price is named, not guessed. */
  quote: operation
    .input(
      z.object({ accountId: id, texts: z.array(z.object({ country: countryCode.nullable(), parts: count.max(1_000_000_000) })).max(400) }),
    )
    .output(z.object({ sums: z.array(z.object({ currency, micros: count })), unpriced: z.array(countryCode.nullable()) })),
  /**
   * Reads prices from a staged file (see `imports.beginFile`): a table with countries, by name, code or calling code, and
   * prices. Always: rows = prices + repeated + rejected. All or nothing is written; `dryRun` writes nothing.
   */
  importFile: operation
    .input(
      z.object({
        accountId: id,
        fileId: z.uuid(),
        /** For rows that name no currency. */
        currency,
        /** `replace` drops prices that the file does not have. */
        mode: z.enum(['replace', 'merge']),
        dryRun: z.boolean(),
      }),
    )
    .output(
      z.object({
        rows: count,
        /** What the file says, as it would be kept. */
        prices,
        /** Further rows about a country, as lists by network have them: the highest price is kept. */
        repeated: count,
        rejected: count,
        /** The first refused rows. */
        rejects: z.array(z.object({ row: z.int(), reason: z.string(), value: z.string() })),
      }),
    ),
}

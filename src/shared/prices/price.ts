/** What one part to a country costs. */
export interface Price {
  /** ISO 3166-1 alpha-2; null for every country without a price of its own. */
  country: string | null
  /** Of one part, in millionths of the currency's unit: prices are often below a hundredth of it. */
  micros: number
  /** ISO 4217. */
  currency: string
}

/** Parts that go to a country. */
export interface PricedParts {
  /** ISO 3166-1 alpha-2; null where the number does not tell. */
  country: string | null
  /** A whole number. */
  parts: number
}

/** What texts cost, as far as prices are known. */
export interface Quote {
  /** One for each currency, in the order of their codes; in millionths of its unit. */
  sums: { currency: string; micros: number }[]
  /** Countries without a price, in the order asked, each once; null for numbers whose country is not known. */
  unpriced: (string | null)[]
}

/** Millionths in one unit of a currency. */
export const MICROS = 1_000_000
/** Highest price of a part, in millionths: 1,000 units. With 100,000 parts of it, a sum still is an exact integer. */
export const MAX_PRICE_MICROS = 1_000 * MICROS

/** The price of a part to a country; null where none is known. The country's own comes before that of the rest. */
export function priceFor(prices: readonly Price[], country: string | null): Price | null {
  const own = country === null ? undefined : prices.find((price) => price.country === country)
  return own ?? prices.find((price) => price.country === null) ?? null
}

/**
 * What parts cost. Nothing is guessed: what has no price is not in the sums but named, so that a caller can say nothing
 * rather than something too small. Parts of nothing cost nothing and need no price.
 */
export function quote(prices: readonly Price[], texts: readonly PricedParts[]): Quote {
  const sums = new Map<string, number>()
  const unpriced = new Set<string | null>()
  for (const { country, parts } of texts) {
    if (parts === 0) continue
    const price = priceFor(prices, country)
    if (price === null) unpriced.add(country)
    else sums.set(price.currency, (sums.get(price.currency) ?? 0) + price.micros * parts)
  }
  const inOrder = [...sums].sort(([one], [other]) => (one < other ? -1 : 1))
  return { sums: inOrder.map(([currency, micros]) => ({ currency, micros })), unpriced: [...unpriced] }
}

/**
 * An amount as a language writes it, with its currency as a code since many share a sign. Two decimals, or four for
 * less than a tenth of the unit, so that no price reads as nothing. Currencies without smaller money keep to that where it is exact.
 * @param tag of the language, BCP 47
 */
export function moneyWords(micros: number, currency: string, tag: string): string {
  const amount = micros / MICROS
  const digits = amount === 0 || amount >= 0.1 ? undefined : amount >= 0.0001 ? 4 : 6
  const isWhole = Number.isInteger(amount)
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    ...(digits === undefined
      ? isWhole
        ? {}
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: digits }),
  })
    .format(amount)
    .replaceAll('\u00a0', ' ')
}

/** "SEK 0.70", or "EUR 1.20 and SEK 0.70"; empty for no sums. @param tag of the language, BCP 47 */
export function sumWords(sums: Quote['sums'], tag: string): string {
  return new Intl.ListFormat(tag).format(sums.map(({ micros, currency }) => moneyWords(micros, currency, tag)))
}

import { countryInSentence } from '../../../shared/phone/countries.ts'
import { quote, sumWords, type Price, type Quote } from '../../../shared/prices/price.ts'

/** What a text to some people costs, for the line under it. */
export interface PriceWords {
  /** "about SEK 0.70"; null where something has no price: nothing is better than too little. */
  words: string | null
  /** Why there is no price and where to set one; null where there is one. */
  missing: string | null
}

/** @param countries of each recipient, as often as there are recipients; null for a number that does not tell */
export function priceOf(prices: readonly Price[], countries: readonly (string | null)[], parts: number): Quote {
  return quote(
    prices,
    [...Map.groupBy(countries, (country) => country)].map(([country, people]) => ({ country, parts: parts * people.length })),
  )
}

export function priceWords({ sums, unpriced }: Quote, account: string, locale?: string): PriceWords {
  if (unpriced.length > 0) {
    const known = unpriced.flatMap((country) => (country === null ? [] : [countryInSentence(country)]))
    const where = known.length === 0 ? '' : ` for ${new Intl.ListFormat('en').format(known)}`
    return { words: null, missing: `No price set${where}. Set it in Settings › Accounts › ${account}.` }
  }
  return { words: sums.length === 0 ? null : `about ${sumWords(sums, locale)}`, missing: null }
}

/** "about SEK 0.70 more": what parts that need not be cost; null where a price is missing or it is nothing. */
export function extraWords(prices: readonly Price[], countries: readonly (string | null)[], parts: number, locale?: string): string | null {
  const { sums, unpriced } = priceOf(prices, countries, parts)
  const dear = sums.filter(({ micros }) => micros > 0)
  return unpriced.length > 0 || dear.length === 0 ? null : `about ${sumWords(dear, locale)} more`
}

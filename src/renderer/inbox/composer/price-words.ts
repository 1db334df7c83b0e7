import { quote, sumWords, type Price, type Quote } from '../../../shared/prices/price.ts'
import type { Words } from '../../language/words.ts'
import { countryWithin } from '../../settings/countries.ts'

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

/** @param tag by which money and lists are written */
export function priceWords(words: Words<'composer'>, tag: string, { sums, unpriced }: Quote, account: string): PriceWords {
  if (unpriced.length > 0) {
    const known = unpriced.flatMap((country) => (country === null ? [] : [countryWithin(country, tag)]))
    const missing =
      known.length === 0
        ? words('price.missing', { account })
        : words('price.missingFor', { countries: new Intl.ListFormat(tag).format(known), account })
    return { words: null, missing }
  }
  return { words: sums.length === 0 ? null : words('price.about', { money: sumWords(sums, tag) }), missing: null }
}

/** "SEK 0.70": what parts that need not be cost; null where a price is missing or it is nothing. @param tag by which money is written */
export function extraMoney(prices: readonly Price[], countries: readonly (string | null)[], parts: number, tag: string): string | null {
  const { sums, unpriced } = priceOf(prices, countries, parts)
  const dear = sums.filter(({ micros }) => micros > 0)
  return unpriced.length > 0 || dear.length === 0 ? null : sumWords(dear, tag)
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { countryOf } from '../../../shared/phone/index.ts'
import type { Price } from '../../../shared/prices/price.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { extraMoney, priceOf, priceWords, type PriceWords } from './price-words.ts'

const NO_PRICES: readonly Price[] = []

/** What a text costs, from prices the window has: typing never waits for the host. */
export function usePrice(
  account: { id: string; name: string } | undefined,
  to: readonly string[],
): {
  ofParts(parts: number): PriceWords
  /** "SEK 0.70", for parts that need not be. */
  extra(parts: number): string | null
} {
  const { queries } = useHost()
  const words = useWords('composer')
  const tag = useFormatTag()
  const id = account?.id
  const { data } = useQuery(queries.prices.list.queryOptions({ input: { accountId: id ?? '' }, enabled: id !== undefined }))
  const prices = data?.prices ?? NO_PRICES
  const numbers = to.join()
  const countries = useMemo(() => (numbers === '' ? [] : numbers.split(',').map((number) => countryOf(number))), [numbers])
  return {
    ofParts(parts) {
      if (data === undefined || account === undefined || countries.length === 0 || parts === 0) return { words: null, missing: null }
      return priceWords(words, tag, priceOf(prices, countries, parts), account.name)
    },
    extra: (parts) => (countries.length === 0 ? null : extraMoney(prices, countries, parts, tag)),
  }
}

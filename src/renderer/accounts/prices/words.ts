import type { Words } from '../../language/words.ts'
import { countryWords } from '../../settings/countries.ts'

/** "Sweden +46", or what stands for the rest. @param tag of the language the country is named in */
export function priceCountry(words: Words<'prices'>, tag: string, country: string | null): string {
  return country === null ? words('rest') : countryWords(country, tag)
}

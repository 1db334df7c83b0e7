import { countryWords } from '../../settings/countries.ts'

/** "Sweden +46", or what stands for the rest. */
export function priceCountry(country: string | null): string {
  return country === null ? 'All other countries' : countryWords(country)
}

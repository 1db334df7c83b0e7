import { phoneCountries, type PhoneCountry } from '../../shared/phone/countries.ts'

/** Every country numbers can be from, by its English name. */
export const COUNTRIES: readonly PhoneCountry[] = phoneCountries('en')

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))

/** Whether numbers can be from the country with this code. */
export function isCountry(code: string): boolean {
  return byCode.has(code)
}

/** "Sweden +46"; the code itself where it is no country. */
export function countryWords(code: string): string {
  const country = byCode.get(code)
  return country === undefined ? code : `${country.name} ${country.callingCode}`
}

import { getCountries, getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min'

/** A country numbers can be from. */
export interface Country {
  /** ISO 3166-1 alpha-2, upper case. */
  code: string
  name: string
  /** With the plus sign: "+46". */
  callingCode: string
}

const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** Every country and territory with a calling code of its own, by name. */
export const COUNTRIES: readonly Country[] = getCountries()
  .map((code: CountryCode) => ({ code, name: names.of(code) ?? code, callingCode: `+${getCountryCallingCode(code)}` }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))

/** The country with this code, or null where numbers cannot be from it. */
export function findCountry(code: string): Country | null {
  return byCode.get(code) ?? null
}

/** "Sweden +46"; the code itself where it is no country. */
export function countryWords(code: string): string {
  const country = findCountry(code)
  return country === null ? code : `${country.name} ${country.callingCode}`
}

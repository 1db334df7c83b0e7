import { type CountryCode, getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { knownCountry } from './countries.ts'

/**
 * The country a number (E.164) belongs to, as ISO 3166-1 alpha-2; null for one that belongs to none, such as a satellite
 * phone, and for what is no number. A number in a range nobody has given out yet counts for the main country of its
 * calling code.
 */
export function countryOf(e164: string): CountryCode | null {
  if (!e164.startsWith('+')) return null
  const number = parsePhoneNumberFromString(e164, { extract: false })
  return number?.country ?? number?.getPossibleCountries()[0] ?? null
}

const countriesByCallingCode = Map.groupBy(getCountries(), (country) => String(getCountryCallingCode(country)))

/**
 * Whether a number belongs to a country, the same as asking {@link countryOf}, but fast enough for a million numbers: only
 * where several countries share a calling code is the number taken apart.
 * @param code ISO 3166-1 alpha-2 in either case; one that is unknown holds for no number
 */
export function createCountryTest(code: string): (e164: string) => boolean {
  const country = knownCountry(code)
  if (country === undefined) return () => false
  const callingCode = getCountryCallingCode(country)
  const isShared = (countriesByCallingCode.get(callingCode)?.length ?? 0) > 1
  return (e164) => e164.startsWith(`+${callingCode}`) && (!isShared || countryOf(e164) === country)
}

import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import { knownCountry } from '../phone/countries.ts'
import { foldText } from '../text/fold.ts'

/** A country as a price list writes it. */
export interface CountryReading {
  /** ISO 3166-1 alpha-2; null for every country that has no row of its own. */
  country: string | null
}

/** Languages whose names of countries are known. */
const LOCALES = ['en', 'sv', 'nl', 'de', 'fr', 'es', 'nb', 'da', 'fi']

/** Names in common use that are not those of the standard. */
const OTHER_NAMES: readonly (readonly [name: string, country: string])[] = [
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['uae', 'AE'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['russian federation', 'RU'],
  ['korea, republic of', 'KR'],
  ['viet nam', 'VN'],
  ['ivory coast', 'CI'],
]

/** What stands for all countries without a row of their own. */
const REST = new Set([
  '*',
  'default',
  'other',
  'others',
  'other countries',
  'all other countries',
  'rest',
  'rest of world',
  'rest of the world',
  'row',
  'ovriga',
  'ovriga lander',
  'overige',
  'overige landen',
])

const countriesByCallingCode = Map.groupBy(getCountries(), (country) => String(getCountryCallingCode(country)))

let names: Map<string, string> | null = null

/** Made at the first use: it takes a moment. */
function countryNames(): Map<string, string> {
  if (names !== null) return names
  names = new Map()
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames([locale], { type: 'region' })
    for (const country of getCountries()) {
      const name = foldText(display.of(country) ?? country)
      if (!names.has(name)) names.set(name, country)
    }
  }
  for (const [name, country] of OTHER_NAMES) names.set(name, country)
  return names
}

/** A country by its name in one of nine languages, or by its code (ISO 3166-1 alpha-2); null where it is neither. What stands behind a dash, comma or bracket, such as a network, does not count. */
export function readCountryName(cell: string): CountryReading | null {
  const whole = foldText(cell.trim())
  if (whole === '') return null
  for (const name of [whole, whole.split(/\s+[-–—:/|]\s*|\s*[,(:;]/u)[0]?.trim() ?? '']) {
    if (REST.has(name)) return { country: null }
    const country = (/^[a-z]{2}$/.test(name) ? knownCountry(name) : undefined) ?? countryNames().get(name)
    if (country !== undefined) return { country }
  }
  return null
}

/**
 * The country of a calling code, such as `+46`, `0046` or `4670`; null where no country has it. A code that several share
 * (as +1) stands for the main one when written alone, and for none with digits behind it: those would need a list of networks.
 */
export function readCallingCode(cell: string): CountryReading | null {
  const digits = cell
    .trim()
    .replace(/^(?:\+|00)/, '')
    .replaceAll(/[\s()-]/g, '')
  if (!/^[1-9]\d{0,9}$/.test(digits)) return null
  for (let length = Math.min(3, digits.length); length > 0; length -= 1) {
    const countries = countriesByCallingCode.get(digits.slice(0, length))
    if (countries === undefined) continue
    if (digits.length > length && countries.length > 1) return null
    return { country: mainCountry(digits.slice(0, length), countries) }
  }
  return null
}

/** The country whose numbers most people mean by a shared calling code. */
const MAIN: Readonly<Record<string, string>> = {
  '1': 'US',
  '7': 'RU',
  '39': 'IT',
  '44': 'GB',
  '47': 'NO',
  '61': 'AU',
  '64': 'NZ',
  '212': 'MA',
  '262': 'RE',
  '290': 'SH',
  '358': 'FI',
  '590': 'GP',
  '599': 'CW',
}

function mainCountry(callingCode: string, countries: readonly string[]): string {
  return MAIN[callingCode] ?? countries[0] ?? ''
}

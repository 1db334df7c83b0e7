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

/** A country as the choice lists it. */
interface CountryOption {
  /** ISO 3166-1 alpha-2. */
  value: string
  label: string
}

/**
 * The countries that fit what was typed, the likeliest first: the code or calling code itself, then a name
 * or calling code that begins with it, then names with a word that does, then names that hold it anywhere.
 */
export function rankCountries<T extends CountryOption>(options: readonly T[], typed: string): T[] {
  const wanted = fold(typed)
  if (wanted === '') return [...options]
  const ranked = options.map((option) => ({ option, rank: rankOf(option, wanted) }))
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .map(({ option }) => option)
}

const NO_MATCH = 4

function rankOf({ value, label }: CountryOption, wanted: string): number {
  const name = fold(label)
  const callingCode = label.slice(label.lastIndexOf('+'))
  if (value.toLowerCase() === wanted || callingCode === wanted || callingCode === `+${wanted}`) return 0
  if (name.startsWith(wanted) || callingCode.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`)) return 2
  return name.includes(wanted) ? 3 : NO_MATCH
}

/** Without accents and capitals, so that "cote" finds "Côte d’Ivoire". */
function fold(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

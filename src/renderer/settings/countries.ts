import { countryInSentence, knownCountry, phoneCountries, type PhoneCountry } from '../../shared/phone/countries.ts'

/** Whether numbers can be from the country with this code. */
export function isCountry(code: string): boolean {
  return knownCountry(code) !== undefined
}

/** "Sweden +46"; the code itself where it is no country. @param tag of the language the country is named in */
export function countryWords(code: string, tag = 'en'): string {
  const country = phoneCountries(tag).find((each) => each.code === code)
  return country === undefined ? code : labelOf(country)
}

/** Within a sentence: "Sweden", "the Netherlands"; what is no country as it is. @param tag of the language the country is named in */
export function countryWithin(code: string, tag: string): string {
  const known = knownCountry(code)
  if (known === undefined) return code
  return /^en\b/.test(tag) ? countryInSentence(known) : (new Intl.DisplayNames(tag, { type: 'region' }).of(known) ?? code)
}

/** Every country numbers can be from, by its name in a language. @param tag of that language */
export function countryOptions(tag: string): CountryOption[] {
  return phoneCountries(tag).map((country) => ({ value: country.code, label: labelOf(country) }))
}

function labelOf({ name, callingCode }: PhoneCountry): string {
  return `${name} ${callingCode}`
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

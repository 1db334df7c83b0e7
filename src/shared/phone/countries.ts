import { type CountryCode, getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'

/** A country numbers can be from. */
export interface PhoneCountry {
  /** ISO 3166-1 alpha-2. */
  code: string
  /** In the language asked for. */
  name: string
  /** With its `+`, such as `+46`. */
  callingCode: string
}

/** Every country libphonenumber knows, in alphabetical order of the language. @param locale BCP 47, such as `en` */
export function phoneCountries(locale = 'en'): PhoneCountry[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const order = new Intl.Collator(locale)
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: `+${getCountryCallingCode(code)}` }))
    .sort((a, b) => order.compare(a.name, b.name))
}

const knownCodes = new Map<string, CountryCode>(getCountries().map((code) => [code, code]))

/** The code if numbers of that country can be read, else undefined. Takes lower case too. */
export function knownCountry(code: string | undefined): CountryCode | undefined {
  if (code === undefined) return undefined
  const known = knownCodes.get(code)
  if (known !== undefined) return known
  const upper = code.toUpperCase()
  return isSupportedCountry(upper) ? upper : undefined
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'region' })

/** English names that take an article. */
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Central African|Dominican Republic|Isle of|Vatican|British|U\.S\.)|Islands$/

/** English name for the middle of a sentence: "Sweden", "the Netherlands". */
export function countryInSentence(code: string): string {
  const name = englishNames.of(code) ?? code
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}

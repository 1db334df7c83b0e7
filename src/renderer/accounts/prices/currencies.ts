/** Countries of the customers this desk is made for, and what their money is called (ISO 4217). */
const OF_COUNTRY: Readonly<Record<string, string>> = {
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  GB: 'GBP',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  IN: 'INR',
  PL: 'PLN',
  CZ: 'CZK',
  NG: 'NGN',
  GH: 'GHS',
  KE: 'KES',
  ZA: 'ZAR',
}

/** What a price list of a desk in this country is likely in: only where a form begins, a person sees and changes it. */
export function likelyCurrency(country: string): string {
  return OF_COUNTRY[country] ?? 'EUR'
}

/** All currencies, as a choice lists them. @param tag of the language they are named in */
export function currencyOptions(tag: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([tag], { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code}  ${names.of(code) ?? ''}`.trim() }))
}

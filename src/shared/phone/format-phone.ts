import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number for the eye, in its country's groups: `+46 70 174 06 05`. What is not E.164 comes back as it is. */
export function formatPhone(e164: string): string {
  if (!/^\+\d{6,15}$/.test(e164)) return e164
  return parsePhoneNumberFromString(e164, { extract: false })?.formatInternational() ?? e164
}

/** Kind of line, as libphonenumber's metadata knows it. In some countries mobile and landline look alike. */
export type PhoneType =
  | 'mobile'
  | 'landline'
  | 'mobile_or_landline'
  | 'voip'
  | 'toll_free'
  | 'premium_rate'
  | 'shared_cost'
  | 'personal'
  | 'pager'
  | 'company'
  | 'voicemail'

/** What a written number means, or a sentence saying why it means none that can be texted. */
export type PhoneReading = ReadNumber | RefusedNumber

export interface ReadNumber {
  valid: true
  /** `+` and 7 to 15 digits (ITU-T E.164). */
  e164: string
  /** ISO 3166-1 alpha-2; null for numbers that belong to no country, such as +800. */
  country: string | null
  type: PhoneType
  /** What had to be mended, in a few lower-case words; null when the number was whole as written. */
  note: string | null
}

export interface RefusedNumber {
  valid: false
  /** A sentence for the clerk. */
  reason: string
}

/** @param reason a whole sentence for a clerk */
export function refuse(reason: string): RefusedNumber {
  return { valid: false, reason }
}

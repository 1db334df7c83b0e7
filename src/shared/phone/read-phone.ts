import {
  type CountryCode,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { readCleanMobile } from './clean-mobile.ts'
import { countryInSentence, knownCountry } from './countries.ts'
import { digitsOf, LONGEST_NOTATION, PLAIN, plainNotation, repairSpreadsheetNumber, splitExtension } from './notation.ts'
import { type PhoneReading, type PhoneType, refuse } from './reading.ts'

/** libphonenumber's names in the words of the desk. */
const TYPES: Readonly<Record<NonNullable<ReturnType<PhoneNumber['getType']>>, PhoneType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'mobile_or_landline',
  VOIP: 'voip',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'company',
  VOICEMAIL: 'voicemail',
}

const NO_NUMBER = 'There is no number in it.'
const ZERO_PUT_BACK = '0 put back'
const PLUS_PUT_BACK = '+ put back'
const SPREADSHEET_MENDED = 'spreadsheet notation undone'

/**
 * Reads one phone number as a person or a program wrote it.
 *
 * A number is mended only where nothing else can be meant: a lost `+` or leading 0, all digits of a spreadsheet's
 * notation, a zero in parentheses. Where digits were lost, or two different numbers are possible, it is refused
 * with the reason: a text to a stranger is worse than one not sent. Short codes, names and numbers with an
 * extension are no recipients.
 *
 * @param country ISO 3166-1 alpha-2, for numbers written without a country; left out or unknown: these are refused
 */
export function readPhone(raw: string, country?: string): PhoneReading {
  if (raw.length > LONGEST_NOTATION) return refuse('It is too long to be a phone number.')
  const notation = plainNotation(raw)
  return readCleanMobile(notation, knownCountry(country)) ?? readNotation(notation, country)
}

/** Reads any number of a plain notation (see {@link plainNotation}) with the library alone. */
export function readNotation(notation: string, country: string | undefined): PhoneReading {
  const repair = repairSpreadsheetNumber(notation)
  if (repair?.kind === 'digits_lost') {
    return refuse(
      'A spreadsheet damaged this number, and digits are lost. Format the column as text, type the number again and save the file once more.',
    )
  }
  const reading = readDigits(repair?.digits ?? notation, knownCountry(country))
  if (repair === null || !reading.valid) return reading
  return { ...reading, note: reading.note === null ? SPREADSHEET_MENDED : `${SPREADSHEET_MENDED}, ${reading.note}` }
}

function readDigits(notation: string, country: CountryCode | undefined): PhoneReading {
  if (!/\d/.test(notation)) return refuse(NO_NUMBER)
  const extended = PLAIN.test(notation) ? null : splitExtension(notation)
  if (extended !== null) {
    return refuse(
      `It has an extension (${extended.extension}), and an extension cannot be texted. Use a mobile number, or the number without the extension.`,
    )
  }
  if (/\p{L}/u.test(notation)) return refuse('It has letters in it, so it is not a phone number.')
  if (/[;,:|\n]/.test(notation)) return refuse('There is more than one number in it, or a sign that does not belong in a number.')
  const written = digitsOf(notation)
  if (written === null) return refuse('It has signs in it that do not belong in a phone number.')

  const read = written.international ? international : national
  // "(0)" is dialled within the country only. Where it belongs to the number (Italy), leaving it out gives none.
  const shortened = written.withoutTrunkZero === null ? null : read(written.withoutTrunkZero, country)
  return shortened?.valid === true ? shortened : read(written.digits, country)
}

/** Digits after a `+`. */
function international(digits: string, country: CountryCode | undefined): PhoneReading {
  // "+00 46 …" and "+0 70 …": no calling code begins with 0 (ITU-T E.164), so the + was put there by mistake.
  if (digits.startsWith('00')) return international(digits.slice(2), country)
  if (digits.startsWith('0') && country !== undefined) return national(digits, country)
  const number = parsePhoneNumberFromString(`+${digits}`, { extract: false })
  return accept(number, null) ?? refuse(whyNot(`+${digits}`, number, undefined))
}

/** Digits without a `+`: in the notation of `country`, or international with `00` or with the `+` lost. */
function national(digits: string, country: CountryCode | undefined): PhoneReading {
  if (country === undefined) {
    if (digits.startsWith('00')) return international(digits.slice(2), undefined)
    return refuse('It has no country. Write it with + and the calling code, or choose the country it is from.')
  }
  const number = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false })
  const asWritten = accept(number, null)
  if (digits.startsWith('00')) {
    if (asWritten !== null) return asWritten
    return international(digits.slice(2), country)
  }
  if (digits.startsWith('0') || number === undefined) {
    return asWritten ?? refuse(whyNot(digits, number, country))
  }

  const callingCode = getCountryCallingCode(country)
  const plusLost = digits.startsWith(callingCode)
    ? accept(parsePhoneNumberFromString(`+${digits}`, { extract: false }), PLUS_PUT_BACK)
    : null
  // libphonenumber itself takes digits that begin with the calling code for international where they fit nothing else.
  const isNational = asWritten !== null && asWritten.e164 !== plusLost?.e164
  if (asWritten !== null && plusLost !== null && !isNational) {
    const codeIsTrunkPrefix = callingCode === '1' || callingCode === '7'
    return codeIsTrunkPrefix ? asWritten : plusLost
  }
  if (
    isNational &&
    number !== undefined &&
    digits === number.nationalNumber &&
    number.formatNational({ nationalPrefix: false }).replaceAll(/\D/g, '') === `0${digits}`
  ) {
    asWritten.note = ZERO_PUT_BACK
  }
  if (!isNational || plusLost === null) return (isNational ? asWritten : plusLost) ?? refuse(whyNot(digits, number, country))
  return decide(asWritten, plusLost)
}

/** Both a lost `+` and a national number would do: the one that can be a mobile, if the other cannot. */
function decide(asNational: PhoneReading & { valid: true }, plusLost: PhoneReading & { valid: true }): PhoneReading {
  if (asNational.note === null) return asNational
  const nationalMobile = canBeMobile(asNational.type)
  const plusMobile = canBeMobile(plusLost.type)
  if (plusMobile && !nationalMobile) return plusLost
  if (nationalMobile && !plusMobile) return asNational
  return refuse(`It can be read as two different numbers, ${plusLost.e164} and ${asNational.e164}. Write it with + and the calling code.`)
}

function canBeMobile(type: PhoneType): boolean {
  return type === 'mobile' || type === 'mobile_or_landline'
}

function accept(number: PhoneNumber | undefined, note: string | null): (PhoneReading & { valid: true }) | null {
  if (number === undefined || number.ext !== undefined) return null
  // A type is found exactly when the number is valid; asking once halves the cost of a million-row import.
  const type = number.getType()
  if (type === undefined || !/^\+[1-9]\d{5,14}$/.test(number.number)) return null
  return { valid: true, e164: number.number, country: number.country ?? null, type: TYPES[type], note }
}

function whyNot(digits: string, number: PhoneNumber | undefined, country: CountryCode | undefined): string {
  const place = number?.country ?? country
  const named = place === undefined ? '' : ` in ${countryInSentence(place)}`
  const elsewhere = country === undefined ? '' : ' If it is from another country, write it with + and the calling code.'
  const problem = country === undefined ? validatePhoneNumberLength(digits) : validatePhoneNumberLength(digits, country)
  if (problem === 'INVALID_COUNTRY') return 'No country has a calling code that begins like this.'
  if (problem === 'TOO_SHORT' || problem === 'NOT_A_NUMBER') return `It is too short to be a phone number${named}.${elsewhere}`
  if (problem === 'TOO_LONG') return `It is too long to be a phone number${named}.${elsewhere}`
  return `It is not a phone number in use${named}.${elsewhere}`
}

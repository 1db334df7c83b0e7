import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readPhone } from '../../../shared/phone/index.ts'
import { senderProblem } from '../sender.ts'
import { readBaseUrl } from './address.ts'
import { MAX_NUMBER_DIGITS, MAX_SHORT_CODE_DIGITS, MIN_NUMBER_DIGITS, PROVIDER } from './facts.ts'

/** An account's configuration, as it is kept. */
type Config = Readonly<Record<string, string>>

/** The number texts are sent from, as digits; null where there is none that can be used. */
export function fromOf(config: Config): string | null {
  return readNumber(config['from'] ?? '')
}

/** The number calls come from, as digits; null where there is none that can be used. */
export function callerIdOf(config: Config): string | null {
  return readNumber(config['callerId'] ?? '')
}

/** The name recipients see in place of the number; null for none. */
export function senderMaskOf(config: Config): string | null {
  const mask = (config['senderMask'] ?? '').trim()
  return mask === '' ? null : mask
}

/** Where reports of calls go, exactly as it was entered; null for nowhere. */
export function callbackUrlOf(config: Config): string | null {
  const url = config['callbackUrl'] ?? ''
  return url.trim() === '' ? null : url
}

/** Problems of an account form by field key, as sentences. */
export function checkSettings(config: Config): Record<string, string> {
  const problems: Record<string, string> = {}
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('problem' in address) problems['baseUrl'] = address.problem
  if (fromOf(config) === null)
    problems['from'] = numberProblem(config['from'] ?? '', 'Enter the SnapCall number or short code to send from.')
  const mask = senderMaskOf(config)
  const maskWrong = mask === null ? null : maskProblem(mask)
  if (maskWrong !== null) problems['senderMask'] = maskWrong
  const callerId = config['callerId'] ?? ''
  if (callerId.trim() !== '' && callerIdOf(config) === null) problems['callerId'] = numberProblem(callerId, '')
  const callbackUrl = callbackUrlOf(config)
  if (callbackUrl !== null && !isWebAddress(callbackUrl)) {
    problems['callbackUrl'] = 'This is not a web address. It should begin with https:// and have no blanks.'
  }
  return problems
}

/** What is allowed but unwise, by field key, as sentences. */
export function warnSettings(config: Config): Record<string, string> {
  const warnings: Record<string, string> = {}
  for (const [key, digits] of [
    ['from', fromOf(config)],
    ['callerId', callerIdOf(config)],
  ] as const) {
    if (digits === null || digits.length <= MAX_SHORT_CODE_DIGITS || readPhone(`+${digits}`).valid) continue
    warnings[key] = 'This does not look like a number with its country code. Check that the country code stands in front.'
  }
  return warnings
}

/**
 * The calling code of the country the account sends in, without `+`: nothing is delivered abroad (§3.2). Null where the
 * number does not tell, as a short code.
 */
export function homeCallingCode(config: Config): string | null {
  const from = fromOf(config)
  return from === null || from.length <= MAX_SHORT_CODE_DIGITS ? null : callingCodeOf(`+${from}`)
}

/** The calling code a number in E.164 begins with, without `+`; null where no country has it. */
export function callingCodeOf(number: string): string | null {
  return parsePhoneNumberFromString(number, { extract: false })?.countryCallingCode ?? null
}

/**
 * A number as it goes out, from what somebody typed: digits with the country code, or a short code. Null where it is
 * neither: a full number never begins with 0 (ITU-T E.164).
 */
function readNumber(raw: string): string | null {
  const digits = raw.replaceAll(/[\s().-]/g, '').replace(/^\+|^00(?=\d{9})/, '')
  if (!/^\d+$/.test(digits) || digits.length < MIN_NUMBER_DIGITS || digits.length > MAX_NUMBER_DIGITS) return null
  return digits.length > MAX_SHORT_CODE_DIGITS && digits.startsWith('0') ? null : digits
}

function numberProblem(raw: string, whenEmpty: string): string {
  const value = raw.trim()
  if (value === '') return whenEmpty
  if (/[^\d\s().+-]/.test(value)) return 'This must be a number: digits only, with the country code in front.'
  if (value.replaceAll(/\D/g, '').startsWith('0')) return 'Write the number with its country code in front, without a leading 0.'
  return `A number has ${MIN_NUMBER_DIGITS} to ${MAX_NUMBER_DIGITS} digits, with the country code in front.`
}

/** A brand name is a name: a number in its place would pass the account off as another. */
function maskProblem(mask: string): string | null {
  if (/^\+?\d+$/.test(mask)) return `A sender name needs at least one letter. ${PROVIDER} shows your number by itself when this is empty.`
  return senderProblem(mask, MAX_NUMBER_DIGITS)
}

function isWebAddress(text: string): boolean {
  const url = /\s/.test(text) ? null : URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

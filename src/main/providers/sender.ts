import { septetsOf } from '../../shared/segments/alphabet.ts'

/** Longest alphanumeric sender, in septets: the address field holds 10 octets (3GPP TS 23.040, clause 9.1.2.5). */
const MAX_NAME_SEPTETS = 11

/**
 * Checks what recipients see as sender: a name of at most 11 characters of the GSM alphabet with at least one
 * letter, or a number.
 * @param maxDigits longest number the provider takes
 * @returns the problem as a sentence, or null
 */
export function senderProblem(sender: string, maxDigits: number): string | null {
  const value = sender.trim()
  if (value === '') return 'Enter the name or number that recipients see as sender.'
  if (/^\+?\d+$/.test(value)) {
    return digitsOf(value).length <= maxDigits ? null : `A sender number has at most ${maxDigits} digits.`
  }
  let septets = 0
  for (const char of value) {
    const cost = septetsOf(char.codePointAt(0) ?? 0)
    if (cost === 0 || char < ' ') return `The sender cannot contain “${char < ' ' ? '?' : char}”. Use plain letters, digits and spaces.`
    septets += cost
  }
  if (septets > MAX_NAME_SEPTETS) {
    return `A sender name has at most ${MAX_NAME_SEPTETS} characters; this one takes ${septets}.`
  }
  return /\p{L}/u.test(value) ? null : 'A sender name needs at least one letter. For a number, use digits only.'
}

/** A number without its `+`. */
export function digitsOf(number: string): string {
  return number.replace(/^\+/, '')
}

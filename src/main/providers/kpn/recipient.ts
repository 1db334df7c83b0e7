import type { MessageProblem } from '../types.ts'

/**
 * Why the classic product would not take a number (§3.1): it texts Dutch mobiles only. Null when it would.
 * @param to E.164 with `+`
 */
export function classicRecipientProblem(to: string): MessageProblem | null {
  if (/^\+3197\d+$/.test(to) || /^\+316[1-68]\d{7}$/.test(to)) return null
  const range = /^\+316([079])/.exec(to)?.[1]
  if (range !== undefined) {
    return {
      code: 'recipient_invalid',
      message: `Numbers that begin with 06${range} are not mobiles that KPN can text. Check the number.`,
    }
  }
  return {
    code: 'recipient_invalid',
    message:
      'With KPN’s classic product only Dutch mobile numbers (06 or 097) can be texted. Send this text with another account, or choose the current product in Settings › Accounts if KPN gave you that one.',
  }
}

/**
 * A number as KPN may write it in a report, in E.164 with `+`: international digits with `+`, `00` or nothing before
 * them, or Dutch with a nought. Null where it cannot be read.
 */
export function readReportedNumber(raw: string): string | null {
  const digits = raw
    .trim()
    .replace('(0)', '')
    .replaceAll(/[\s().-]/g, '')
  if (!/^\+?\d{7,20}$/.test(digits)) return null
  const international = digits.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : digits.startsWith('0')
        ? `+31${digits.slice(1)}`
        : `+${digits}`
  // No Dutch number goes on with a nought: this one is the nought of the Dutch form left in.
  const number = international.replace(/^\+310/, '+31')
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null
}

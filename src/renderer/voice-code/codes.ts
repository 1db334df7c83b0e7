import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import { daysBetween } from '../components/times.ts'
import type { Times } from '../language/times.ts'
import type { Words } from '../language/words.ts'
import { LAPSED, statusWords, type StatusWords } from '../inbox/thread/statusWords.ts'

/** Digits of a code that is made here, where the provider takes that many. */
const USUAL_DIGITS = 6

/** Accounts that can call a number and speak a code. */
export function accountsThatCall(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ capabilities }) => capabilities !== null && capabilities.voiceCode !== null)
}

/** Digits without the spaces and hyphens people write between them. */
function plainDigits(digits: string): string {
  return digits.replaceAll(/[\s-]/g, '')
}

/** Why an account's provider would not speak these digits; null when it would. The host has the last word. */
export function codeProblem(
  words: Words<'voiceCode'>,
  digits: string,
  { capabilities, providerName }: Pick<Account, 'capabilities' | 'providerName'>,
): string | null {
  const plain = plainDigits(digits)
  if (plain === '') return words('form.codeMissing')
  if (!/^[0-9]+$/.test(plain)) return words('form.codeNotDigits')
  const length = capabilities?.voiceCode ?? null
  if (length === null || (plain.length >= length.minDigits && plain.length <= length.maxDigits)) return null
  return words('form.codeLength', { provider: providerName, min: length.minDigits, max: length.maxDigits })
}

/** The same while it is typed: null for as long as more digits may still make it right. */
export function typingProblem(
  words: Words<'voiceCode'>,
  digits: string,
  account: Pick<Account, 'capabilities' | 'providerName'>,
): string | null {
  const plain = plainDigits(digits)
  const isShort = /^[0-9]*$/.test(plain) && plain.length < (account.capabilities?.voiceCode?.minDigits ?? 1)
  return isShort ? null : codeProblem(words, digits, account)
}

/** "4 to 10 digits": how long a code an account's provider speaks; null where it does not say. */
export function lengthWords(words: Words<'voiceCode'>, { capabilities }: Pick<Account, 'capabilities'>): string | null {
  const length = capabilities?.voiceCode ?? null
  if (length === null) return null
  const { minDigits, maxDigits } = length
  return minDigits === maxDigits
    ? words('form.lengthExact', { count: minDigits })
    : words('form.length', { min: minDigits, max: maxDigits })
}

/** A code nobody can guess, as long as the provider takes. */
export function newCode({ capabilities }: Pick<Account, 'capabilities'>): string {
  const { minDigits, maxDigits } = capabilities?.voiceCode ?? { minDigits: USUAL_DIGITS, maxDigits: USUAL_DIGITS }
  const length = Math.min(maxDigits, Math.max(minDigits, USUAL_DIGITS))
  return Array.from({ length }, randomDigit).join('')
}

/** Uniform: the bytes that would favour the first digits are thrown away. */
function randomDigit(): string {
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < 250) return String(byte % 10)
  }
}

/** What became of a call, in words for the line beside it. Times in ms UTC. */
export function callWords(
  words: Words<'voiceCode'>,
  textWords: Words<'messages'>,
  times: Times,
  message: Parameters<typeof statusWords>[2],
  now: number,
): StatusWords {
  const asText = statusWords(textWords, times, message, now)
  switch (message.status) {
    case 'sending':
      return { ...asText, words: words('states.calling') }
    case 'sent':
      return { ...asText, words: words('states.called') }
    case 'delivered':
      return { ...asText, words: words('states.answered', { moment: whenAnswered(times, message, now) }) }
    case 'undelivered':
      return { ...asText, words: words('states.notAnswered') }
    case 'failed':
      return { ...asText, words: words('states.notCalled') }
    case 'expired':
      return { ...asText, words: message.error?.code === LAPSED ? words('states.lapsed') : words('states.notAnswered') }
    default:
      return asText
  }
}

/** When a call was answered, shortened where its own time already says it. */
function whenAnswered(times: Times, { createdAt, statusAt }: Pick<Message, 'createdAt' | 'statusAt'>, now: number): string {
  return daysBetween(createdAt, statusAt) === 0 ? times.clock(statusAt) : times.moment(statusAt, now)
}

/** Codes that were called before, newest first, without the call that is shown already. */
export function earlierCodes(messages: readonly Message[], shownId: string | null, most: number): Message[] {
  return messages.filter(({ kind, direction, id }) => kind === 'voice_code' && direction === 'outbound' && id !== shownId).slice(0, most)
}

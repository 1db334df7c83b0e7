import type { SandboxBehaviour } from '../../shared/contract/desk.ts'

/** One choice of how the sandbox carrier behaves, in words. */
export interface BehaviourChoice<T extends string> {
  value: T
  label: string
  /** What the desk will show. */
  meaning: string
}

/** What the carrier answers when the desk sends a text. */
export const ANSWERS: readonly BehaviourChoice<SandboxBehaviour['answer']>[] = [
  { value: 'accept', label: 'Takes every text', meaning: 'A good day: texts become sent, then what is chosen below.' },
  { value: 'refuse_number', label: 'Refuses the number', meaning: 'Texts fail at once, as with a number that does not exist.' },
  { value: 'wrong_token', label: 'Refuses the key', meaning: 'The account is paused and asks for its key; texts wait.' },
  { value: 'no_credit', label: 'Out of credit', meaning: 'The account is paused until you resume it; texts wait.' },
  { value: 'busy', label: 'Too busy', meaning: 'Texts wait and are tried again by themselves.' },
  {
    value: 'server_error',
    label: 'Breaks down',
    meaning: 'It answers with an error after reading the text, so nobody knows whether it was taken.',
  },
  {
    value: 'drop_before',
    label: 'Hangs up before taking the text',
    meaning: 'Whether it went out cannot be known from here, although it did not.',
  },
  { value: 'drop_after', label: 'Takes the text, then hangs up', meaning: 'Nobody knows whether it went out, although it did.' },
  { value: 'silent', label: 'Takes the text, never answers', meaning: 'After a while nobody knows whether it went out, although it did.' },
  {
    value: 'unreadable',
    label: 'Takes the text, answers nonsense',
    meaning: 'The answer cannot be understood, so nobody knows whether it went out.',
  },
]

/** What becomes of the texts the carrier takes. */
export const RECEIPTS: readonly BehaviourChoice<SandboxBehaviour['receipt']>[] = [
  { value: 'delivered', label: 'Delivered', meaning: 'The text reaches the phone.' },
  { value: 'undelivered', label: 'Not delivered', meaning: 'The phone cannot be reached.' },
  { value: 'expired', label: 'Expired', meaning: 'The phone was off for too long.' },
  { value: 'rejected', label: 'Rejected by the operator', meaning: 'The operator turns the text away.' },
  { value: 'unknown', label: 'A word nobody knows', meaning: 'The report cannot be understood, so the text stays sent.' },
  { value: 'none', label: 'No report', meaning: 'The carrier never says what became of the text.' },
]

/** Waits offered, in milliseconds, with their words. */
export const DELAYS: readonly { value: number; label: string }[] = [
  { value: 0, label: 'At once' },
  { value: 300, label: 'After a blink' },
  { value: 1_500, label: 'After a second or two' },
  { value: 10_000, label: 'After 10 seconds' },
  { value: 60_000, label: 'After a minute' },
]

/** The waits offered and, if it is none of them, the one in force. */
export function delayChoices(current: number): { value: number; label: string }[] {
  if (DELAYS.some((delay) => delay.value === current)) return [...DELAYS]
  const seconds = current / 1_000
  return [...DELAYS, { value: current, label: `After ${seconds} seconds` }].sort((a, b) => a.value - b.value)
}

/** A carrier on a good day. */
export const GOOD_DAY = {
  answer: 'accept',
  receipt: 'delivered',
  receiptCopies: 1,
  receiptBeforeAnswer: false,
} as const satisfies Partial<SandboxBehaviour>

/** Whether the carrier is on a good day already; how long it waits does not matter. */
export function isGoodDay(behaviour: SandboxBehaviour): boolean {
  const { answer, receipt, receiptCopies, receiptBeforeAnswer } = behaviour
  return (
    answer === GOOD_DAY.answer &&
    receipt === GOOD_DAY.receipt &&
    receiptCopies === GOOD_DAY.receiptCopies &&
    receiptBeforeAnswer === GOOD_DAY.receiptBeforeAnswer
  )
}

/** Whether the carrier takes texts in when it answers like this, so that a report can follow. */
export function takesTexts(answer: SandboxBehaviour['answer']): boolean {
  return answer === 'accept' || answer === 'drop_after' || answer === 'silent' || answer === 'unreadable'
}

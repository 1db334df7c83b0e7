import type { Account } from '../../shared/contract/accounts.ts'
import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { SANDBOX_PROVIDER } from '../accounts/provider-ids.ts'

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
  { value: 'rate_limited', label: 'Asks for fewer texts', meaning: 'The account pauses for as long as asked; texts wait and then go out.' },
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
  {
    value: 'muddled',
    label: 'Takes the text, answers for some numbers only',
    meaning:
      'Of a text to several people, nobody knows about some; where the provider can be asked about all of them at once, the desk does.',
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
  error: null,
  receipt: 'delivered',
  receiptCopies: 1,
  receiptBeforeAnswer: false,
  receiptOrder: 'as_sent',
} as const satisfies Partial<SandboxBehaviour>

/** Whether the carrier is on a good day already; how long it waits does not matter. */
export function isGoodDay(behaviour: SandboxBehaviour): boolean {
  const { answer, error, receipt, receiptCopies, receiptBeforeAnswer, receiptOrder } = behaviour
  return (
    answer === GOOD_DAY.answer &&
    error === GOOD_DAY.error &&
    receipt === GOOD_DAY.receipt &&
    receiptCopies === GOOD_DAY.receiptCopies &&
    receiptBeforeAnswer === GOOD_DAY.receiptBeforeAnswer &&
    receiptOrder === GOOD_DAY.receiptOrder
  )
}

/** Whether the carrier takes texts in when it answers like this, so that a report can follow. */
export function takesTexts(answer: SandboxBehaviour['answer']): boolean {
  return answer === 'accept' || answer === 'drop_after' || answer === 'silent' || answer === 'unreadable' || answer === 'muddled'
}

/** A provider that can be practised, and the sandbox accounts that do. */
export interface Practice {
  /** The provider's id: what `sandbox.start` takes. */
  provider: string
  name: string
  /** What the provider is, as a sentence. */
  summary: string
  accounts: readonly Account[]
}

/** Every provider that can be practised, in the order they are offered. */
export function practices(providers: readonly ProviderDescriptor[], accounts: readonly Account[]): Practice[] {
  const practised = sandboxAccounts(accounts)
  return protocolOptions(providers).map(({ value, label }) => ({
    provider: value,
    name: label,
    summary: providers.find(({ id }) => id === value)?.summary ?? '',
    accounts: practised.filter((account) => protocolOf(account, providers) === value),
  }))
}

/** What a provider's protocol can be told to answer with, as `sandbox.get` lists it. */
interface ProtocolErrors {
  provider: string
  name: string
  errors: readonly { key: string; label: string }[]
}

/** Documented errors under the name of their provider, as a choice takes them. */
export interface ErrorGroup {
  group: string
  items: { value: string; label: string }[]
}

/** The documented errors of the providers that are practised, and of the one whose error is in force. */
export function errorGroups(protocols: readonly ProtocolErrors[], list: readonly Practice[], current: string | null): ErrorGroup[] {
  const practised = new Set(list.filter(({ accounts }) => accounts.length > 0).map(({ provider }) => provider))
  return protocols
    .filter(({ provider, errors }) => errors.length > 0 && (practised.has(provider) || errors.some(({ key }) => key === current)))
    .map(({ name, errors }) => ({ group: name, items: errors.map(({ key, label }) => ({ value: key, label })) }))
}

/** The accounts that stay on this computer. */
export function sandboxAccounts(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ provider }) => provider === SANDBOX_PROVIDER)
}

/** The provider whose rules an account goes by, as its sentences name it: for a sandbox account the one it stands in for. */
export function carrierName(
  account: Pick<Account, 'provider' | 'providerName' | 'config'>,
  providers: readonly ProviderDescriptor[],
): string {
  if (account.provider !== SANDBOX_PROVIDER) return account.providerName
  const protocol = protocolOf(account, providers)
  return protocolOptions(providers).find(({ value }) => value === protocol)?.label ?? account.providerName
}

/** The setting of a sandbox account that says which provider it stands in for. */
const PROTOCOL_KEY = 'protocol'

function protocolField(providers: readonly ProviderDescriptor[]) {
  return providers.find(({ id }) => id === SANDBOX_PROVIDER)?.configFields.find(({ key }) => key === PROTOCOL_KEY)
}

function protocolOptions(providers: readonly ProviderDescriptor[]): readonly { value: string; label: string }[] {
  return protocolField(providers)?.options ?? []
}

function protocolOf({ config }: Pick<Account, 'config'>, providers: readonly ProviderDescriptor[]): string | undefined {
  return config[PROTOCOL_KEY] ?? protocolField(providers)?.defaultValue
}

/** What a customer of the sandbox can do to the business. */
export interface CustomerWays {
  /** Text it, so that the desk shows it. */
  texts: boolean
  /** Call it and hang up, so that the desk shows it. */
  calls: boolean
}

/** What the desk would hear of a customer of this account. */
export function waysOf({ capabilities }: Pick<Account, 'capabilities'>): CustomerWays {
  return { texts: capabilities?.inbound ?? false, calls: capabilities?.missedCalls ?? false }
}

/** The sandbox accounts whose customers the desk hears of. */
export function accountsWithCustomers(accounts: readonly Account[]): Account[] {
  return sandboxAccounts(accounts).filter((account) => {
    const { texts, calls } = waysOf(account)
    return texts || calls
  })
}

/** The number that customers of a sandbox account turn to where its sender is a name; the carrier's own. */
export const PRACTICE_NUMBER = '+46701740600'

/** The number that customers of a sandbox account turn to, in E.164. */
export function practiceNumber({ config }: Pick<Account, 'config'>): string {
  const sender = (config['sender'] ?? '').trim()
  return /^\+?\d+$/.test(sender) ? `+${sender.replace(/^\+/, '')}` : PRACTICE_NUMBER
}

import type { Account } from '../../shared/contract/accounts.ts'
import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import type { Words } from '../language/words.ts'
import { SANDBOX_PROVIDER } from '../accounts/provider-ids.ts'

/** One choice of how the sandbox carrier behaves, in words. */
export interface BehaviourChoice<T extends string> {
  value: T
  label: string
  /** What the desk will show. */
  meaning: string
}

/** What the carrier can answer when the desk sends a text. */
export const ANSWERS = [
  'accept',
  'refuse_number',
  'wrong_token',
  'no_credit',
  'busy',
  'rate_limited',
  'server_error',
  'drop_before',
  'drop_after',
  'silent',
  'unreadable',
  'muddled',
] as const satisfies readonly SandboxBehaviour['answer'][]

/** What can become of the texts the carrier takes. */
export const RECEIPTS = [
  'delivered',
  'undelivered',
  'expired',
  'rejected',
  'unknown',
  'none',
] as const satisfies readonly SandboxBehaviour['receipt'][]

/** {@link ANSWERS} in words. */
export function answerChoices(words: Words<'sandbox'>): BehaviourChoice<SandboxBehaviour['answer']>[] {
  return ANSWERS.map((value) => ({ value, label: words(`answers.${value}.label`), meaning: words(`answers.${value}.meaning`) }))
}

/** {@link RECEIPTS} in words. */
export function receiptChoices(words: Words<'sandbox'>): BehaviourChoice<SandboxBehaviour['receipt']>[] {
  return RECEIPTS.map((value) => ({ value, label: words(`receipts.${value}.label`), meaning: words(`receipts.${value}.meaning`) }))
}

/** Waits offered, in milliseconds. */
export const DELAYS: readonly number[] = [0, 300, 1_500, 10_000, 60_000]

/** The waits offered and, if it is none of them, the one in force, with their words. */
export function delayChoices(words: Words<'sandbox'>, current: number): { value: number; label: string }[] {
  const values = DELAYS.includes(current) ? DELAYS : [...DELAYS, current].sort((a, b) => a - b)
  return values.map((value) => ({ value, label: delayLabel(words, value) }))
}

function delayLabel(words: Words<'sandbox'>, milliseconds: number): string {
  switch (milliseconds) {
    case 0:
      return words('delays.atOnce')
    case 300:
      return words('delays.blink')
    case 1_500:
      return words('delays.moment')
    case 60_000:
      return words('delays.minute')
    default:
      return words('delays.seconds', { seconds: milliseconds / 1_000 })
  }
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

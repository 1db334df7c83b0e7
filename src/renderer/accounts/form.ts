import type { Account } from '../../shared/contract/accounts.ts'
import type { AccountField, ProviderDescriptor } from '../../shared/providers/descriptor.ts'

/** What a person has typed into an account form. Secrets live here only until they are handed to the host. */
export interface AccountDraft {
  name: string
  config: Record<string, string>
  secrets: Record<string, string>
}

/** An empty form for a provider, or one filled from an account. Secrets always start empty: the host never tells. */
export function draftFor(provider: ProviderDescriptor, account?: Account): AccountDraft {
  const config = Object.fromEntries(provider.configFields.map((field) => [field.key, account?.config[field.key] ?? '']))
  const secrets = Object.fromEntries(provider.secretFields.map((field) => [field.key, '']))
  return { name: account?.name ?? provider.name, config, secrets }
}

/** Whether a secret must be typed: it is required and none is stored yet. */
export function secretIsNeeded(field: AccountField, account: Account | undefined): boolean {
  return field.required && account?.secretsSet[field.key] !== true
}

/**
 * Fields that stop the form from being saved, by `name`, `config.<key>` or `secret.<key>`, each with a sentence.
 * Only what is missing and what can be seen from the text; the host checks the provider's own rules on saving.
 */
export function draftProblems(provider: ProviderDescriptor, draft: AccountDraft, account?: Account): Record<string, string> {
  const problems: Record<string, string> = {}
  if (draft.name.trim() === '') problems['name'] = 'Give the account a name you will recognise.'
  for (const field of provider.configFields) {
    const value = draft.config[field.key]?.trim() ?? ''
    const mayBeEmpty = !field.required || field.defaultValue !== undefined
    if (value === '' && !mayBeEmpty) problems[`config.${field.key}`] = `${field.label} is needed.`
    else if (value !== '') {
      const problem = valueProblem(field, value)
      if (problem !== null) problems[`config.${field.key}`] = problem
    }
  }
  for (const field of provider.secretFields) {
    if (secretIsNeeded(field, account) && (draft.secrets[field.key] ?? '') === '') {
      problems[`secret.${field.key}`] = `${field.label} is needed.`
    }
  }
  return problems
}

/** What is wrong with a value that can be seen while it is typed; null when nothing is. */
export function valueProblem(field: Pick<AccountField, 'kind'>, value: string): string | null {
  if (field.kind === 'url') return urlProblem(value)
  if (field.kind === 'sender') return senderProblem(value)
  return null
}

/** Most characters of an alphanumeric sender: the address field holds ten octets, eleven septets (3GPP TS 23.040, clause 9.1.2.5). */
const SENDER_NAME_LENGTH = 11

/** What holds for every provider; the stricter rules of each are the host's. */
function senderProblem(value: string): string | null {
  if (/^\+?[\d\s()./-]+$/u.test(value)) return null
  const length = [...value].length
  return length > SENDER_NAME_LENGTH ? `A sender name has at most ${SENDER_NAME_LENGTH} characters; this one has ${length}.` : null
}

function urlProblem(value: string): string | null {
  if (!URL.canParse(value)) return 'This is not a web address. It begins with https://.'
  const { protocol } = new URL(value)
  return protocol === 'https:' || protocol === 'http:' ? null : 'This is not a web address. It begins with https://.'
}

/** What is left out is taken from the descriptor's defaults, so empty values are not sent. Spaces at the ends go. */
export function configToSave(draft: AccountDraft): Record<string, string> {
  return Object.fromEntries(
    Object.entries(draft.config)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  )
}

/** The secrets the person typed. Those left empty stay as they are stored. */
export function secretsToSave(draft: AccountDraft): Record<string, string> {
  return Object.fromEntries(Object.entries(draft.secrets).filter(([, value]) => value !== ''))
}

/**
 * The address a provider must call, or null while the listener has none. The path holds the account's hook key.
 */
export function hookAddress(listenerAddress: string | null, hookPath: string): string | null {
  return listenerAddress === null ? null : `${listenerAddress.replace(/\/+$/u, '')}${hookPath}`
}

/** Whether an address leads nowhere but to the computer it is on (RFC 6761, RFC 1122, RFC 4291). */
export function isOnThisComputerOnly(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || hostname.startsWith('127.')
}

/** What a provider's hook brings, as the rest of a sentence. */
export function hookBrings(provider: ProviderDescriptor): string {
  const { receiptsByHook, inbound } = provider.capabilities
  if (receiptsByHook && inbound) return 'delivery reports and customers’ replies'
  return receiptsByHook ? 'delivery reports' : 'customers’ replies'
}

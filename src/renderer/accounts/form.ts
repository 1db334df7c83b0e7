import type { Account } from '../../shared/contract/accounts.ts'
import type { AccountField, ProviderDescriptor, ProviderPreset } from '../../shared/providers/descriptor.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Words } from '../language/words.ts'
import { GENERIC_PROVIDER } from './provider-ids.ts'

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
export function draftProblems(
  words: Words<'accountForm'>,
  provider: ProviderDescriptor,
  draft: AccountDraft,
  account?: Account,
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (draft.name.trim() === '') problems['name'] = words('nameMissing')
  for (const field of provider.configFields) {
    const value = draft.config[field.key]?.trim() ?? ''
    const mayBeEmpty = !field.required || field.defaultValue !== undefined
    if (value === '' && !mayBeEmpty) problems[`config.${field.key}`] = words('missing', { field: field.label })
    else if (value !== '') {
      const problem = valueProblem(words, field, value)
      if (problem !== null) problems[`config.${field.key}`] = problem
    }
  }
  for (const field of provider.secretFields) {
    if (secretIsNeeded(field, account) && (draft.secrets[field.key] ?? '') === '') {
      problems[`secret.${field.key}`] = words('missing', { field: field.label })
    }
  }
  return problems
}

/** Longest value of a field, in UTF-16 units (the contract's bound). */
export const LONGEST_VALUE = 2_000

/** What is wrong with a value whatever the provider; null when nothing is. The rest is the host's to say. */
export function valueProblem(words: Words<'accountForm'>, field: Pick<AccountField, 'kind'>, value: string): string | null {
  if (value.length > LONGEST_VALUE) {
    return words('tooLong', { over: value.length - LONGEST_VALUE, most: LONGEST_VALUE })
  }
  if (field.kind === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/u.test(value) ? null : words('noTime')
  return null
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

/** A field as it is shown: what was typed, or its default where nothing is. */
export function shownValue(field: AccountField, value: string): string {
  return value === '' ? (field.defaultValue ?? '') : value
}

/** A value as it is kept in the form: the default is kept as nothing, so that it stays the provider's to say. */
export function keptValue(field: AccountField, value: string): string {
  return value === field.defaultValue ? '' : value
}

/** Whether a field says something else than the provider's default. */
export function isSet(field: AccountField, value: string): boolean {
  return keptValue(field, value.trim()) !== ''
}

/**
 * The form begun anew with a preset's settings, or with none for null. Secrets stay as they were typed, and so does a
 * name that is the person's own.
 */
export function beginWith(provider: ProviderDescriptor, draft: AccountDraft, preset: ProviderPreset | null): AccountDraft {
  const config = Object.fromEntries(provider.configFields.map((field) => [field.key, keptValue(field, preset?.config[field.key] ?? '')]))
  const givenNames = [provider.name, ...provider.presets.map(({ name }) => name)]
  const name = givenNames.includes(draft.name.trim()) ? (preset?.name ?? provider.name) : draft.name
  return { name, config, secrets: draft.secrets }
}

/**
 * The preset that a configuration was begun with: the one of which it still says most; null where it says no more than
 * half of any.
 */
export function presetOf(
  { presets }: Pick<ProviderDescriptor, 'presets'>,
  config: Readonly<Record<string, string>>,
): ProviderPreset | null {
  const shareOf = (preset: ProviderPreset) => {
    const entries = Object.entries(preset.config)
    return entries.filter(([key, value]) => config[key] === value).length / entries.length
  }
  const [best] = presets.map((preset) => ({ preset, share: shareOf(preset) })).sort((one, other) => other.share - one.share)
  return best !== undefined && best.share > 0.5 ? best.preset : null
}

/** Whether a field is kept among those that are rarely needed. A preset leaves only what it cannot know. */
export function isFolded({ key, advanced, required }: AccountField, begunWith: ProviderPreset | null): boolean {
  if (begunWith === null) return advanced === true
  return advanced === true || !required || Object.hasOwn(begunWith.config, key)
}

/** Whether a form holds settings that were typed, and not just those of a preset or none. */
export function hasOwnSettings(provider: ProviderDescriptor, draft: AccountDraft): boolean {
  return [null, ...provider.presets].every((preset) =>
    Object.entries(beginWith(provider, draft, preset).config).some(([key, value]) => (draft.config[key] ?? '').trim() !== value),
  )
}

/** Whether a field says something else than the provider's default, or a preset's: what a person is to see again. */
export function isOwnValue(provider: ProviderDescriptor, field: AccountField, value: string): boolean {
  return isSet(field, value) && !provider.presets.some(({ config }) => config[field.key] === value.trim())
}

/** Key under which the generic provider keeps what the gateway behind it is called. */
const GATEWAY_KEY = 'gateway'

/** What to call an account's provider inside a sentence: the generic one is nobody's name. */
export function nameInSentence(
  words: Words<'accounts'>,
  { provider, providerName, config }: Pick<Account, 'provider' | 'providerName' | 'config'>,
): string {
  if (provider !== GENERIC_PROVIDER) return providerName
  const gateway = config[GATEWAY_KEY]?.trim() ?? ''
  return gateway === '' ? words('theProvider') : gateway
}

/** What to call an account's provider where it stands alone: the gateway behind the generic one, where it has a name. */
export function providerLabel(say: SaySentence, account: Pick<Account, 'provider' | 'providerName' | 'config'>): string {
  const gateway = account.provider === GENERIC_PROVIDER ? (account.config[GATEWAY_KEY]?.trim() ?? '') : ''
  return gateway === '' ? say(account.providerName) : gateway
}

/** A name as a sentence begins with it. */
export function atStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Keys under which providers keep what recipients see as sender, what is seen first. */
const SENDER_KEYS = ['senderMask', 'sender', 'ani', 'from'] as const

/** What recipients of an account's texts see as sender, as it was typed; null where the account does not say. */
export function senderOf(config: Account['config']): string | null {
  return SENDER_KEYS.map((key) => config[key]?.trim() ?? '').find((value) => value !== '') ?? null
}

import type { AccountField, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { Refused } from '../app/refused.ts'
import type { ProviderAdapter } from '../providers/types.ts'

type Values = Readonly<Record<string, string>>

/** Configuration as an adapter sees it: every field left empty gets its default, if it has one. */
export function withDefaults(descriptor: ProviderDescriptor, config: Values): Record<string, string> {
  const filled = new Map<string, string>()
  for (const field of descriptor.configFields) {
    const value = Object.hasOwn(config, field.key) ? config[field.key] : undefined
    if (value !== undefined && value !== '') filled.set(field.key, value)
    else if (field.defaultValue !== undefined) filled.set(field.key, field.defaultValue)
  }
  return Object.fromEntries(filled)
}

/**
 * Checks the filled-in configuration of an account form against the provider's fields and own rules.
 * @returns what to store: trimmed, empty fields left out
 * @throws Refused `account_field_unknown`, `account_field_missing`, `account_config_invalid`
 */
export function checkedConfig(adapter: ProviderAdapter, input: Values): Record<string, string> {
  const { descriptor } = adapter
  const config = tidy(descriptor, descriptor.configFields, input, (value) => value.trim())
  const filled = withDefaults(descriptor, config)
  const missing = descriptor.configFields.find((field) => field.required && !Object.hasOwn(filled, field.key))
  if (missing !== undefined) {
    throw new Refused('account_field_missing', `“${missing.label}” is needed. Fill it in and save again.`)
  }
  const problems = Object.values(adapter.checkConfig(filled))
  if (problems.length > 0) throw new Refused('account_config_invalid', problems.join(' '))
  return config
}

/**
 * Checks the secrets given with a new account.
 * @returns what to store: without line breaks around them, empty ones left out
 * @throws Refused `account_field_unknown`, `secret_missing`
 */
export function checkedSecrets(descriptor: ProviderDescriptor, input: Values): Record<string, string> {
  const secrets = tidy(descriptor, descriptor.secretFields, input, tidySecret)
  const missing = descriptor.secretFields.find((field) => field.required && !Object.hasOwn(secrets, field.key))
  if (missing !== undefined) {
    throw new Refused('secret_missing', `“${missing.label}” is needed for ${descriptor.name}. Enter it and save again.`)
  }
  return secrets
}

/** A pasted secret without the line breaks around it. Spaces stay: a password may begin or end with one. */
export function tidySecret(value: string): string {
  return value.replace(/^[\r\n]+|[\r\n]+$/g, '')
}

/** @throws Refused `account_field_unknown` */
export function refuseUnknownField(descriptor: ProviderDescriptor, fields: readonly AccountField[], key: string): void {
  if (fields.some((field) => field.key === key)) return
  const known = fields.map((field) => field.key).join(', ')
  throw new Refused(
    'account_field_unknown',
    `${descriptor.name} has no setting called “${key.slice(0, 64)}”. ${known === '' ? 'It has none of this kind.' : `It has: ${known}.`}`,
  )
}

function tidy(
  descriptor: ProviderDescriptor,
  fields: readonly AccountField[],
  input: Values,
  clean: (value: string) => string,
): Record<string, string> {
  const values = new Map<string, string>()
  for (const [key, raw] of Object.entries(input)) {
    refuseUnknownField(descriptor, fields, key)
    const value = clean(raw)
    if (value !== '') values.set(key, value)
  }
  return Object.fromEntries(values)
}

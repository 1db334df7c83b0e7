import * as z from 'zod'
import { textRules } from './text-rules.ts'

/** One field of an account form, drawn by the renderer and checked by the host. */
export const accountField = z.object({
  /** Key in the account's configuration or secrets, as in `--set key=value` and `--secret key=ENVVAR`. */
  key: z.string(),
  label: z.string(),
  help: z.string(),
  placeholder: z.string().optional(),
  required: z.boolean(),
  /** Used when the field is left empty. */
  defaultValue: z.string().optional(),
  /** `choice` takes one of `options`, `time` a clock time such as `21:00`, `lines` a text of several lines. */
  kind: z.enum(['text', 'url', 'sender', 'choice', 'time', 'lines']),
  /** What a `choice` offers, in order. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Rarely needed: the form keeps it folded away until asked for. */
  advanced: z.boolean().optional(),
  /** Takes the account's own hook address, which the adapter hands over with each call. */
  holdsHookAddress: z.boolean().optional(),
})
export type AccountField = z.infer<typeof accountField>

export const RATE_PERIODS = ['second', 'minute', 'hour', 'day'] as const

/** At most `count` texts in any `per`. Each number of a call that takes several counts. */
export const sendingRate = z.object({ count: z.int().min(1).max(1_000_000), per: z.enum(RATE_PERIODS) })
export type SendingRate = z.infer<typeof sendingRate>

/** What a provider, or one account with it, can and cannot do. */
export const providerCapabilities = z.object({
  text: textRules,
  /** Who can be texted, as a sentence, where that is not everybody; null where it is. */
  recipients: z.string().nullable(),
  /** Delivery reports are pushed to a hook. */
  receiptsByHook: z.boolean(),
  /** The state of a message can be asked for. */
  statusQuery: z.boolean(),
  /** Texts from customers are pushed to a hook. */
  inbound: z.boolean(),
  /** Missed calls are pushed to a hook, and may be answered with a text in its answer. */
  missedCalls: z.boolean(),
  /** Calls that speak a one-time code: how many digits. Null where there are none. */
  voiceCode: z.object({ minDigits: z.int().min(1), maxDigits: z.int().min(1) }).nullable(),
  /** The provider can keep a text until its time: how far ahead. Null where it cannot. */
  providerSchedule: z.object({ minAheadMinutes: z.int().min(0), maxAheadDays: z.int().min(1) }).nullable(),
  /** Most numbers one call takes; 1 where each text needs a call of its own. */
  batchSize: z.int().min(1),
  /** How fast an account sends unless its person says otherwise; null where the provider names no limit. */
  defaultRate: sendingRate.nullable(),
  /** The test button costs nothing and sends nothing. */
  freeConnectionTest: z.boolean(),
})
export type ProviderCapabilities = z.infer<typeof providerCapabilities>

/** An address that the person hands to the provider, made from the account's hook address. */
export const hookAddress = z.object({
  /** What comes by it, such as "Delivery reports". */
  label: z.string(),
  /** Stands behind the account's hook address, such as a query with the provider's placeholders; empty for nothing. */
  suffix: z.string(),
  /** Where it goes, in the provider's own words. */
  instructions: z.string(),
})
export type HookAddress = z.infer<typeof hookAddress>

/** Settings to begin an account form with. */
export const providerPreset = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  config: z.record(z.string(), z.string()),
})
export type ProviderPreset = z.infer<typeof providerPreset>

/** What a provider is and can do, as data: the account form and the composer's limits come from it. */
export const providerDescriptor = z.object({
  /** Stable key in the database and on the command line. */
  id: z.string(),
  name: z.string(),
  /** One sentence for the person who chooses. */
  summary: z.string(),
  configFields: z.array(accountField),
  secretFields: z.array(accountField),
  /** With the default configuration; an account's own may differ (`Account.capabilities`). */
  capabilities: providerCapabilities,
  /** Addresses to hand to the provider; empty where nothing comes back. */
  hookAddresses: z.array(hookAddress),
  /** Settings to begin with; empty for none. */
  presets: z.array(providerPreset),
})
export type ProviderDescriptor = z.infer<typeof providerDescriptor>

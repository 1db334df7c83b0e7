import * as z from 'zod'

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
  kind: z.enum(['text', 'url', 'sender']),
})
export type AccountField = z.infer<typeof accountField>

export const RATE_PERIODS = ['second', 'minute', 'hour', 'day'] as const

/** At most `count` texts in any `per`. Each number of a call that takes several counts. */
export const sendingRate = z.object({ count: z.int().min(1).max(1_000_000), per: z.enum(RATE_PERIODS) })
export type SendingRate = z.infer<typeof sendingRate>

/** What a provider is and can do, as data: the account form and the composer's limits come from it. */
export const providerDescriptor = z.object({
  /** Stable key in the database and on the command line. */
  id: z.string(),
  name: z.string(),
  /** One sentence for the person who chooses. */
  summary: z.string(),
  configFields: z.array(accountField),
  secretFields: z.array(accountField),
  capabilities: z.object({
    /** Longest text the provider takes, in UTF-16 units. */
    maxTextUnits: z.int(),
    /** Delivery reports are pushed to a hook. */
    receiptsByHook: z.boolean(),
    /** The state of a message can be asked for. */
    statusQuery: z.boolean(),
    /** Texts from customers are pushed to a hook. */
    inbound: z.boolean(),
    /** Most numbers one call takes; 1 where each text needs a call of its own. */
    batchSize: z.int().min(1),
    /** How fast an account sends unless its person says otherwise; null where the provider names no limit. */
    defaultRate: sendingRate.nullable(),
    /** The test button costs nothing and sends nothing. */
    freeConnectionTest: z.boolean(),
  }),
  /** The provider's own words for where the hook address goes. */
  hookInstructions: z.string(),
})
export type ProviderDescriptor = z.infer<typeof providerDescriptor>

import * as z from 'zod'
import { providerCapabilities, providerDescriptor, sendingRate } from '../providers/descriptor.ts'
import { operation } from './base.ts'
import { e164, id, instant, label, messageText, rawNumber } from './primitives.ts'

/** Configuration values by field key. Bounded so that no door carries more than a form can hold. */
const configValues = z.record(z.string().max(64), z.string().max(2_000))

/** An account: one connection to one provider. Its secrets are never part of it. */
export const account = z.object({
  id,
  name: label,
  provider: z.string(),
  providerName: z.string(),
  config: configValues,
  /** For each secret field whether a value is stored. Values never leave the host. */
  secretsSet: z.record(z.string(), z.boolean()),
  /** `paused` keeps the queue and sends nothing. */
  status: z.enum(['active', 'paused']),
  /** Why it is paused, as a code and a sentence with the next step. */
  pause: z.object({ code: z.string(), message: z.string(), at: instant }).nullable(),
  /** Path of the account's hook on the listener. It holds the account's hook key: keep it private. */
  hookPath: z.string(),
  /** Texts waiting in its queue. */
  waiting: z.int(),
  /** How many texts it sends in which time; null for as fast as they are taken. */
  rate: sendingRate.nullable(),
  /** The rate is the provider's usual one, not a person's choice. */
  rateIsDefault: z.boolean(),
  /** What it can and cannot do with this configuration; null where this version does not know its provider. */
  capabilities: providerCapabilities.nullable(),
  /** What customers see its texts come from: a number, a short code or a name; empty where the provider decides. */
  sender: z.string(),
  createdAt: instant,
})
export type Account = z.infer<typeof account>

/** The text that callers of a number get when nobody answered. */
export const callReply = z.object({ number: z.string(), text: messageText })
export type CallReply = z.infer<typeof callReply>

export const accountsContract = {
  /** The providers an account can be made for. */
  providers: operation.output(z.array(providerDescriptor)),
  list: operation.output(z.array(account)),
  get: operation.input(z.object({ id })).output(account),
  /** Checks a configuration while it is typed: what stops it from being saved, and what is allowed but unwise, by field key. */
  check: operation
    .input(z.object({ provider: z.string().max(40), config: configValues }))
    .output(z.object({ problems: z.record(z.string(), z.string()), warnings: z.record(z.string(), z.string()) })),
  /** Adds an account with its secrets in one step; nothing is kept when either half fails. */
  add: operation
    .input(
      z.object({
        provider: z.string().max(40),
        name: label,
        config: configValues,
        secrets: z.record(z.string().max(64), z.string().max(4_000)),
      }),
    )
    .output(account),
  update: operation.input(z.object({ id, name: label, config: configValues })).output(account),
  /** Write-only: no operation reads a secret back. */
  setSecret: operation.input(z.object({ id, key: z.string().max(64), value: z.string().min(1).max(4_000) })).output(account),
  /** Removes the account and its secrets. Its messages stay; refused while messages wait in its queue. */
  remove: operation.input(z.object({ id })).output(z.object({ removed: z.literal(true) })),
  /** Asks the provider, without sending anything, whether the settings work. */
  test: operation.input(z.object({ id })).output(z.object({ ok: z.boolean(), code: z.string(), message: z.string() })),
  /** Sets how many texts an account sends in which time; null for the provider's usual rate. */
  setRate: operation.input(z.object({ id, rate: sendingRate.nullable() })).output(account),
  /** Texts that answer missed calls, by the number that was called (E.164 or a short code). */
  callReplies: operation.input(z.object({ id })).output(z.object({ replies: z.array(callReply) })),
  /** Sets the text that answers missed calls to a number; null for no answer. */
  setCallReply: operation
    .input(z.object({ id, number: rawNumber, text: messageText.nullable() }))
    .output(z.object({ replies: z.array(callReply) })),
  /** Which accounts cannot text one of these numbers, with the reason as a sentence. */
  unreachable: operation
    .input(z.object({ numbers: z.array(e164).max(20) }))
    .output(z.object({ accounts: z.array(z.object({ accountId: id, message: z.string() })) })),
  pause: operation.input(z.object({ id })).output(account),
  resume: operation.input(z.object({ id })).output(account),
}

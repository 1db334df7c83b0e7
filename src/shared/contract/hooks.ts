import * as z from 'zod'
import { operation } from './base.ts'
import { count, cursor, id, instant, pageSize, searchText } from './primitives.ts'

/** What became of a hook. */
export const HOOK_VERDICTS = [
  /** Stored and answered; it is about to be applied. */
  'pending',
  'applied',
  /** It says nothing that was not known. */
  'duplicate',
  /** A report that waits until its message is known. */
  'unknown_message',
  /** Turned away: not the provider's own, or nothing a hook can be. */
  'rejected',
  'unreadable',
] as const
export const hookVerdict = z.enum(HOOK_VERDICTS)
export type HookVerdict = z.infer<typeof hookVerdict>

/** What a hook is about; `other` where nothing was read in it. */
export const HOOK_KINDS = ['report', 'reply', 'missed_call', 'other'] as const
export const hookKind = z.enum(HOOK_KINDS)
export type HookKind = z.infer<typeof hookKind>

/** A request that came to the listener, in a line. */
export const hook = z.object({
  id,
  receivedAt: instant,
  /** The account whose address it came to; null for strangers. */
  accountId: id.nullable(),
  accountName: z.string().nullable(),
  /** Each kind once. */
  kinds: z.array(hookKind),
  /** What it was, such as "Delivery report: delivered". */
  words: z.string(),
  /** What a single report says it is about, such as "to +46 70 174 06 05" or "reference R1"; null for anything else. */
  about: z.string().nullable(),
  verdict: hookVerdict,
  /** Why, as a sentence, where there is a reason. */
  detail: z.string().nullable(),
  /** The message it led to, and whose conversation that is in. */
  message: z.object({ id, conversationId: id, peer: z.string(), name: z.string().nullable() }).nullable(),
})
export type Hook = z.infer<typeof hook>

/** One thing that a hook says. */
export const hookStatement = z.object({
  kind: hookKind.exclude(['other']),
  /** A sentence. */
  words: z.string(),
  /** The customer's text, to the letter; null where it is not about a text from a customer. */
  text: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
})
export type HookStatement = z.infer<typeof hookStatement>

/** The whole of it. Secrets were taken out before it was stored. */
export const wholeHook = hook.extend({
  method: z.string(),
  contentType: z.string(),
  /** Without its question mark. */
  query: z.string(),
  /** As it came. Empty for a request that was turned away before it was read. */
  body: z.string(),
  statements: z.array(hookStatement),
  appliedAt: instant.nullable(),
  /** There is something in it that can be read or applied again. */
  canReplay: z.boolean(),
})
export type WholeHook = z.infer<typeof wholeHook>

/** What came in, as far as it is kept (setting `hookRetentionDays`). */
export const hooksContract = {
  /**
   * A page of hooks, newest first. `search` finds a number, a reference or any words, in the request or in what was read
   * in it, and the number of the conversation it led to. A page may have fewer hooks than asked for, or none, though there
   * are more: as long as there is a `next`, older ones have not been looked at.
   */
  list: operation
    .input(
      z.object({
        accountId: id.optional(),
        verdict: hookVerdict.optional(),
        kind: hookKind.optional(),
        search: searchText.optional(),
        /** From this instant on. */
        from: instant.optional(),
        /** Before this instant. */
        until: instant.optional(),
        before: cursor.optional(),
        limit: pageSize,
      }),
    )
    .output(
      z.object({
        hooks: z.array(hook),
        next: cursor.nullable(),
        /** How many of each verdict the account has in that time; null on later pages, and with `kind` or `search`. */
        counts: z.record(hookVerdict, count).nullable(),
      }),
    ),
  get: operation.input(z.object({ id })).output(wholeHook),
  /**
   * Reads a hook again where it could not be read, and applies it again. Doing it twice changes nothing. Refused:
   * `hook_not_found`, `hook_rejected`, `hook_unreadable`, `account_not_found`.
   */
  replay: operation.input(z.object({ id })).output(z.object({ hook, changed: z.boolean() })),
  /** The same for all that could not be read, oldest first. What can be read now is applied. */
  replayUnreadable: operation.input(z.object({ accountId: id.optional() })).output(z.object({ read: count, stillUnreadable: count })),
}

import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import type { Words } from '../language/words.ts'

/** What of an account's capabilities comes by its hook. */
type ByHook = Pick<ProviderCapabilities, 'receiptsByHook' | 'inbound' | 'missedCalls'>

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

/** Whether anything comes by an account's hook. */
export function bringsSomething({ receiptsByHook, inbound, missedCalls }: ByHook): boolean {
  return receiptsByHook || inbound || missedCalls
}

/** What a hook brings, as the rest of a sentence; null where nothing comes by it. @param tag of the language */
export function hookBrings(words: Words<'accounts'>, tag: string, { receiptsByHook, inbound, missedCalls }: ByHook): string | null {
  const brought = [
    ...(receiptsByHook ? [words('hook.reports')] : []),
    ...(inbound ? [words('hook.replies')] : []),
    ...(missedCalls ? [words('hook.missedCalls')] : []),
  ]
  return brought.length === 0 ? null : new Intl.ListFormat(tag, { type: 'conjunction' }).format(brought)
}

/** What goes without while a hook is not called, as the rest of a sentence; null where nothing does. */
export function hookMisses(
  words: Words<'accounts'>,
  { receiptsByHook, statusQuery, inbound, missedCalls }: ByHook & Pick<ProviderCapabilities, 'statusQuery'>,
): string | null {
  const missed = [
    ...(receiptsByHook ? [statusQuery ? words('hook.learnLater') : words('hook.learnNever')] : []),
    ...(inbound ? [words('hook.noReplies')] : []),
    ...(missedCalls ? [words('hook.noMissedCalls')] : []),
  ]
  return missed.length === 0 ? null : missed.reduce((first, second) => words('hook.and', { first, second }))
}

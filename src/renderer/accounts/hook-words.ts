import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'

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

/** What a hook brings, as the rest of a sentence; null where nothing comes by it. */
export function hookBrings({ receiptsByHook, inbound, missedCalls }: ByHook): string | null {
  const all = [receiptsByHook ? 'delivery reports' : '', inbound ? 'customers’ replies' : '', missedCalls ? 'missed calls' : '']
  const brought = all.filter((words) => words !== '')
  return brought.length === 0 ? null : new Intl.ListFormat('en', { type: 'conjunction' }).format(brought)
}

/** What goes without while a hook is not called, as the rest of a sentence; null where nothing does. */
export function hookMisses({
  receiptsByHook,
  statusQuery,
  inbound,
  missedCalls,
}: ByHook & Pick<ProviderCapabilities, 'statusQuery'>): string | null {
  const all = [
    receiptsByHook ? (statusQuery ? 'you learn later whether they arrived' : 'you do not learn whether they arrived') : '',
    inbound ? 'replies do not reach you' : '',
    missedCalls ? 'missed calls are neither shown nor answered' : '',
  ]
  const missed = all.filter((words) => words !== '')
  return missed.length === 0 ? null : missed.join(', and ')
}

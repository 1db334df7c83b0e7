import type { PastedAddress } from '../contract/listener.ts'

/** What is known about the address a provider was given. */
export type PastedState =
  /** Nobody confirmed any. */
  | 'never'
  /** The one in force. */
  | 'current'
  /** Another one: what the provider sends goes astray. */
  | 'changed'
  /** One was given, and no address is in force to compare it with. */
  | 'unknown'

/** How the address that was confirmed for an account compares with the one in force. */
export function pastedState(publicUrl: string | null, pasted: Pick<PastedAddress, 'url'> | undefined): PastedState {
  if (pasted === undefined) return 'never'
  if (publicUrl === null) return 'unknown'
  return pasted.url === publicUrl ? 'current' : 'changed'
}

import type { MessageKind } from '../../shared/contract/messages.ts'
import type { MessageProblem, ProviderAdapter } from './types.ts'

/** Something that could be handed to a provider. */
export interface Sendable {
  kind: MessageKind
  /** E.164. */
  to: string
  /** The digits of a voice code. */
  text: string
}

/** Why an account of this provider would not take a message; null when it would. */
export function messageProblem(
  adapter: ProviderAdapter,
  config: Readonly<Record<string, string>>,
  { kind, to, text }: Sendable,
): MessageProblem | null {
  if (kind !== 'voice_code') return adapter.checkMessage({ to, text }, config)
  if (adapter.callWithCode === undefined || adapter.checkVoiceCode === undefined) {
    const message = `${adapter.descriptor.name} cannot call a number and speak a code. Choose another account.`
    return { code: 'voice_code_unsupported', message }
  }
  return adapter.checkVoiceCode({ to, digits: text }, config)
}

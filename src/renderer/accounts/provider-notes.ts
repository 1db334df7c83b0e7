import type { ProviderCapabilities, ProviderDescriptor } from '../../shared/providers/descriptor.ts'

/** What a provider adds with settings other than the usual ones. */
interface OtherSettings {
  /** Which settings, by the key of their words. */
  when: 'konnect' | 'kpn'
  adds: Partial<ProviderCapabilities>
}

/**
 * Providers that can do more with settings other than the usual ones, which are all that a descriptor tells of: without
 * this, nobody would choose them for it. What an account can do is always the host's to say.
 */
const OTHER_SETTINGS: Readonly<Record<string, OtherSettings>> = {
  konnect: { when: 'konnect', adds: { voiceCode: { minDigits: 4, maxDigits: 10 } } },
  kpn: {
    when: 'kpn',
    adds: { recipients: null, receiptsByHook: true, inbound: true, batchSize: 200 },
  },
}

/** What a provider can do with settings other than the usual, and which; null where they make no difference. */
export function withOtherSettings({
  id,
  capabilities,
}: Pick<ProviderDescriptor, 'id' | 'capabilities'>): { when: OtherSettings['when']; capabilities: ProviderCapabilities } | null {
  const other = OTHER_SETTINGS[id]
  return other === undefined ? null : { when: other.when, capabilities: { ...capabilities, ...other.adds } }
}

/** Whether the first text for each missed call costs nothing, as the provider's document says. */
export function isCallReplyFree(provider: string): boolean {
  // docs/providers/konnect.md, §7.
  return provider === 'konnect'
}

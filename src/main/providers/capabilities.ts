import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import type { ProviderAdapter } from './types.ts'

/** What an account with this configuration (defaults filled in) can and cannot do. */
export function capabilitiesOf(adapter: ProviderAdapter, config: Readonly<Record<string, string>>): ProviderCapabilities {
  return adapter.capabilitiesOf?.(config) ?? adapter.descriptor.capabilities
}

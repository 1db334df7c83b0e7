import { Refused } from '../app/refused.ts'
import { connectelAdapter } from './connectel/index.ts'
import { createSandboxAdapter } from './sandbox.ts'
import type { ProviderRegistry } from './types.ts'

export interface ProvidersOptions {
  /** Where the sandbox carrier answers, or null while it does not run. */
  sandboxAddress: () => string | null
}

/** All providers of this build. To add one, make its folder and put its adapter into this list. */
export function createProviders({ sandboxAddress }: ProvidersOptions): ProviderRegistry {
  const adapters = [connectelAdapter, createSandboxAdapter(sandboxAddress)]
  return {
    list: () => adapters,
    get(id) {
      const adapter = adapters.find((one) => one.descriptor.id === id)
      if (adapter !== undefined) return adapter
      const known = adapters.map((one) => one.descriptor.id).join(', ')
      throw new Refused('provider_unknown', `SMS Desk does not know a provider called “${id.slice(0, 40)}”. It knows: ${known}.`)
    },
  }
}

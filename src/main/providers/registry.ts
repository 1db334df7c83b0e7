import { Refused } from '../app/refused.ts'
import { CARRIER_PROTOCOLS } from '../sandbox/carrier/protocols/index.ts'
import { connectelAdapter } from './connectel/index.ts'
import { createGenericAdapter } from './generic/index.ts'
import { createKarixAdapter } from './karix/index.ts'
import { createKonnectAdapter } from './konnect/index.ts'
import { createKpnAdapter } from './kpn/index.ts'
import { createOkRouteAdapter } from './okroute/index.ts'
import { createSandboxAdapter } from './sandbox/index.ts'
import type { ProviderRegistry } from './types.ts'

export interface ProvidersOptions {
  /** Where the sandbox carrier answers, or null while it does not run. */
  sandboxAddress: () => string | null
}

/** All providers of this build. To add one, make its folder and put its adapter into this list. */
export function createProviders({ sandboxAddress }: ProvidersOptions): ProviderRegistry {
  const real = [
    createKonnectAdapter(),
    connectelAdapter,
    createKarixAdapter(),
    createKpnAdapter(),
    createOkRouteAdapter(),
    createGenericAdapter(),
  ]
  const sandbox = createSandboxAdapter({ adapters: real, protocols: CARRIER_PROTOCOLS, carrierAddress: sandboxAddress })
  const adapters = [...real, sandbox]
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

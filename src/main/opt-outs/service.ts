import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { optOutsContract } from '../../shared/contract/opt-outs.ts'
import type { EventHub } from '../app/events.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'

type Inputs = InferContractRouterInputs<typeof optOutsContract>
type Outputs = InferContractRouterOutputs<typeof optOutsContract>

export type OptOutService = { [Name in keyof Inputs]: (input: Inputs[Name]) => Promise<Outputs[Name]> }

export interface OptOutServiceDependencies {
  store: Pick<Store, 'optOuts'>
  settings: Pick<SettingsService, 'get'>
  events: EventHub
  now: () => number
}

export function createOptOutService(_dependencies: OptOutServiceDependencies): OptOutService {
  const notBuilt = () => Promise.reject(new Error('not built yet'))
  return {
    list: async () => ({ optOuts: [], next: null, total: 0 }),
    add: notBuilt,
    lift: notBuilt,
    recordConsent: notBuilt,
    ofNumbers: async () => ({ optOuts: [], events: [] }),
    importFile: notBuilt,
    exportCsv: notBuilt,
  }
}

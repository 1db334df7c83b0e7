import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { pricesContract } from '../../shared/contract/prices.ts'
import type { EventHub } from '../app/events.ts'
import type { ImportService } from '../imports/service.ts'
import type { Store } from '../store/store.ts'

type Inputs = InferContractRouterInputs<typeof pricesContract>
type Outputs = InferContractRouterOutputs<typeof pricesContract>

/** What a part costs, by account and country: set by a person, never asked of a provider. */
export interface PriceService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  /** @throws Refused `account_not_found` */
  set(input: Inputs['set']): Promise<Outputs['set']>
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  /** What texts cost: sums by currency, and the countries without a price, which are in no sum. */
  quote(input: Inputs['quote']): Promise<Outputs['quote']>
  /** @throws Refused `account_not_found`, `prices_unreadable`, `prices_too_many`, and those of reading a staged file */
  importFile(input: Inputs['importFile']): Promise<Outputs['importFile']>
}

export interface PriceServiceDependencies {
  store: Pick<Store, 'prices'>
  /** Where files wait that a window or the command line sent. */
  files: Pick<ImportService, 'withFile'>
  events: Pick<EventHub, 'changed'>
  now: () => number
}

export function createPriceService({ store, files, events, now }: PriceServiceDependencies): PriceService {
  function changed(): void {
    events.changed({ topic: 'prices' })
  }

  return {
    list: async ({ accountId }) => ({ prices: await store.prices.list({ accountId }) }),

    async set({ accountId, ...price }) {
      const prices = await store.prices.set({ accountId, price, now: now() })
      changed()
      return { prices }
    },

    async remove(input) {
      const prices = await store.prices.remove(input)
      changed()
      return { prices }
    },

    quote: (input) => store.prices.quote(input),

    async importFile({ fileId, ...input }) {
      const done = await files.withFile(fileId, { discards: !input.dryRun }, (file, call) =>
        store.prices.importFile({ ...input, path: file.path, now: now() }, call),
      )
      if (!input.dryRun) changed()
      return done
    },
  }
}

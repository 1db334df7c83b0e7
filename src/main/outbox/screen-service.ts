import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { outboxContract, OutboxLane } from '../../shared/contract/outbox.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import { messageProblem } from '../providers/check-message.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext } from '../providers/types.ts'
import type { CallOptions, Store } from '../store/store.ts'
import { createUnconfirmedAsker } from './ask-unconfirmed.ts'
import type { Touched } from './bulk-operations.ts'
import { tellTouched } from './tell-touched.ts'

type Inputs = InferContractRouterInputs<typeof outboxContract>
type Outputs = InferContractRouterOutputs<typeof outboxContract>

/** What the Outbox shows, and what a person does there to many messages at once. */
export interface OutboxListService {
  overview(): Promise<Outputs['overview']>
  list(input: Inputs['list']): Promise<Outputs['list']>
  cancel(input: Inputs['cancel']): Promise<Outputs['cancel']>
  cancelAll(input: Inputs['cancelAll']): Promise<Outputs['cancelAll']>
  retryFailed(input: Inputs['retryFailed']): Promise<Outputs['retryFailed']>
  sendNow(input: Inputs['sendNow']): Promise<Outputs['sendNow']>
  settle(input: Inputs['settle']): Promise<Outputs['settle']>
  askAboutUnconfirmed(): Promise<Outputs['askAboutUnconfirmed']>
  /** @throws Refused `same_account`, `account_not_found` */
  moveWaiting(input: Inputs['moveWaiting']): Promise<Outputs['moveWaiting']>
}

export interface OutboxListServiceDependencies {
  store: Pick<Store, 'outboxLists' | 'messages' | 'receipts'>
  accounts: Pick<AccountService, 'providers' | 'describe' | 'open'>
  /** By account, why an active lane sends nothing just now. From the dispatcher; empty where none runs. */
  rests: () => ReadonlyMap<string, NonNullable<OutboxLane['rest']>>
  network: () => 'online' | 'offline'
  /** Tells the dispatcher that something is due, or out of the way. */
  wakeOutbox: () => void
  adapterContext: AdapterContext
  events: Pick<EventHub, 'changed'>
  log: Log
  /** ms UTC */
  now: () => number
}

/** The overview groups the failures of this long, in ms: a week. */
const FAILURES_WITHIN_MS = 7 * 24 * 60 * 60 * 1_000

/** Texts that are put to an adapter in one go: counting their parts is the host's own time, and must stay short. */
const MOVED_AT_ONCE = 250

export function createOutboxListService(dependencies: OutboxListServiceDependencies): OutboxListService {
  const { store, accounts, rests, network, wakeOutbox, adapterContext, events, log, now } = dependencies

  const changed = (touched: Touched): void => tellTouched(touched, { events, wakeOutbox })

  /** Work on thousands shows, and goes out, while it goes on. */
  const whileItLasts: CallOptions = { onProgress: () => changed(null) }

  const asker = createUnconfirmedAsker({ store, accounts, adapterContext, settledIn: changed, log, now })

  return {
    async overview() {
      const at = now()
      const failuresSince = Math.max(0, at - FAILURES_WITHIN_MS)
      const { lanes, counts, failures } = await store.outboxLists.overview({ since: failuresSince, now: at })
      const descriptors = new Map(accounts.providers().map((descriptor) => [descriptor.id, descriptor]))
      const resting = rests()
      return {
        lanes: lanes.map(({ provider, rate, ...lane }): OutboxLane => {
          const descriptor = descriptors.get(provider)
          const rest = lane.status === 'active' ? (resting.get(lane.accountId) ?? null) : null
          return {
            ...lane,
            providerName: descriptor?.name ?? provider,
            rate: rate ?? descriptor?.capabilities.defaultRate ?? null,
            // A rate comes free within a millisecond, the contract counts whole ones.
            rest: rest === null ? null : { reason: rest.reason, until: rest.until === null ? null : Math.ceil(rest.until) },
          }
        }),
        counts,
        network: network(),
        failures,
        failuresSince,
      }
    },

    list: (input) =>
      store.outboxLists.list({
        view: input.view,
        accountId: input.accountId ?? null,
        code: input.code ?? null,
        after: input.after ?? null,
        limit: input.limit,
      }),

    async cancel({ ids }) {
      const { touched, ...counts } = await store.outboxLists.cancel({ ids, now: now() }, whileItLasts)
      changed(touched)
      return counts
    },

    async cancelAll({ view, accountId }) {
      const { touched, ...counts } = await store.outboxLists.cancelAll({ view, accountId: accountId ?? null, now: now() }, whileItLasts)
      changed(touched)
      return counts
    },

    async retryFailed({ code, since }) {
      const { touched, ...counts } = await store.outboxLists.retryFailed({ code, since, now: now() }, whileItLasts)
      changed(touched)
      return counts
    },

    async sendNow({ ids, reason }) {
      const { touched, ...counts } = await store.outboxLists.sendNow({ ids, reason: reason ?? null, now: now() }, whileItLasts)
      changed(touched)
      return counts
    },

    async settle({ ids, decision }) {
      const { touched, ...counts } = await store.outboxLists.settle({ ids, decision, now: now() }, whileItLasts)
      changed(touched)
      return counts
    },

    askAboutUnconfirmed: () => asker.ask(),

    async moveWaiting({ fromAccountId, toAccountId }) {
      if (fromAccountId === toAccountId) {
        throw new Refused('same_account', 'These are the same account. Choose another one to move the messages to.')
      }
      const { adapter, config } = await accounts.describe(toAccountId)
      const sender = adapter.senderOf(config)
      const queued = await store.outboxLists.queuedIn({ accountId: fromAccountId })
      let moved = 0
      for (let start = 0; start < queued.length; start += MOVED_AT_ONCE) {
        const texts = await store.outboxLists.movable({ accountId: fromAccountId, ids: queued.slice(start, start + MOVED_AT_ONCE) })
        const ids = texts.filter((text) => messageProblem(adapter, config, text) === null).map(({ id }) => id)
        if (ids.length === 0) continue
        const done = await store.outboxLists.move({ ids, fromAccountId, toAccountId, sender, now: now() })
        moved += done.moved
        changed(queued.length > MOVED_AT_ONCE && done.moved > 0 ? null : done.touched)
      }
      return { moved, left: queued.length - moved }
    },
  }
}

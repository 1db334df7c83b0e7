import type { EventHub } from '../app/events.ts'
import type { Log } from '../log/log.ts'
import { tellPeopleChanged } from './tell-people.ts'
import type { Store } from '../store/store.ts'

/** Takes back what was cut off while people were removed, and forgets who was removed long ago. Once, while the desk opens. */
export function startRemovalCare({
  store,
  events,
  log,
  now,
}: {
  store: Pick<Store, 'contacts'>
  events: EventHub
  log: Log
  /** ms since 1970 UTC. */
  now: number
}): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const settled = settle()

  async function settle(): Promise<void> {
    try {
      const people = await store.contacts.settleRemovals({ now }, { signal: stopping.signal })
      if (people === 0) return
      log.info('contacts.removal_taken_back', { people })
      tellPeopleChanged(events)
    } catch (error) {
      if (!stopping.signal.aborted) log.error('contacts.removals_not_settled', error)
    }
  }

  return {
    stop() {
      stopping.abort()
      return settled
    },
  }
}

import { EventPublisher } from '@orpc/server'
import type { Change, DeskEvent } from '../../shared/contract/desk.ts'
import type { Clock } from './ports.ts'

/** Changes within this many milliseconds travel as one event, so that a burst of sends redraws a screen once. */
const COALESCE_MS = 40

/** Where the host says what changed and the doors listen. */
export interface EventHub {
  /** Says that something changed. Coalesced; repeats within a burst are dropped. */
  changed(...changes: Change[]): void
  publish(event: DeskEvent): void
  /** Calls back with every event until the returned function is called. */
  subscribe(listener: (event: DeskEvent) => void): () => void
  /** Events as an async iterator that ends with the signal. */
  iterate(signal: AbortSignal | undefined): AsyncIteratorObject<DeskEvent, unknown, void>
}

export function createEventHub(clock: Clock): EventHub {
  const publisher = new EventPublisher<{ event: DeskEvent }>({ maxBufferedEvents: 1_000 })
  let pending = new Map<string, Change>()
  let timer: { cancel(): void } | null = null

  function flush(): void {
    timer = null
    const changes = [...pending.values()]
    pending = new Map()
    publisher.publish('event', { kind: 'changed', changes })
  }

  return {
    changed(...changes) {
      for (const change of changes) pending.set(`${change.topic} ${change.conversationId ?? ''}`, change)
      timer ??= clock.setTimer(COALESCE_MS, flush)
    },
    publish(event) {
      publisher.publish('event', event)
    },
    subscribe: (listener) => publisher.subscribe('event', listener),
    iterate: (signal) => publisher.subscribe('event', signal === undefined ? {} : { signal }),
  }
}

import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'

/** Screens hear of hooks at most this often, in milliseconds: what they then ask for must not slow the listener down. */
const EVERY_MS = 500

/** Tells the screens that hooks came or that something became of them. */
export interface HookNews {
  /** Costs nothing: may be called for every commit. */
  readonly tell: () => void
  /** Tells nothing more. */
  stop(): void
}

export function createHookNews({ events, setTimer }: { events: Pick<EventHub, 'changed'>; setTimer: Clock['setTimer'] }): HookNews {
  let timer: { cancel(): void } | null = null
  let stopped = false

  function publish(): void {
    timer = null
    events.changed({ topic: 'hooks' })
  }

  return {
    tell() {
      if (!stopped) timer ??= setTimer(EVERY_MS, publish)
    },
    stop() {
      stopped = true
      timer?.cancel()
    },
  }
}

import type { Clock } from '../../src/main/app/ports.ts'

/** A clock that stands still until the test turns it. */
export interface FakeClock extends Clock {
  /**
   * Moves time on by `ms`, running every timer that comes due, in order of its instant, including those the timers
   * set themselves. Between timers, and at the end, promises and already finished input and output get their turn.
   */
  advance(ms: number): Promise<void>
  /** Timers that are set and not yet run. */
  readonly pendingTimers: number
}

interface Timer {
  at: number
  order: number
  task: () => void
}

/** @param start first instant, in ms since 1970 UTC */
export function createFakeClock(start: number = Date.UTC(2026, 2, 2, 9, 0, 0)): FakeClock {
  let now = start
  let order = 0
  const timers = new Set<Timer>()

  function nextDue(until: number): Timer | undefined {
    let next: Timer | undefined
    for (const timer of timers) {
      if (timer.at > until) continue
      if (next === undefined || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer
    }
    return next
  }

  return {
    now: () => now,
    setTimer(ms, task) {
      order += 1
      const timer: Timer = { at: now + Math.max(0, ms), order, task }
      timers.add(timer)
      return { cancel: () => void timers.delete(timer) }
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        timers.delete(due)
        now = due.at
        due.task()
        await settle()
      }
      now = until
      await settle()
    },
    get pendingTimers() {
      return timers.size
    },
  }
}

/** Lets promise chains and ready callbacks of the event loop run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

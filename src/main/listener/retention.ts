import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'

/** First so long after the start, in milliseconds: opening the desk comes first. */
const FIRST_MS = 60_000
/** Then this often, in milliseconds. */
const EVERY_MS = 24 * 3_600_000

export interface HookRetentionDependencies {
  store: Pick<Store, 'hookJournal'>
  settings: Pick<SettingsService, 'get'>
  events: Pick<EventHub, 'changed' | 'subscribe'>
  clock: Clock
  log: Log
}

/**
 * Forgets old hooks while the desk runs: after the start, once a day, and when somebody changes for how long they are kept. A
 * run that fails is logged; the next one does its work.
 */
export function startHookRetention({ store, settings, events, clock, log }: HookRetentionDependencies): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let timer = clock.setTimer(FIRST_MS, onTimer)
  let runs: Promise<void> = Promise.resolve()
  /** What the latest run went by; null before the first. */
  let kept: number | null = null

  const unsubscribe = events.subscribe((event) => {
    if (event.kind === 'changed' && event.changes.some(({ topic }) => topic === 'settings')) enqueue({ onlyIfChanged: true })
  })

  function onTimer(): void {
    timer = clock.setTimer(EVERY_MS, onTimer)
    enqueue({ onlyIfChanged: false })
  }

  /** One run after the other. */
  function enqueue(how: { onlyIfChanged: boolean }): void {
    runs = runs
      .then(() => run(how))
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) log.error('hooks.not_pruned', error)
      })
  }

  async function run({ onlyIfChanged }: { onlyIfChanged: boolean }): Promise<void> {
    if (stopping.signal.aborted) return
    const { hookRetentionDays: days } = await settings.get()
    if (onlyIfChanged && (kept === null || days === kept)) return
    kept = days
    const { removed } = await store.hookJournal.prune({ days, now: clock.now() }, { signal: stopping.signal })
    if (removed === 0) return
    log.info('hooks.pruned', { removed, days })
    events.changed({ topic: 'hooks' })
  }

  return {
    stop() {
      stopping.abort()
      timer.cancel()
      unsubscribe()
      return runs
    },
  }
}

import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import type { Store } from '../store/store.ts'

/** After the last text so long, in ms, nothing came: then those that came are put into the index. */
const QUIET_MS = 2_000
/** Where texts keep coming, no longer than this, in ms. A search reads what is not in the index yet. */
const LONGEST_WAIT_MS = 10_000
/** Between two batches, in ms: texts and hooks go first. */
const BETWEEN_BATCHES_MS = 15

export interface SearchIndexerDependencies {
  store: Pick<Store, 'search'>
  events: Pick<EventHub, 'changed' | 'subscribe'>
  clock: Clock
  log: Log
}

/**
 * Keeps the index of texts up to date beside everything else: when the desk opens, and when texts came. A run that fails is
 * logged; the next one does its work.
 */
export function startSearchIndexer({ store, events, clock, log }: SearchIndexerDependencies): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let timer: { cancel(): void } | null = null
  let since: number | null = null
  let wake: () => void = () => {}
  let isRunning = true
  let running = run()

  const unsubscribe = events.subscribe((event) => {
    if (event.kind === 'changed' && event.changes.some(({ topic }) => topic === 'messages')) soon()
  })

  function soon(): void {
    if (stopping.signal.aborted || isRunning) return
    const now = clock.now()
    since ??= now
    timer?.cancel()
    timer = clock.setTimer(Math.max(0, Math.min(QUIET_MS, since + LONGEST_WAIT_MS - now)), () => {
      timer = null
      since = null
      isRunning = true
      running = run()
    })
  }

  async function run(): Promise<void> {
    let texts = 0
    try {
      for (let isMore = true; isMore && !stopping.signal.aborted;) {
        const batch = await store.search.index()
        texts += batch.texts
        isMore = batch.isMore
        if (isMore) await pause()
      }
      if (texts > 0) log.info('search.indexed', { texts })
    } catch (error) {
      if (!stopping.signal.aborted) log.error('search.not_indexed', error)
    } finally {
      isRunning = false
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve
      timer = clock.setTimer(BETWEEN_BATCHES_MS, resolve)
    })
  }

  return {
    async stop() {
      stopping.abort()
      unsubscribe()
      timer?.cancel()
      wake()
      await running
    },
  }
}

import { useCallback, useSyncExternalStore } from 'react'
import { useNow } from '../components/useNow.ts'

const SECOND_MS = 1_000

/**
 * The present moment in ms UTC. Moves on at each full minute; every second while something on show is counted down, that
 * is until `countdown` (ms UTC; null for nothing). Nobody is asked: only the words change.
 */
export function useClock(countdown: number | null): number {
  const minute = useNow()
  const counts = countdown !== null
  const subscribe = useCallback(
    (notify: () => void) => {
      if (!counts) return () => undefined
      const timer = window.setInterval(notify, SECOND_MS)
      return () => window.clearInterval(timer)
    },
    [counts],
  )
  const second = useSyncExternalStore(subscribe, () => (counts ? Math.floor(Date.now() / SECOND_MS) * SECOND_MS : null))
  return second ?? minute
}

/** The latest of the moments of which `momentOf` says that seconds are counted down to them; null for none. */
export function lastCountdown<T>(shown: readonly T[], momentOf: (one: T, now: number) => number | null): number | null {
  const now = Date.now()
  const moments = shown.flatMap((one) => momentOf(one, now) ?? [])
  return moments.length === 0 ? null : Math.max(...moments)
}

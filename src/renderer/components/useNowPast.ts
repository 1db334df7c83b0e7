import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

/** What is further ahead is left to the ticking of `now`, in milliseconds. */
const SOON_MS = 2 * 60_000

/** `now`, moved on when the moment `at` comes before the next full minute does: what ends then is drawn as ended then. Both in ms UTC. */
export function useNowPast(now: number, at: number | null): number {
  const [reached, setReached] = useState(0)
  useEffect(() => {
    const wait = at === null ? 0 : at - Date.now()
    if (at === null || at <= now || wait > SOON_MS) return undefined
    const timer = window.setTimeout(() => setReached(at), Math.max(0, wait))
    return () => window.clearTimeout(timer)
  }, [at, now])
  return at !== null && reached >= at ? Math.max(now, at) : now
}

/** Whole seconds left until `at` (ms UTC), counting down; 0 once it has come. */
export function useSecondsLeft(at: number): number {
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer = 0
      function wait(): void {
        const left = at - Date.now()
        if (left <= 0) return
        timer = window.setTimeout(
          () => {
            notify()
            wait()
          },
          left % 1_000 || 1_000,
        )
      }
      wait()
      return () => window.clearTimeout(timer)
    },
    [at],
  )
  return useSyncExternalStore(subscribe, () => Math.ceil(Math.max(0, at - Date.now()) / 1_000))
}

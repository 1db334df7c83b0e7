import { useEffect, useState } from 'react'

/** The present moment in milliseconds, moving on at each full minute, so that "09:41" becomes "Yesterday" by itself. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer = 0
    function wait(): void {
      timer = window.setTimeout(
        () => {
          setNow(Date.now())
          wait()
        },
        60_000 - (Date.now() % 60_000) + 5,
      )
    }
    function catchUp(): void {
      if (document.visibilityState === 'visible') setNow(Date.now())
    }
    wait()
    document.addEventListener('visibilitychange', catchUp)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', catchUp)
    }
  }, [])
  return now
}

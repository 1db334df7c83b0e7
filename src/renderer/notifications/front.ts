/** The window has the focus and can be seen. */
export function isInFront(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

/** Held by the one window of the desk that tells the computer: the others of the same browser do not tell it again. */
const TELLER = 'sms-desk teller'
/** Held, together with others, by each window that is in front. */
const IN_FRONT = 'sms-desk in front'

/** What the windows of the desk in one browser know of each other. */
export interface Windows {
  /** Whether this window is the one that tells the computer, and no window of the desk is in front. */
  tells(): Promise<boolean>
  close(): void
}

/**
 * Agrees with the other windows of this browser by locks of the page's origin, which a window that closes or crashes
 * gives up by itself. Where there are no such locks every window is on its own.
 * @param onFront the window came to the front
 */
export function joinWindows(onFront: () => void): Windows {
  const locks: LockManager | undefined = navigator.locks
  const stop = new AbortController()
  const { signal } = stop
  let leads = locks === undefined
  let leaveFront: AbortController | null = null

  const untilAborted = (until: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      until.addEventListener('abort', () => resolve(), { once: true })
    })

  function look(): void {
    if (isInFront() === (leaveFront !== null)) return
    if (leaveFront !== null) {
      leaveFront.abort()
      leaveFront = null
      return
    }
    const leave = new AbortController()
    leaveFront = leave
    onFront()
    locks?.request(IN_FRONT, { mode: 'shared' }, () => untilAborted(leave.signal)).catch(() => undefined)
  }

  locks
    ?.request(TELLER, { signal }, () => {
      leads = true
      return untilAborted(signal)
    })
    .catch(() => undefined)
  for (const event of ['focus', 'blur'] as const) window.addEventListener(event, look, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  look()

  return {
    async tells() {
      if (!leads) return false
      const held = (await locks?.query())?.held ?? []
      return !held.some(({ name }) => name === IN_FRONT)
    },
    close() {
      leaveFront?.abort()
      leaveFront = null
      stop.abort()
    },
  }
}

import { net, powerMonitor } from 'electron'
import type { NetworkSignal } from '../app/ports.ts'

/** How often the system is asked, in milliseconds: it has no event for it in the main process. Costs no traffic. */
const LOOK_EVERY_MS = 3_000

/**
 * What the system says about being connected. It knows of cables and networks, not of the internet beyond them: `online`
 * only means that trying makes sense. Waking up counts as a change, so that what waited through sleep is looked at.
 */
export function createNetworkSignal(): NetworkSignal & { stop(): void } {
  const listeners = new Set<() => void>()
  let online = net.isOnline()
  function tell(): void {
    for (const listener of listeners) listener()
  }
  function look(): void {
    const now = net.isOnline()
    if (now === online) return
    online = now
    tell()
  }
  function wake(): void {
    online = net.isOnline()
    tell()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  powerMonitor.on('resume', wake)
  return {
    isOnline: () => online,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearInterval(timer)
      powerMonitor.off('resume', wake)
      listeners.clear()
    },
  }
}

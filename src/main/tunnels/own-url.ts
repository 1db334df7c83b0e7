import type { OnState, Tunnel } from './types.ts'

/** An address the business has by itself: nothing is run for it. */
export function createOwnUrl({ url, onState, now }: { url: string; onState: OnState; now: () => number }): Tunnel {
  return {
    start: () => onState({ state: 'running', url, since: now() }),
    stop() {
      onState({ state: 'off' })
      return Promise.resolve()
    },
  }
}

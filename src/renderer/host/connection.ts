import { createORPCClient, type ClientLink } from '@orpc/client'
import type { DeskClient } from '../../shared/contract/client.ts'

type DeskLink = ClientLink<Record<never, never>>

/** An open way to the host. */
export interface OpenDoor {
  link: DeskLink
  isOpen(): boolean
  /** Settles when it no longer works; never rejects. */
  closed: Promise<void>
}

/** The host is there but does not let this window in. */
export class DoorShut extends Error {
  constructor() {
    super('The host does not know this window.')
    this.name = 'DoorShut'
  }
}

/** Opens a way to the host. @throws DoorShut when it does not let this window in; anything else when it cannot be reached now */
export type Door = () => Promise<OpenDoor>

/** `connecting` until the first try has ended; `lost` and `shut` while the host is away, or does not let this window in. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'shut'

/** Thrown for every call made while the host cannot be reached, and for calls that a break cut off. */
export class ConnectionLost extends Error {
  constructor() {
    super('The host could not be reached.')
    this.name = 'ConnectionLost'
  }
}

/** The window's one connection: stays the same object over any number of breaks. */
export interface Connection {
  client: DeskClient
  state(): ConnectionState
  /** Calls back after each change of state until the returned function is called. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** Milliseconds before attempt n + 1: quick at first, since a restarting host is back in a second. */
const BACKOFF_MS = [300, 600, 1_000, 2_000, 4_000, 8_000]

/**
 * Keeps a connection through `door`, opening it again with a growing wait whenever it breaks. Calls made before
 * the first success wait for it; calls made during a break fail at once with {@link ConnectionLost}.
 */
export function connect(door: Door): Connection {
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connecting'
  let current: OpenDoor | null = null
  const stop = new AbortController()
  let firstOpen: (() => void) | null = null
  const opened = new Promise<void>((resolve) => {
    firstOpen = resolve
  })

  function become(next: ConnectionState): void {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }

  async function keepOpen(): Promise<void> {
    let failures = 0
    while (!stop.signal.aborted) {
      try {
        current = await door()
        failures = 0
        become('open')
        firstOpen?.()
        await current.closed
        current = null
        become('lost')
      } catch (error) {
        failures += 1
        become(error instanceof DoorShut ? 'shut' : 'lost')
      }
      if (stop.signal.aborted) return
      const wait = BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 8_000
      await new Promise((resolve) => {
        setTimeout(resolve, wait)
      })
    }
  }

  const link: DeskLink = {
    async call(path, input, options) {
      if (state === 'connecting') await opened
      const door = current
      if (door === null) throw new ConnectionLost()
      try {
        return await door.link.call(path, input, options)
      } catch (error) {
        throw door.isOpen() ? error : new ConnectionLost()
      }
    },
  }

  void keepOpen()
  return {
    client: createORPCClient<DeskClient>(link),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stop.abort()
    },
  }
}

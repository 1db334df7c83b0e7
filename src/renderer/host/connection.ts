import { createORPCClient, type ClientLink } from '@orpc/client'
import type { DeskClient } from '../../shared/contract/client.ts'

type DeskLink = ClientLink<Record<never, never>>

/** An open way to the host. `closed` settles when it no longer works, and never rejects. */
export interface OpenDoor {
  link: DeskLink
  closed: Promise<void>
}

/** Opens a way to the host. @throws when the host cannot be reached now */
export type Door = () => Promise<OpenDoor>

/** `connecting` until the first success; `lost` from a break until the next success. */
export type ConnectionState = 'connecting' | 'open' | 'lost'

/** Thrown for every call made while the host cannot be reached, and for calls that a break cut off. */
export class ConnectionLost extends Error {
  constructor() {
    super('The desk is not running, so this could not be done. Please try again when it is back.')
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
      } catch {
        failures += 1
      }
      current = null
      if (stop.signal.aborted) return
      become('lost')
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
      const broken = door.closed.then(() => {
        throw new ConnectionLost()
      })
      return await Promise.race([door.link.call(path, input, options), broken])
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

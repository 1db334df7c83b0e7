import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { createRefetcher, type DeskQueries } from './refetch.ts'

/** The host as screens see it. */
export interface Host {
  /** Calls the host directly. Prefer `queries` for anything that is shown. */
  client: DeskClient
  /** TanStack Query options for every operation: `useQuery(queries.contacts.list.queryOptions({ input }))`. */
  queries: DeskQueries
  connection: Connection
  /** Calls back with every pushed event until the returned function is called. Changes are handled already. */
  onEvent(listener: (event: DeskEvent) => void): () => void
}

/** Wait before asking for the events again after their stream ended, in milliseconds. */
const LISTEN_AGAIN_MS = 1_000

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

const HostContext = createContext<Host | null>(null)

/** The host. @throws outside of `HostProvider` */
export function useHost(): Host {
  const host = useContext(HostContext)
  if (host === null) throw new Error('useHost is used outside of HostProvider')
  return host
}

/** Whether the host can be reached. */
export function useConnectionState(): ConnectionState {
  const { connection } = useHost()
  return useSyncExternalStore(connection.subscribe, connection.state)
}

/** Calls `listener` with every event the host pushes, for as long as the component is shown. */
export function useDeskEvents(listener: (event: DeskEvent) => void): void {
  const { onEvent } = useHost()
  useEffect(() => onEvent(listener), [onEvent, listener])
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The host pushes what changes, so an answer stays good until then. Nothing is asked on focus or by a timer.
      queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Gives the window its connection: answers are kept, and asked for again when the host says they changed. */
export function HostProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  const queryClient = useMemo(createQueryClient, [])
  const listeners = useMemo(() => new Set<(event: DeskEvent) => void>(), [])
  const host = useMemo<Host>(
    () => ({
      client: connection.client,
      queries: createTanstackQueryUtils(connection.client),
      connection,
      onEvent(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }),
    [connection, listeners],
  )

  useEffect(() => {
    const refetcher = createRefetcher(queryClient, host.queries)
    const stop = new AbortController()
    let first = true
    let listening = false

    async function listen(): Promise<void> {
      const events = await host.client.desk.events(undefined, { signal: stop.signal })
      // Subscribed first, asked again second: nothing that changes in between is missed.
      if (!first) void queryClient.invalidateQueries()
      first = false
      for await (const event of events) {
        refetcher.take(event)
        for (const listener of listeners) listener(event)
      }
    }

    async function keepListening(): Promise<void> {
      if (listening) return
      listening = true
      while (connection.state() === 'open' && !stop.signal.aborted) {
        // A stream that ends while the connection stands is asked for again; a break ends the loop.
        await listen().catch(() => undefined)
        if (connection.state() === 'open' && !stop.signal.aborted) await pause(LISTEN_AGAIN_MS)
      }
      listening = false
    }

    function listenQuietly(): void {
      void keepListening()
    }

    const unsubscribe = connection.subscribe(listenQuietly)
    listenQuietly()
    return () => {
      unsubscribe()
      stop.abort()
    }
  }, [connection, host, listeners, queryClient])

  return (
    <HostContext.Provider value={host}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </HostContext.Provider>
  )
}

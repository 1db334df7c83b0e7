import { QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import type { ConnectionState } from './connection.ts'
import type { Host } from './host.ts'

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

/** Gives the window its host, and listens to it while the window is there. */
export function HostProvider({ host, children }: { host: Host; children: ReactNode }) {
  useEffect(() => host.listen(), [host])
  return (
    <HostContext.Provider value={host}>
      <QueryClientProvider client={host.answers}>{children}</QueryClientProvider>
    </HostContext.Provider>
  )
}

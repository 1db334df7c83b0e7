import { createContext, useContext, useEffect, type ReactNode } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { UiState } from '../app/uiState.tsx'
import { ConnectionLost } from '../host/connection.ts'
import type { Host } from '../host/host.ts'
import { createDraftKeeper, NO_KEEPER, type DraftKeeper } from './draft-keeper.ts'
import { NEW_DRAFT } from './drafts.ts'

const DraftKeeperContext = createContext<DraftKeeper>(NO_KEEPER)

/** What keeps the drafts at the host. */
export function useDraftKeeper(): DraftKeeper {
  return useContext(DraftKeeperContext)
}

/** Takes up the draft of a composer that is shown, and writes it when the composer goes. */
export function useKeptDraft(key: string): void {
  const keeper = useDraftKeeper()
  useEffect(() => {
    void keeper.open(key)
    return () => void keeper.flush(key)
  }, [keeper, key])
}

/** Gives composers what keeps their drafts. */
export function DraftKeeping({ keeper, children }: { keeper: DraftKeeper; children: ReactNode }) {
  return <DraftKeeperContext value={keeper}>{children}</DraftKeeperContext>
}

/** Keeps the window's drafts at the host for as long as the window is there. Called once, as the window is made. */
export function keepDrafts(host: Host, state: StoreApi<UiState>): DraftKeeper {
  const { client, connection } = host
  const keeper = createDraftKeeper({
    state,
    read: (key) => client.drafts.get({ key }),
    save: (key, draft) => client.drafts.save({ key, draft }),
    mayWorkLater: (error) => error instanceof ConnectionLost,
    isBeingTyped: (key) =>
      document.hasFocus() && document.activeElement instanceof HTMLTextAreaElement && document.activeElement.dataset['draft'] === key,
  })
  host.onEvent((event) => {
    if (event.kind !== 'changed') return
    for (const { topic, conversationId } of event.changes) if (topic === 'drafts') void keeper.changedElsewhere(conversationId ?? NEW_DRAFT)
  })
  connection.subscribe(() => {
    if (connection.state() === 'open') void keeper.flush()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper.flush()
  })
  globalThis.addEventListener('pagehide', () => void keeper.flush())
  return keeper
}

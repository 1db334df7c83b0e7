import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a draft asked the host to send: kept until the host has answered, so that asking again never sends twice. */
export interface AskedSend {
  requestId: string
  accountId: string
  to: readonly string[]
  text: string
}

/** A text being written. Lives in memory only, one per conversation and one for a new conversation. */
export interface Draft {
  text: string
  /** The account chosen for this text; null while the usual one applies. */
  accountId: string | null
  asked: AskedSend | null
}

/** The tabs of the conversation list. `settle` shows what waits for the person's word on unconfirmed texts. */
export type InboxTab = 'all' | 'unread' | 'unanswered' | 'failed' | 'settle'

/** State of the window that the host does not know: nothing here outlives the window. */
export interface UiState {
  drafts: Readonly<Record<string, Draft>>
  inboxTab: InboxTab
  searchText: string
  shortcutsOpen: boolean
  /** The person closed the note that keys are kept in memory only. */
  memoryNoteClosed: boolean
  setDraft(key: string, draft: Partial<Draft>): void
  /** Drops the draft once `sentText` was taken; what was written on top of it since stays. */
  clearDraft(key: string, sentText: string): void
  setInboxTab(tab: InboxTab): void
  setSearchText(text: string): void
  setShortcutsOpen(open: boolean): void
  closeMemoryNote(): void
}

/** The draft of a conversation nobody wrote in yet. */
export const EMPTY_DRAFT: Draft = { text: '', accountId: null, asked: null }

export function createUiState(): StoreApi<UiState> {
  return createStore<UiState>()((set) => ({
    drafts: {},
    inboxTab: 'all',
    searchText: '',
    shortcutsOpen: false,
    memoryNoteClosed: false,
    setDraft: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...(drafts[key] ?? EMPTY_DRAFT), ...draft } } })),
    clearDraft: (key, sentText) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        if (draft === undefined) return {}
        const { [key]: _gone, ...others } = drafts
        return { drafts: draft.text === sentText ? others : { ...drafts, [key]: { ...draft, asked: null } } }
      }),
    setInboxTab: (inboxTab) => set({ inboxTab }),
    setSearchText: (searchText) => set({ searchText }),
    setShortcutsOpen: (shortcutsOpen) => set({ shortcutsOpen }),
    closeMemoryNote: () => set({ memoryNoteClosed: true }),
  }))
}

const UiStateContext = createContext<StoreApi<UiState> | null>(null)

export function UiStateProvider({ state, children }: { state: StoreApi<UiState>; children: ReactNode }) {
  return <UiStateContext.Provider value={state}>{children}</UiStateContext.Provider>
}

/** Reads the window's own state. @throws outside of `UiStateProvider` */
export function useUiState<T>(select: (state: UiState) => T): T {
  const state = useContext(UiStateContext)
  if (state === null) throw new Error('useUiState is used outside of UiStateProvider')
  return useStore(state, select)
}

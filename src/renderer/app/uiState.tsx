import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WallTime } from '../../shared/contract/messages.ts'
import { EVERYTHING, type ActivityFilter } from '../activity/filter.ts'
import { NO_FILTER, type InboxFilter } from '../inbox/search/filter.ts'

/** What a draft asked the host to send: kept until the host has answered, so that asking again never sends twice. */
export interface AskedSend {
  requestId: string
  accountId: string
  to: readonly string[]
  text: string
  /** When it goes out; null for at once. */
  schedule: WallTime | null
  /** Not sent any more after this instant, in milliseconds since 1970 UTC. */
  validUntil: number | null
  /** The provider keeps it until its time. */
  keptByProvider: boolean
  /** Sent although the same text went to the same number a short while ago. */
  again: boolean
}

/** Somebody a text goes to. */
export interface Recipient {
  e164: string
  /** Name, or the number as people write it. */
  label: string
  /** Their conversation, if there is one already. */
  conversationId: string | null
}

/** A text being written. Lives in memory only, one per conversation and one for a new conversation. */
export interface Draft {
  text: string
  /** The account chosen for this text; null while the usual one applies. */
  accountId: string | null
  asked: AskedSend | null
  /** Texts that were taken back while another one was being written: kept, latest last, until they are wanted or dropped. */
  takenBack: readonly string[]
}

/** The tabs of the conversation list. `settle` shows what waits for the person's word on unconfirmed texts. */
export type InboxTab = 'all' | 'unread' | 'unanswered' | 'failed' | 'settle'

/** State of the window that the host does not know: nothing here outlives the window. */
export interface UiState {
  drafts: Readonly<Record<string, Draft>>
  inboxTab: InboxTab
  searchText: string
  searchFilter: InboxFilter
  /** How far the results of the search are scrolled, in pixels. */
  searchScroll: number
  activityFilter: ActivityFilter
  shortcutsOpen: boolean
  /** The person closed the note that keys are kept in memory only. */
  memoryNoteClosed: boolean
  /** People a text goes to that was taken back and is to be written anew; null once the dialog has taken them up. */
  reopened: readonly Recipient[] | null
  setDraft(key: string, draft: Partial<Draft>): void
  /** Drops the draft once `sentText` was taken; what was written on top of it since stays. */
  clearDraft(key: string, sentText: string): void
  /** Puts a text back that was taken back: into the field where that is empty, else beside it. */
  putBack(key: string, taken: { text: string; accountId: string }): void
  /** Puts the latest kept text into the field, and keeps what stood there instead. */
  swapTakenBack(key: string): void
  dropTakenBack(key: string): void
  setReopened(recipients: readonly Recipient[] | null): void
  setInboxTab(tab: InboxTab): void
  /** Another text begins at the top of its results. */
  setSearchText(text: string): void
  setSearchFilter(change: Partial<InboxFilter>): void
  setSearchScroll(pixels: number): void
  setActivityFilter(change: Partial<ActivityFilter>): void
  setShortcutsOpen(open: boolean): void
  closeMemoryNote(): void
}

/** The draft of a conversation nobody wrote in yet. */
export const EMPTY_DRAFT: Draft = { text: '', accountId: null, asked: null, takenBack: [] }

export function createUiState(): StoreApi<UiState> {
  return createStore<UiState>()((set) => ({
    drafts: {},
    inboxTab: 'all',
    searchText: '',
    searchFilter: NO_FILTER,
    searchScroll: 0,
    activityFilter: EVERYTHING,
    shortcutsOpen: false,
    memoryNoteClosed: false,
    reopened: null,
    setDraft: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...(drafts[key] ?? EMPTY_DRAFT), ...draft } } })),
    clearDraft: (key, sentText) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        if (draft === undefined) return {}
        if (draft.text !== sentText) return { drafts: { ...drafts, [key]: { ...draft, asked: null } } }
        const { [key]: _gone, ...others } = drafts
        return { drafts: draft.takenBack.length === 0 ? others : { ...drafts, [key]: { ...EMPTY_DRAFT, takenBack: draft.takenBack } } }
      }),
    putBack: (key, { text, accountId }) =>
      set(({ drafts }) => {
        const draft = drafts[key] ?? EMPTY_DRAFT
        const back = draft.text.trim() === '' ? { text, accountId, asked: null } : { takenBack: [...draft.takenBack, text] }
        return { drafts: { ...drafts, [key]: { ...draft, ...back } } }
      }),
    swapTakenBack: (key) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        const text = draft?.takenBack.at(-1)
        if (draft === undefined || text === undefined) return {}
        const kept = draft.takenBack.slice(0, -1)
        const takenBack = draft.text.trim() === '' ? kept : [draft.text, ...kept]
        return { drafts: { ...drafts, [key]: { ...draft, text, asked: null, takenBack } } }
      }),
    dropTakenBack: (key) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        return draft === undefined ? {} : { drafts: { ...drafts, [key]: { ...draft, takenBack: draft.takenBack.slice(0, -1) } } }
      }),
    setReopened: (reopened) => set({ reopened }),
    setInboxTab: (inboxTab) => set({ inboxTab }),
    setSearchText: (searchText) => set({ searchText, searchScroll: 0, ...(searchText === '' ? { searchFilter: NO_FILTER } : {}) }),
    setSearchFilter: (change) => set(({ searchFilter }) => ({ searchFilter: { ...searchFilter, ...change }, searchScroll: 0 })),
    setSearchScroll: (searchScroll) => set({ searchScroll }),
    setActivityFilter: (change) => set(({ activityFilter }) => ({ activityFilter: { ...activityFilter, ...change } })),
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

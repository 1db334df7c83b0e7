import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WallTime } from '../../shared/contract/messages.ts'
import { EVERYTHING, type ActivityFilter } from '../activity/filter.ts'
import { NO_FILTER, type SearchNarrowing } from '../inbox/search/filter.ts'

/** What a draft asked the host to send: kept until the host has answered, so that asking again never sends twice. */
export interface AskedSend {
  requestId: string
  accountId: string
  to: readonly string[]
  text: string
  /** What goes out to each of `to` once the merge fields are filled in; null where that is `text` as it is. */
  texts: readonly string[] | null
  /** Templates it was made from. */
  templateIds: readonly string[]
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

/**
 * A text being written, one per conversation and one for a new conversation. The window's copy, so that typing waits for nothing; the host
 * keeps it across restarts (src/renderer/inbox/draft-keeper.ts).
 */
export interface Draft {
  text: string
  /** The account chosen for this text; null while the usual one applies. */
  accountId: string | null
  asked: AskedSend | null
  /** Texts kept beside the one being written, latest last, until they are wanted or dropped: taken back meanwhile, or written to somebody else. */
  takenBack: readonly string[]
  /** Who a new text goes to; empty for one in a conversation. */
  recipients: readonly Recipient[]
}

/** The tabs of the conversation list. `settle` shows what waits for the person's word on unconfirmed texts; `archived` is in the filters. */
export type InboxTab = 'all' | 'unread' | 'unanswered' | 'failed' | 'settle' | 'archived'

/** What the conversation list is narrowed to beside its tab; null for no such filter. */
export interface InboxFilter {
  labelId: string | null
  accountId: string | null
}

/** What is to be saved as a file: a conversation, or all. */
export interface Exporting {
  conversationId: string | null
  /** Name or number of the other side; null for all. */
  who: string | null
}

/** State of the window that the host does not know: nothing here outlives the window. */
export interface UiState {
  drafts: Readonly<Record<string, Draft>>
  /** Ids of the templates each draft was made from: a use of them is counted once it is sent. */
  madeFrom: Readonly<Record<string, readonly string[]>>
  inboxTab: InboxTab
  inboxFilter: InboxFilter
  /** The conversation the person was taken on to by archiving the one before: it does not take the focus, so that the next key is no text. */
  goneOnTo: string | null
  /** The conversation whose labels are being chosen; null while none are. */
  labelling: string | null
  searchText: string
  searchFilter: SearchNarrowing
  /** How far the results of the search are scrolled, in pixels. */
  searchScroll: number
  activityFilter: ActivityFilter
  shortcutsOpen: boolean
  paletteOpen: boolean
  /** The dialog that saves texts as a file is open for this. */
  exporting: Exporting | null
  /** The person closed the note that keys are kept in memory only. */
  memoryNoteClosed: boolean
  setDraft(key: string, draft: Partial<Draft>): void
  setMadeFrom(key: string, templateIds: readonly string[]): void
  /** Drops the draft once `sentText` was taken; what was written on top of it since stays. */
  clearDraft(key: string, sentText: string): void
  /** Puts a text back that was taken back: into the field where that is empty, else beside it. Its people come back where nobody was chosen since. */
  putBack(key: string, taken: { text: string; accountId: string; recipients?: readonly Recipient[] }): void
  /** Puts aside a text to other people, so that it cannot go to the wrong ones: it is kept beside the field. */
  setAside(key: string): void
  /** Takes up a draft as the host keeps it, as a whole; null for none. */
  takeUpDraft(key: string, draft: Draft | null): void
  /** Puts the latest kept text into the field, and keeps what stood there instead. */
  swapTakenBack(key: string): void
  dropTakenBack(key: string): void
  setInboxTab(tab: InboxTab): void
  setInboxFilter(change: Partial<InboxFilter>): void
  setGoneOnTo(conversationId: string | null): void
  setLabelling(conversationId: string | null): void
  /** Another text begins at the top of its results. */
  setSearchText(text: string): void
  setSearchFilter(change: Partial<SearchNarrowing>): void
  setSearchScroll(pixels: number): void
  setActivityFilter(change: Partial<ActivityFilter>): void
  setShortcutsOpen(open: boolean): void
  setPaletteOpen(open: boolean): void
  setExporting(exporting: Exporting | null): void
  closeMemoryNote(): void
}

/** The draft of a conversation nobody wrote in yet. */
export const EMPTY_DRAFT: Draft = { text: '', accountId: null, asked: null, takenBack: [], recipients: [] }

export function createUiState(): StoreApi<UiState> {
  return createStore<UiState>()((set) => ({
    drafts: {},
    madeFrom: {},
    inboxTab: 'all',
    inboxFilter: { labelId: null, accountId: null },
    goneOnTo: null,
    labelling: null,
    searchText: '',
    searchFilter: NO_FILTER,
    searchScroll: 0,
    activityFilter: EVERYTHING,
    shortcutsOpen: false,
    paletteOpen: false,
    exporting: null,
    memoryNoteClosed: false,
    setDraft: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...(drafts[key] ?? EMPTY_DRAFT), ...draft } } })),
    setMadeFrom: (key, templateIds) => set(({ madeFrom }) => ({ madeFrom: { ...madeFrom, [key]: templateIds } })),
    clearDraft: (key, sentText) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        if (draft === undefined) return {}
        if (draft.text !== sentText) return { drafts: { ...drafts, [key]: { ...draft, asked: null } } }
        const { [key]: _gone, ...others } = drafts
        return { drafts: draft.takenBack.length === 0 ? others : { ...drafts, [key]: { ...EMPTY_DRAFT, takenBack: draft.takenBack } } }
      }),
    putBack: (key, { text, accountId, recipients = [] }) =>
      set(({ drafts }) => {
        const before = drafts[key] ?? EMPTY_DRAFT
        // Whoever has been chosen since stays: a text taken back must not add people to another one.
        const draft = before.recipients.length === 0 ? { ...before, recipients } : before
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
    setAside: (key) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        if (draft === undefined) return {}
        const takenBack = draft.text.trim() === '' ? draft.takenBack : [...draft.takenBack, draft.text]
        return { drafts: { ...drafts, [key]: { ...EMPTY_DRAFT, takenBack } } }
      }),
    takeUpDraft: (key, draft) =>
      set(({ drafts }) => {
        const { [key]: _before, ...others } = drafts
        return { drafts: draft === null ? others : { ...others, [key]: draft } }
      }),
    dropTakenBack: (key) =>
      set(({ drafts }) => {
        const draft = drafts[key]
        return draft === undefined ? {} : { drafts: { ...drafts, [key]: { ...draft, takenBack: draft.takenBack.slice(0, -1) } } }
      }),
    setInboxTab: (inboxTab) => set({ inboxTab }),
    setInboxFilter: (change) => set(({ inboxFilter }) => ({ inboxFilter: { ...inboxFilter, ...change } })),
    setGoneOnTo: (goneOnTo) => set({ goneOnTo }),
    setLabelling: (labelling) => set({ labelling }),
    setSearchText: (searchText) => set({ searchText, searchScroll: 0, ...(searchText === '' ? { searchFilter: NO_FILTER } : {}) }),
    setSearchFilter: (change) => set(({ searchFilter }) => ({ searchFilter: { ...searchFilter, ...change }, searchScroll: 0 })),
    setSearchScroll: (searchScroll) => set({ searchScroll }),
    setActivityFilter: (change) => set(({ activityFilter }) => ({ activityFilter: { ...activityFilter, ...change } })),
    setShortcutsOpen: (shortcutsOpen) => set({ shortcutsOpen }),
    setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
    setExporting: (exporting) => set({ exporting }),
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

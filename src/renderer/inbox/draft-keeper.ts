import type { StoreApi } from 'zustand/vanilla'
import { MAX_DRAFT_UNITS, MAX_LABEL_UNITS, MAX_TAKEN_BACK, type StoredDraft } from '../../shared/contract/drafts.ts'
import { EMPTY_DRAFT, type Draft, type UiState } from '../app/uiState.tsx'

/** A draft is written this long after the last change, in ms, and at the latest so long after the first. */
const IDLE_MS = 400
const AT_LATEST_MS = 2_000

/** Keeps the window's drafts at the host, without typing ever waiting for it. */
export interface DraftKeeper {
  /**
   * Takes up what the host keeps under a key, or has changed there since. What was typed here meanwhile stays in the field, and what the
   * host had is kept beside it. Never rejects.
   */
  open(key: string): Promise<void>
  /** Takes up what another window wrote, where this one has the draft open. Never rejects. */
  changedElsewhere(key: string): Promise<void>
  /** Writes what is not written yet, of one key or of all. Never rejects: what could not be written is tried again. */
  flush(key?: string): Promise<void>
  /** Ends keeping; nothing more is written. */
  stop(): void
}

export interface DraftKeeperParts {
  state: StoreApi<UiState>
  read(key: string): Promise<StoredDraft | null>
  /** Rejects where it could not be kept. */
  save(key: string, draft: StoredDraft): Promise<unknown>
  /** Whether a failed save may work later, as when the host is away. */
  mayWorkLater(error: unknown): boolean
  /** Whether somebody is writing in this draft at this moment: then another window's words wait. */
  isBeingTyped(key: string): boolean
}

/** One draft as this keeper sees it. */
interface Kept {
  /** As the host has it, by the object in the window's state; undefined for none. */
  draft: Draft | undefined
  timer: ReturnType<typeof setTimeout> | null
  /** When the oldest change that is not written was made, in ms; null while all is written. */
  changedAt: number | null
  /** The last step under way: reads and writes of one draft never overlap. */
  step: Promise<void>
}

export function createDraftKeeper({ state, read, save, mayWorkLater, isBeingTyped }: DraftKeeperParts): DraftKeeper {
  const drafts = new Map<string, Kept>()

  /** Null until the host's draft was taken up: before that nothing is written over it. */
  const known = (key: string): Kept | null => drafts.get(key) ?? null
  const draftOf = (key: string): Draft | undefined => state.getState().drafts[key]

  const unsubscribe = state.subscribe((now, before) => {
    if (now.drafts === before.drafts) return
    for (const key of new Set([...Object.keys(now.drafts), ...Object.keys(before.drafts)])) {
      if (now.drafts[key] !== before.drafts[key]) changed(key)
    }
  })

  function changed(key: string): void {
    const kept = known(key)
    if (kept === null) {
      void open(key)
      return
    }
    if (draftOf(key) === kept.draft) return
    const now = Date.now()
    kept.changedAt ??= now
    if (kept.timer !== null) clearTimeout(kept.timer)
    const wait = Math.max(0, Math.min(IDLE_MS, kept.changedAt + AT_LATEST_MS - now))
    kept.timer = setTimeout(() => void flush(key), wait)
  }

  async function readAndTakeUp(key: string, kept: Kept, isFirst: boolean): Promise<void> {
    const stored = await read(key).catch(() => undefined)
    if (stored === undefined) {
      // The host is away: what is typed is written once it is back, and what it has is taken up before.
      if (isFirst) drafts.delete(key)
      return
    }
    const here = draftOf(key)
    if (here === kept.draft) {
      if (isSame(stored, here)) return
      // At first nothing was typed yet: there is nothing to replace under the fingers.
      if (!isFirst && isBeingTyped(key)) return
      kept.draft = stored ?? undefined
      state.getState().takeUpDraft(key, stored)
    } else if (isFirst && stored !== null) {
      state.getState().takeUpDraft(key, merged(here ?? EMPTY_DRAFT, stored))
    }
  }

  async function write(key: string, kept: Kept): Promise<void> {
    const draft = draftOf(key)
    if (draft === kept.draft) return
    try {
      await save(key, storedForm(draft ?? EMPTY_DRAFT))
    } catch (error) {
      if (mayWorkLater(error)) return
    }
    kept.draft = draft
    kept.changedAt = draftOf(key) === draft ? null : Date.now()
  }

  function then(kept: Kept, step: () => Promise<void>): Promise<void> {
    kept.step = kept.step.then(step)
    return kept.step
  }

  async function open(key: string): Promise<void> {
    const before = known(key)
    if (before !== null) return then(before, () => readAndTakeUp(key, before, false))
    const kept: Kept = { draft: undefined, timer: null, changedAt: null, step: Promise.resolve() }
    drafts.set(key, kept)
    await then(kept, () => readAndTakeUp(key, kept, true))
    if (known(key) !== null) changed(key)
  }

  async function flush(key?: string): Promise<void> {
    const keys = key === undefined ? [...new Set([...drafts.keys(), ...Object.keys(state.getState().drafts)])] : [key]
    await Promise.all(
      keys.map(async (each) => {
        if (known(each) === null) await open(each)
        const kept = known(each)
        if (kept === null) return
        if (kept.timer !== null) clearTimeout(kept.timer)
        kept.timer = null
        await then(kept, () => write(each, kept))
      }),
    )
  }

  return {
    open,
    changedElsewhere: (key) => (known(key) === null ? Promise.resolve() : open(key)),
    flush,
    stop() {
      unsubscribe()
      for (const { timer } of drafts.values()) if (timer !== null) clearTimeout(timer)
    },
  }
}

/** Keeps nothing: for what is drawn without a host. */
export const NO_KEEPER: DraftKeeper = {
  open: () => Promise.resolve(),
  changedElsewhere: () => Promise.resolve(),
  flush: () => Promise.resolve(),
  stop: () => undefined,
}

/** What was typed before the host's draft was there stays in the field; what the host had is kept beside it. */
export function merged(here: Draft, stored: Draft): Draft {
  const sameText = here.text.trim() === '' || here.text === stored.text
  const samePeople = here.recipients.length === 0 || stored.recipients.length === 0 || people(here) === people(stored)
  if (sameText && samePeople) {
    return {
      text: stored.text,
      accountId: here.accountId ?? stored.accountId,
      asked: here.asked ?? stored.asked,
      takenBack: [...stored.takenBack, ...here.takenBack],
      recipients: here.recipients.length === 0 ? stored.recipients : here.recipients,
    }
  }
  const aside = stored.text.trim() === '' ? [] : [stored.text]
  return { ...here, takenBack: [...stored.takenBack, ...here.takenBack, ...aside] }
}

function people({ recipients }: Draft): string {
  return recipients.map(({ e164 }) => e164).join()
}

function isSame(stored: StoredDraft | null, here: Draft | undefined): boolean {
  return JSON.stringify(storedForm(stored ?? EMPTY_DRAFT)) === JSON.stringify(storedForm(here ?? EMPTY_DRAFT))
}

/** A draft as the host takes it, its keys in one order. Whatever is beyond the host's bounds is left off: the window still has it. */
export function storedForm({ text, accountId, asked, takenBack, recipients }: Draft): StoredDraft {
  return {
    text: text.slice(0, MAX_DRAFT_UNITS),
    accountId,
    asked:
      asked === null
        ? null
        : {
            requestId: asked.requestId,
            accountId: asked.accountId,
            to: [...asked.to],
            text: asked.text.slice(0, MAX_DRAFT_UNITS),
            texts: asked.texts === null ? null : [...asked.texts],
            templateIds: [...asked.templateIds],
            schedule: asked.schedule === null ? null : { local: asked.schedule.local, zone: asked.schedule.zone },
            validUntil: asked.validUntil,
            keptByProvider: asked.keptByProvider,
            again: asked.again,
          },
    takenBack: takenBack.slice(-MAX_TAKEN_BACK).map((kept) => kept.slice(0, MAX_DRAFT_UNITS)),
    recipients: recipients.map(({ e164, label, conversationId }) => ({ e164, label: label.slice(0, MAX_LABEL_UNITS), conversationId })),
  }
}

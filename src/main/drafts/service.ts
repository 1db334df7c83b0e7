import type { StoredDraft } from '../../shared/contract/drafts.ts'
import type { EventHub } from '../app/events.ts'
import type { Store } from '../store/store.ts'

/** Texts half written: a clerk's work, kept for as long as it is neither sent nor thrown away. */
export interface DraftService {
  get(key: string): Promise<StoredDraft | null>
  /** The last writer wins. @throws Refused `conversation_not_found` */
  save(input: { key: string; draft: StoredDraft }): Promise<{ kept: boolean }>
}

export interface DraftServiceDependencies {
  store: Pick<Store, 'drafts'>
  events: Pick<EventHub, 'changed'>
  now: () => number
}

export function createDraftService({ store, events, now }: DraftServiceDependencies): DraftService {
  return {
    get: (key) => store.drafts.get({ key }),

    async save({ key, draft }) {
      const saved = await store.drafts.save({ key, draft, now: now() })
      events.changed(key === 'new' ? { topic: 'drafts' } : { topic: 'drafts', conversationId: key })
      return saved
    },
  }
}

import type { Query, QueryClient } from '@tanstack/react-query'
import type { DeskClient } from '../../shared/contract/client.ts'
import { listedBy, type Conversation, type ListedBy } from '../../shared/contract/conversations.ts'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import { applyChanges, rowsOf, type ListPages } from './list-changes.ts'
import type { DeskQueries } from './refetch.ts'

/** Conversations of a page. */
export const LIST_PAGE = 60

/** Least time between two looks at what changed, in milliseconds: a rush of texts redraws a list a few times a second. */
const ROUND_MS = 250

/** Most conversations asked about in one call (src/shared/contract/conversations.ts). */
const CHUNK = 200

/** More changes than this at once are read anew, page by page, instead of one by one. */
const MOST_CHANGES = 1_000

/** Rows a list may have beyond what was asked for before it is cut back to its first page. */
const MOST_GROWN = 300

/** Keeps the lists of conversations up to date by the conversations that changed, and their rows in place while they are looked at. */
export interface ConversationLists {
  take(event: DeskEvent): void
  /** Shows a conversation as it now is, at once: what a person has just done to it. */
  put(conversation: Conversation): void
  /** Rows of the list stay where they are from now on, or need not any more. */
  hold(by: ListedBy, held: boolean): void
  /** Lets what waits take its place now, though the list is held. */
  release(by: ListedBy): void
  /** How many conversations with something new wait to take their place. */
  waiting(by: ListedBy): number
  /** Calls back after each change of `waiting` until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** What is known of one list. */
interface Kept {
  by: ListedBy
  held: boolean
  waiting: Map<string, Conversation>
  /** Too much has changed to follow: read it anew once it need not stay. */
  stale: boolean
}

/** @param client asked for just the conversations that changed */
export function createConversationLists(
  answers: QueryClient,
  queries: DeskQueries,
  client: Pick<DeskClient, 'conversations'>,
): ConversationLists {
  const lists = new Map<string, Kept>()
  const listeners = new Set<() => void>()
  const pending = new Set<string>()
  let everything = false
  let running = false

  const listKey = queries.conversations.list.key({ type: 'infinite' })

  function keptOf(by: ListedBy): Kept {
    const name = nameOf(by)
    const found = lists.get(name)
    if (found !== undefined) return found
    const kept: Kept = { by, held: false, waiting: new Map(), stale: false }
    lists.set(name, kept)
    return kept
  }

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function cached(): { query: Query; by: ListedBy; data: ListPages | undefined }[] {
    return answers
      .getQueryCache()
      .findAll({ queryKey: listKey })
      .flatMap((query) => {
        const by = readListedBy(query.queryKey)
        return by === null ? [] : [{ query, by, data: query.state.data as ListPages | undefined }]
      })
  }

  function apply(changed: readonly Conversation[]): void {
    for (const { query, by, data } of cached()) {
      if (data === undefined) continue
      // Nobody looks at it: it is read anew when somebody does.
      if (query.getObserversCount() === 0) {
        void answers.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: 'none' })
        continue
      }
      const kept = keptOf(by)
      const result = applyChanges(data, changed, by, kept.held ? 'held' : 'live')
      // What waits already goes on waiting: it is out of its place, whatever else happens to it.
      for (const one of changed) if (kept.waiting.has(one.id)) kept.waiting.set(one.id, one)
      for (const one of result.waiting) kept.waiting.set(one.id, one)
      if (result.data !== data) answers.setQueryData(query.queryKey, result.data)
      const asked = result.data.pages.length * LIST_PAGE
      if (!kept.held && rowsOf(result.data).length > asked + MOST_GROWN) readFirstPage(query)
    }
    tell()
  }

  /** Nobody has scrolled down: the first page is all that is looked at. */
  function readFirstPage({ queryKey }: Query): void {
    answers.setQueryData<ListPages>(queryKey, (data) =>
      data === undefined ? data : { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    void answers.invalidateQueries({ queryKey, exact: true })
  }

  function release(kept: Kept): void {
    const queryKey = queryKeyOf(kept.by)
    const changed = [...kept.waiting.values()]
    kept.waiting.clear()
    if (kept.stale) {
      kept.stale = false
      void answers.invalidateQueries({ queryKey, exact: true })
    } else if (changed.length > 0) {
      const data = answers.getQueryData<ListPages>(queryKey)
      if (data !== undefined) answers.setQueryData(queryKey, applyChanges(data, changed, kept.by, 'settle').data)
    }
    tell()
  }

  function queryKeyOf(by: ListedBy): readonly unknown[] {
    return cached().find((one) => nameOf(one.by) === nameOf(by))?.query.queryKey ?? listKey
  }

  /** Waits for pages that are being read: what they bring must not overwrite what is newer. */
  async function untilRead(): Promise<void> {
    await Promise.all(cached().map(({ query }) => (query.state.fetchStatus === 'idle' ? null : query.promise?.catch(() => null))))
  }

  function readAnew(): void {
    for (const { query, by, data } of cached()) {
      const kept = keptOf(by)
      if (kept.held && data !== undefined && query.getObserversCount() > 0) {
        kept.stale = true
        for (const { id } of rowsOf(data)) pending.add(id)
      } else if (query.getObserversCount() > 0) readFirstPage(query)
      else void answers.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: 'none' })
    }
  }

  async function look(ids: readonly string[]): Promise<void> {
    const found: Conversation[] = []
    for (let from = 0; from < ids.length; from += CHUNK) {
      found.push(...(await client.conversations.some({ ids: ids.slice(from, from + CHUNK) })))
    }
    // A page that is on its way now may have been read before this answer, and would undo it.
    if (cached().some(({ query }) => query.state.fetchStatus !== 'idle')) for (const id of ids) pending.add(id)
    apply(found)
  }

  async function run(): Promise<void> {
    running = true
    while (pending.size > 0 || everything) {
      const anew = everything || pending.size > MOST_CHANGES
      everything = false
      if (anew) {
        pending.clear()
        readAnew()
      }
      await untilRead()
      const ids = [...pending]
      pending.clear()
      // Where the host cannot be asked now, everything is asked for again once it can (src/renderer/host/host.ts).
      if (ids.length > 0 && cached().some(({ query }) => query.getObserversCount() > 0)) await look(ids).catch(() => undefined)
      else if (ids.length > 0) apply([])
      await new Promise((resolve) => {
        setTimeout(resolve, ROUND_MS)
      })
    }
    running = false
  }

  return {
    take(event) {
      if (event.kind !== 'changed') return
      for (const { topic, conversationId } of event.changes) {
        if (topic !== 'conversations' && topic !== 'messages' && topic !== 'drafts') continue
        // The draft of a text to somebody new is in no list.
        if (conversationId === undefined) everything ||= topic !== 'drafts'
        else pending.add(conversationId)
      }
      if ((pending.size > 0 || everything) && !running) void run()
    },
    put: (conversation) => apply([conversation]),
    hold(by, held) {
      const kept = keptOf(by)
      if (kept.held === held) return
      kept.held = held
      if (!held) release(kept)
    },
    release: (by) => release(keptOf(by)),
    waiting(by) {
      const { waiting } = keptOf(by)
      let count = 0
      for (const { lastMessage, archived } of waiting.values()) if (lastMessage?.direction === 'inbound' && !archived) count += 1
      return count
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function nameOf({ filter, labelId, accountId }: ListedBy): string {
  return `${filter} ${labelId ?? ''} ${accountId ?? ''}`
}

/** What a list's query asks for; null for a query of another form. */
function readListedBy(queryKey: readonly unknown[]): ListedBy | null {
  const options = queryKey[1] as { input?: unknown } | undefined
  const parsed = listedBy.safeParse(options?.input)
  return parsed.success ? parsed.data : null
}

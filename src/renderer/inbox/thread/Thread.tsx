import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { useUiState } from '../../app/uiState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { displayName } from '../../components/names.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { Composer, type Undoable } from '../composer/Composer.tsx'
import { MessageList } from './MessageList.tsx'
import { ThreadHead } from './ThreadHead.tsx'
import { threadItems } from './threadItems.ts'
import { WhatHappened } from './WhatHappened.tsx'

/** Messages of the first page and of each earlier one. */
const FIRST_PAGE = 60
const NEXT_PAGE = 200

interface PagePlace {
  before: string | undefined
  limit: number
}

/** One conversation: who it is with, its messages, and the composer. `messageId` is shown and pointed out. */
export function Thread({ conversationId, messageId }: { conversationId: string; messageId: string | undefined }) {
  const { queries } = useHost()
  const conversation = useQuery(queries.conversations.get.queryOptions({ input: { id: conversationId } }))
  const listed = useInfiniteQuery(
    queries.messages.list.infiniteOptions({
      input: ({ before, limit }: PagePlace) => ({ conversationId, before, limit }),
      initialPageParam: { before: undefined, limit: FIRST_PAGE } as PagePlace,
      getNextPageParam: ({ next }): PagePlace | undefined => (next === null ? undefined : { before: next, limit: NEXT_PAGE }),
    }),
  )
  const wasGoneOnTo = useUiState((state) => state.goneOnTo === conversationId)
  const [inspected, setInspected] = useState<string | null>(null)
  const unreadAtOpen = useUnreadAtOpen(conversation.isFetching ? undefined : conversation.data?.unread)
  useMarkRead(conversation.data)

  const messages = useMemo(() => listed.data?.pages.flatMap((page) => page.messages) ?? [], [listed.data])
  const items = useMemo(() => threadItems(messages, unreadAtOpen), [messages, unreadAtOpen])
  const undoable = useMemo(() => undoableOf(messages), [messages])

  const failed = [conversation, listed].find((query) => query.isError && query.data === undefined)
  if (failed !== undefined) {
    return (
      <section className="inbox-thread" aria-label="Conversation">
        <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
      </section>
    )
  }
  if (conversation.data === undefined || listed.data === undefined) {
    return (
      <section className="inbox-thread" aria-label="Conversation">
        <Loading>Opening the conversation…</Loading>
      </section>
    )
  }
  const latest = messages[0]
  return (
    <section className="inbox-thread" aria-label={`Conversation with ${displayName(conversation.data.name, conversation.data.peer)}`}>
      <ThreadHead conversation={conversation.data} accountId={latest?.accountId ?? null} accountName={latest?.accountName ?? null} />
      <MessageList
        items={items}
        conversation={conversation.data}
        target={messageId}
        hasEarlier={listed.hasNextPage}
        loadingEarlier={listed.isFetchingNextPage}
        loadEarlier={() => void listed.fetchNextPage()}
        onInspect={setInspected}
      />
      <Composer
        draftKey={conversationId}
        to={[conversation.data.peer]}
        toWhom={displayName(conversation.data.name, conversation.data.peer)}
        answerable={conversation.data.peerKind === 'number'}
        takesFocus={messageId === undefined && !wasGoneOnTo}
        usualAccountId={latest?.accountId ?? null}
        undoable={undoable}
      />
      <WhatHappened messageId={inspected} onClose={() => setInspected(null)} />
    </section>
  )
}

/** The latest text that is kept back so that it can be taken back. */
function undoableOf(newestFirst: readonly Message[]): Undoable | null {
  for (const { id, text, accountId, conversationId, hold } of newestFirst) {
    if (hold?.reason === 'undo' && hold.until !== null) {
      return { ids: [id], text, accountId, backTo: { draftKey: conversationId }, until: hold.until }
    }
  }
  return null
}

/** How many texts were unread when the thread was opened: they are read at once, but the line above them stays. */
function useUnreadAtOpen(unread: number | undefined): number {
  const [first, setFirst] = useState<number | undefined>(undefined)
  if (first === undefined && unread !== undefined) setFirst(unread)
  return first ?? unread ?? 0
}

/** Marks the conversation read as soon as its new texts are in front of a person. */
function useMarkRead(conversation: Conversation | undefined): void {
  const { queries } = useHost()
  const { mutate } = useMutation(queries.conversations.markRead.mutationOptions())
  const id = conversation?.id
  const unread = conversation?.unread ?? 0
  useEffect(() => {
    if (id === undefined || unread === 0) return
    const conversationId = id
    function markIfSeen(): void {
      if (document.visibilityState === 'visible') mutate({ id: conversationId })
    }
    markIfSeen()
    document.addEventListener('visibilitychange', markIfSeen)
    return () => document.removeEventListener('visibilitychange', markIfSeen)
  }, [id, unread, mutate])
}

import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import type { InboxTab } from '../app/uiState.tsx'
import { useHost } from '../host/HostProvider.tsx'

/** Conversations asked for at a time. */
const PAGE = 60
/** Most unconfirmed texts looked at for the tab that settles them. */
const UNCONFIRMED_LIMIT = 200

/** A list of conversations as the inbox shows it, whatever tab it comes from. */
export interface ConversationPages {
  conversations: readonly Conversation[]
  isPending: boolean
  error: unknown
  hasMore: boolean
  loadMore(): void
  reload(): void
}

/** The conversations of a tab, latest activity first, a page at a time. */
export function useConversations(tab: InboxTab): ConversationPages {
  const { queries } = useHost()
  const listed = useInfiniteQuery(
    queries.conversations.list.infiniteOptions({
      input: (before: string | undefined) => ({ filter: tab === 'settle' ? 'all' : tab, before, limit: PAGE }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      enabled: tab !== 'settle',
    }),
  )
  const toSettle = useToSettle(tab === 'settle')
  const conversations = useMemo(() => listed.data?.pages.flatMap((page) => page.conversations) ?? [], [listed.data])
  if (tab === 'settle') return toSettle
  return {
    conversations,
    isPending: listed.isPending,
    error: listed.data === undefined ? listed.error : null,
    hasMore: listed.hasNextPage,
    loadMore: () => {
      if (listed.hasNextPage && !listed.isFetchingNextPage) void listed.fetchNextPage()
    },
    reload: () => void listed.refetch(),
  }
}

/** Conversations with a text whose fate is not known and that nobody has settled or left. */
function useToSettle(enabled: boolean): ConversationPages {
  const { queries } = useHost()
  const unconfirmed = useQuery(
    queries.messages.list.queryOptions({
      input: { status: 'unconfirmed', limit: UNCONFIRMED_LIMIT },
      enabled,
      placeholderData: keepPreviousData,
    }),
  )
  const messages = unconfirmed.data?.messages ?? []
  const ids = [...new Set(messages.filter((message) => !message.leftUnconfirmed).map((message) => message.conversationId))]
  const found = useQueries({ queries: enabled ? ids.map((id) => queries.conversations.get.queryOptions({ input: { id } })) : [] })
  return {
    conversations: found.flatMap(({ data }) => (data === undefined ? [] : [data])),
    isPending: unconfirmed.isPending,
    error: unconfirmed.data === undefined ? unconfirmed.error : null,
    hasMore: false,
    loadMore: () => undefined,
    reload: () => void unconfirmed.refetch(),
  }
}

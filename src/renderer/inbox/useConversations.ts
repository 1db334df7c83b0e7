import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Conversation, ListedBy } from '../../shared/contract/conversations.ts'
import { useUiState, type InboxFilter, type InboxTab } from '../app/uiState.tsx'
import { LIST_PAGE } from '../host/conversation-lists.ts'
import { useHost } from '../host/HostProvider.tsx'
import { rowsOf } from '../host/list-changes.ts'

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

/** What the list in front of the person is asked for by; null for the tab that is put together otherwise. */
export function useListedBy(): ListedBy | null {
  const tab = useUiState((state) => state.inboxTab)
  const filter = useUiState((state) => state.inboxFilter)
  return useMemo(() => listedByOf(tab, filter), [tab, filter])
}

function listedByOf(tab: InboxTab, { labelId, accountId }: InboxFilter): ListedBy | null {
  if (tab === 'settle') return null
  return { filter: tab, ...(labelId === null ? {} : { labelId }), ...(accountId === null ? {} : { accountId }) }
}

/** The list in front of the person: pinned ones first, then latest activity, a page at a time. */
export function useShownConversations(): ConversationPages {
  return useConversations(useListedBy())
}

/** The conversations of a list, a page at a time; null for those with a text that is to be settled. */
export function useConversations(by: ListedBy | null): ConversationPages {
  const { queries } = useHost()
  const listed = useInfiniteQuery(
    queries.conversations.list.infiniteOptions({
      input: (before: string | undefined) => ({ ...(by ?? { filter: 'all' }), before, limit: LIST_PAGE }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      enabled: by !== null,
    }),
  )
  const toSettle = useToSettle(by === null)
  const conversations = useMemo(() => (listed.data === undefined ? [] : rowsOf(listed.data)), [listed.data])
  if (by === null) return toSettle
  return {
    conversations,
    isPending: listed.isPending,
    error: listed.data === undefined ? listed.error : null,
    hasMore: listed.hasNextPage,
    loadMore: () => {
      if (listed.hasNextPage && !listed.isFetching) void listed.fetchNextPage()
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

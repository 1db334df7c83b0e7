import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Texts asked for at a time. */
const PAGE = 100

/** Which texts of the Outbox are shown. */
export interface OutboxFilter {
  view: OutboxView
  /** Only those of this account. */
  accountId: string | undefined
  /** Of `failed`: only those of this kind. */
  code: string | undefined
}

/** A list of the Outbox as the screen shows it. */
export interface OutboxPages {
  messages: readonly OutboxMessage[]
  isPending: boolean
  error: unknown
  hasMore: boolean
  loadMore(): void
  reload(): void
}

/** The texts of a list, a page at a time, kept up to date by the host. */
export function useOutboxList({ view, accountId, code }: OutboxFilter): OutboxPages {
  const { queries } = useHost()
  const listed = useInfiniteQuery(
    queries.outbox.list.infiniteOptions({
      input: (after: string | undefined) => ({ view, accountId, code, after, limit: PAGE }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const messages = useMemo(() => withoutRepeats(listed.data?.pages.flatMap((page) => page.messages) ?? []), [listed.data])
  return {
    messages,
    isPending: listed.isPending,
    error: listed.data === undefined ? listed.error : null,
    hasMore: listed.hasNextPage,
    loadMore: () => {
      if (listed.hasNextPage && !listed.isFetchingNextPage) void listed.fetchNextPage()
    },
    reload: () => void listed.refetch(),
  }
}

/** A text that moved down between two pages is on both: its first place counts. */
function withoutRepeats(messages: readonly OutboxMessage[]): OutboxMessage[] {
  const seen = new Set<string>()
  return messages.filter(({ id }) => !seen.has(id) && seen.add(id))
}

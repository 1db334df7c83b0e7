import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** People asked for at a time. */
const PAGE = 100

/** The list of people as the screen shows it. */
export interface People {
  people: readonly Contact[]
  /** How many there are in all, loaded or not; null before the first answer. */
  total: number | null
  isPending: boolean
  /** The answer on show is still that of the search before. */
  isStale: boolean
  error: unknown
  hasMore: boolean
  loadMore(): void
  reload(): void
}

/** People by name, or those matching `search`, a page at a time. While a new search runs, the last answer stays. */
export function usePeople(search: string): People {
  const { queries } = useHost()
  const listed = useInfiniteQuery(
    queries.contacts.list.infiniteOptions({
      input: (offset: number) => ({ search: search === '' ? undefined : search, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ contacts }, _pages, offset) => (contacts.length < PAGE ? undefined : offset + PAGE),
      placeholderData: keepPreviousData,
    }),
  )
  const people = useMemo(() => listed.data?.pages.flatMap((page) => page.contacts) ?? [], [listed.data])
  return {
    people,
    total: listed.data?.pages[0]?.total.count ?? null,
    isPending: listed.isPending,
    isStale: listed.isPlaceholderData,
    error: listed.data === undefined ? listed.error : null,
    hasMore: listed.hasNextPage,
    loadMore: () => {
      if (listed.hasNextPage && !listed.isFetchingNextPage) void listed.fetchNextPage()
    },
    reload: () => void listed.refetch(),
  }
}

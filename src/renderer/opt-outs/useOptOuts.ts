import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Opt-outs asked for at a time. */
const PAGE = 100

/** The list of opt-outs as the screen shows it. */
export interface OptOuts {
  optOuts: readonly OptOut[]
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

/** Opt-outs, latest first, or those matching `search`, a page at a time. While a new search runs, the last answer stays. */
export function useOptOuts(search: string): OptOuts {
  const { queries } = useHost()
  const listed = useInfiniteQuery(
    queries.optOuts.list.infiniteOptions({
      input: (after: string | undefined) => ({ search: search === '' ? undefined : search, after, limit: PAGE }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const optOuts = useMemo(() => listed.data?.pages.flatMap((page) => page.optOuts) ?? [], [listed.data])
  return {
    optOuts,
    total: listed.data?.pages[0]?.total ?? null,
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

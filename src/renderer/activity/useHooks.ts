import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Hook, HookVerdict } from '../../shared/contract/hooks.ts'
import { useHost } from '../host/HostProvider.tsx'
import { instantsOf, type ActivityFilter } from './filter.ts'

/** Hooks asked for at a time. */
const PAGE = 100

/** What came in, as the screen shows it. */
export interface Hooks {
  hooks: readonly Hook[]
  /** How many of each verdict; null where they are not counted. */
  counts: Readonly<Record<HookVerdict, number>> | null
  isPending: boolean
  /** The answer on show is still that of the filter before. */
  isStale: boolean
  error: unknown
  hasMore: boolean
  isLoadingMore: boolean
  loadMore(): void
  reload(): void
}

/**
 * What came in, latest first, a page at a time; while a new filter runs, the last answer stays.
 * @param today a moment of the day from which periods are reckoned, in ms since 1970 UTC
 */
export function useHooks({ verdict, kind, accountId, period, search }: ActivityFilter, today: number): Hooks {
  const { queries } = useHost()
  const { from, until } = instantsOf(period, today)
  const listed = useInfiniteQuery(
    queries.hooks.list.infiniteOptions({
      input: (before: string | undefined) => ({
        verdict: verdict ?? undefined,
        kind: kind ?? undefined,
        accountId: accountId ?? undefined,
        search: search.trim() === '' ? undefined : search.trim(),
        from,
        until,
        before,
        limit: PAGE,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
      // What waited for its text is also applied when that text is sent, of which the list hears nothing.
      refetchOnMount: 'always',
    }),
  )
  const hooks = useMemo(() => withoutRepeats(listed.data?.pages.flatMap((page) => page.hooks) ?? []), [listed.data])
  return {
    hooks,
    counts: listed.data?.pages[0]?.counts ?? null,
    isPending: listed.isPending,
    isStale: listed.isPlaceholderData,
    error: listed.data === undefined ? listed.error : null,
    hasMore: listed.hasNextPage,
    isLoadingMore: listed.isFetchingNextPage,
    loadMore: () => {
      if (listed.hasNextPage && !listed.isFetching) void listed.fetchNextPage()
    },
    reload: () => void listed.refetch(),
  }
}

/** What came in between two pages moves those after it: its first place counts. */
function withoutRepeats(hooks: readonly Hook[]): Hook[] {
  return [...new Map(hooks.map((hook) => [hook.id, hook])).values()]
}

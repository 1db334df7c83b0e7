import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Contact } from '../../../shared/contract/contacts.ts'
import type { DeskEvent } from '../../../shared/contract/desk.ts'
import { SEARCH_KINDS, type FoundConversation, type FoundMessage, type FoundNote } from '../../../shared/contract/search.ts'
import { useDeskEvents, useHost } from '../../host/HostProvider.tsx'
import { filterInput, type SearchNarrowing } from './filter.ts'

/** Found at a time. */
const PAGE = 50
/** Calls that may find nothing before the person is asked whether to go on. */
const MOST_IN_VAIN = 8
/** Texts come and change all the time: what was found is asked for again so often at most, in milliseconds. */
const RENEW_MS = 3_000
/** Beyond so many pages what was found stays as it was found. */
const MOST_RENEWED = 2

/** What a search found, as far as it was asked for. */
export interface Found {
  contacts: readonly Contact[]
  conversations: readonly FoundConversation[]
  notes: readonly FoundNote[]
  messages: readonly FoundMessage[]
  total: { count: number; atLeast: boolean }
  preparing: number
  /** How far back was looked, in ms since 1970 UTC; null when everything was. */
  searchedTo: number | null
}

/** A search, while it goes on. */
export interface Search {
  /** Null until there is a first answer. */
  found: Found | null
  error: unknown
  /** The answer on show may be that of what was typed before. */
  isStale: boolean
  isLoadingMore: boolean
  hasMore: boolean
  /** Little was found in what was looked at last: going on is for the person to say. */
  isTiring: boolean
  loadMore(): void
  reload(): void
}

/**
 * Searches while one types. An answer belongs to what was asked: a late one never takes the place of a newer one, and what
 * nobody waits for any more is cancelled.
 * @param today a moment of the day from which periods are reckoned, in ms since 1970 UTC
 */
export function useSearch(query: string, filter: SearchNarrowing, today: number): Search {
  const { queries } = useHost()
  const input = useMemo(
    () => ({ query, kinds: filter.kind === 'all' ? [...SEARCH_KINDS] : [filter.kind], filter: filterInput(filter, today), limit: PAGE }),
    [query, filter, today],
  )
  const { data, error, isPlaceholderData, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    queries.search.query.infiniteOptions({
      input: (after: string | undefined) => ({ ...input, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
      enabled: query !== '',
    }),
  )
  const pages = data?.pages
  useRenewal(
    useCallback(() => {
      if (!isFetching && (pages?.length ?? 0) <= MOST_RENEWED) void refetch()
    }, [isFetching, pages, refetch]),
  )

  const found = useMemo(() => (pages === undefined ? null : merged(pages)), [pages])
  const inVain = pages?.slice(-MOST_IN_VAIN) ?? []
  return {
    found,
    error: found === null ? error : null,
    isStale: isPlaceholderData,
    isLoadingMore: isFetchingNextPage,
    hasMore: hasNextPage && !isPlaceholderData,
    isTiring: inVain.length === MOST_IN_VAIN && inVain.every(({ messages, notes }) => messages.length + notes.length === 0),
    loadMore: () => {
      if (hasNextPage && !isFetching) void fetchNextPage()
    },
    reload: () => void refetch(),
  }
}

function merged(pages: readonly Omit<Found, 'isTiring'>[]): Found {
  const [first] = pages
  const messages = pages.flatMap((page) => page.messages)
  const total = first?.total ?? { count: 0, atLeast: false }
  const searchedTo = pages.at(-1)?.searchedTo ?? null
  return {
    contacts: first?.contacts ?? [],
    conversations: first?.conversations ?? [],
    notes: pages.flatMap((page) => page.notes),
    messages,
    // As much is known to be there as was loaded, and exactly so at the end.
    total: searchedTo === null ? { count: messages.length, atLeast: false } : { ...total, count: Math.max(total.count, messages.length) },
    preparing: first?.preparing ?? 0,
    searchedTo,
  }
}

/** Calls back after texts came or changed, seldom. */
function useRenewal(renew: () => void): void {
  const latest = useRef(renew)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = renew
  }, [renew])
  useDeskEvents(
    useCallback((event: DeskEvent) => {
      if (event.kind !== 'changed' || !event.changes.some(({ topic }) => topic === 'messages')) return
      timer.current ??= setTimeout(() => {
        timer.current = null
        latest.current()
      }, RENEW_MS)
    }, []),
  )
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
}

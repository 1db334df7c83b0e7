import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Contact, ContactOrder, ContactTotal } from '../../shared/contract/contacts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** People asked for at a time. */
const PAGE = 100
/** How long a page that was scrolled past is kept, in milliseconds. */
const KEEP_MS = 60_000

/** Which people are listed, and in which order. */
export interface PeopleFilter {
  search: string
  groupId: string | null
  order: ContactOrder
}

/** The list of people as the screen shows it. */
export interface People {
  /** What is on show: the filter asked for, once its first answer is here. */
  filter: PeopleFilter
  /** The person at a place; undefined while their page is not loaded. */
  personAt(index: number): Contact | undefined
  /** Rows of the list. One that is not counted to its end has some more, which are counted when somebody gets there. */
  rows: number
  /** Null before the first answer. */
  total: ContactTotal | null
  isPending: boolean
  /** Another filter was asked for; its answer is not here yet. */
  isStale: boolean
  error: unknown
  /** Says which rows are seen, so that their pages are fetched. */
  see(first: number, last: number): void
  reload(): void
}

/** People by place, a page at a time, whichever part of the list is seen. While a new search runs, the last answer stays. */
export function usePeople(wanted: PeopleFilter): People {
  const { queries } = useHost()
  const [shown, setShown] = useState(wanted)
  const [seen, setSeen] = useState<readonly [first: number, last: number]>([0, 0])
  const pageOf = (filter: PeopleFilter, page: number) =>
    queries.contacts.list.queryOptions({ input: { ...inputOf(filter), offset: page * PAGE, limit: PAGE }, gcTime: KEEP_MS })

  const first = useQuery(pageOf(wanted, 0))
  const isStale = !isSame(shown, wanted)
  if (isStale && first.data !== undefined) {
    setShown(wanted)
    setSeen([0, 0])
  }
  const pages = useMemo(() => [...new Set([0, ...between(...seen)])], [seen])
  const listed = useQueries({ queries: pages.map((page) => pageOf(shown, page)) })

  const answers = listed.flatMap(({ data }) => data ?? [])
  const total = answers.find((answer) => !answer.total.atLeast)?.total ?? answers[0]?.total ?? null
  const see = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / PAGE), Math.floor(Math.max(from, to) / PAGE)] as const
    setSeen((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return {
    filter: shown,
    personAt: (index) => listed[pages.indexOf(Math.floor(index / PAGE))]?.data?.contacts[index % PAGE],
    rows: total === null ? 0 : total.count + (total.atLeast ? PAGE : 0),
    total,
    isPending: total === null && first.isPending,
    isStale,
    error: first.data === undefined ? first.error : null,
    see,
    reload: () => void first.refetch(),
  }
}

/** A filter as the host is asked. */
export function inputOf({ search, groupId, order }: PeopleFilter) {
  return { order, ...contactFilterOf({ search, groupId }) }
}

/** The part of a filter that says which people. */
export function contactFilterOf({ search, groupId }: Pick<PeopleFilter, 'search' | 'groupId'>) {
  return { ...(search === '' ? {} : { search }), ...(groupId === null ? {} : { groupId }) }
}

function isSame(one: PeopleFilter, other: PeopleFilter): boolean {
  return one.search === other.search && one.groupId === other.groupId && one.order === other.order
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

import { useQueries } from '@tanstack/react-query'
import type { Contact } from '../../shared/contract/contacts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** People asked for at a time. */
const PAGE = 100

/** People of a group by their place in its list, as far as they are on show. */
export interface GroupPeople {
  /** Undefined while it is being fetched. */
  at(index: number): Contact | undefined
  isPending: boolean
  error: unknown
  reload(): void
}

/** The pages of a group's people, by name, that hold the places from `first` to `last`: any place is as near as the first. */
export function useGroupPeople(groupId: string, first: number, last: number): GroupPeople {
  const { queries } = useHost()
  const firstPage = Math.floor(first / PAGE)
  const pages = Array.from({ length: Math.floor(last / PAGE) - firstPage + 1 }, (_, index) => firstPage + index)
  const fetched = useQueries({
    queries: pages.map((page) => queries.contacts.list.queryOptions({ input: { groupId, offset: page * PAGE, limit: PAGE } })),
  })
  const failed = fetched.find(({ isError, data }) => isError && data === undefined)
  return {
    at: (index) => fetched[Math.floor(index / PAGE) - firstPage]?.data?.contacts[index % PAGE],
    isPending: fetched.every(({ isPending }) => isPending),
    error: failed?.error ?? null,
    reload: () => void failed?.refetch(),
  }
}

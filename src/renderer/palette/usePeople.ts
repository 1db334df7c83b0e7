import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Contact } from '../../shared/contract/contacts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** People offered at a time. */
const PEOPLE = 6
/** Wait after the last key before the host is asked, in ms. */
const WAIT_MS = 80
/** What may be a number rather than a name. */
const NUMBER_LIKE = /^[+0-9][0-9\s().\-/]{2,}$/

/** Who a typed number belongs to, and their conversation. */
export interface FoundNumber {
  e164: string
  conversationId: string | null
  contact: Contact | null
}

/** People and the number that what is typed may mean. */
export function usePeople(typed: string): { people: readonly Contact[]; number: FoundNumber | null; searching: boolean } {
  const { queries } = useHost()
  const [searched] = useDebouncedValue(typed.trim(), WAIT_MS)
  const isNumber = NUMBER_LIKE.test(searched)
  const people = useQuery(
    queries.contacts.list.queryOptions({
      input: { search: searched, limit: PEOPLE },
      enabled: searched !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const number = useQuery(queries.conversations.lookUp.queryOptions({ input: { number: searched }, enabled: isNumber }))
  return {
    people: searched === '' ? [] : (people.data?.contacts ?? []),
    number: isNumber && number.data !== undefined ? number.data : null,
    searching: searched !== typed.trim() || people.isFetching,
  }
}

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Contact } from '../../shared/contract/contacts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** What is known of a number. */
export interface KnownNumber {
  e164: string
  contact: Contact | null
  conversationId: string | null
}

/** How long typing must rest before the host is asked, in milliseconds. */
const REST_MS = 250

/** Fewer digits are no number yet. */
const LEAST_DIGITS = 5

/** What is known of a number while it is typed; null until there is a number in it, and while an answer is on its way. */
export function useKnownNumber(typed: string): KnownNumber | null {
  const { queries } = useHost()
  const wanted = typed.trim()
  const [number] = useDebouncedValue(wanted, REST_MS)
  const isNumber = number === wanted && number.replaceAll(/\D/g, '').length >= LEAST_DIGITS
  const answer = useQuery(queries.conversations.lookUp.queryOptions({ input: { number }, enabled: isNumber }))
  return isNumber ? (answer.data ?? null) : null
}

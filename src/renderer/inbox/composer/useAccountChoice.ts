import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'
import { changeWarning, chooseAccount, type Usual } from './account-choice.ts'

/** Numbers looked at: a text to more people is about accounts in general. */
const MOST_NUMBERS = 20

/** The account a text goes through, with what is to be said about it. */
export interface UsedAccount {
  accounts: readonly Account[] | undefined
  account: Account | undefined
  /** Why it is not the usual one, or cannot reach the number; null for nothing. */
  note: string | null
  /** What the customer will notice, where this account is not the one they know; null for nothing. */
  warning: string | null
  /** The account they know. */
  usual: Usual | null
}

/**
 * @param chosenId the account chosen for this text
 * @param usual the account of the conversation; where it is not known here, that of `conversationId` is asked for
 */
export function useAccountChoice({
  chosenId,
  usual: given,
  conversationId,
  to,
  toWhom,
}: {
  chosenId: string | null
  usual: Usual | null
  conversationId: string | null
  to: readonly string[]
  toWhom: string
}): UsedAccount {
  const { queries } = useHost()
  const words = useWords('composer')
  const say = useHostSentences()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const settings = useQuery(queries.settings.get.queryOptions())
  const conversation = useQuery(
    queries.conversations.get.queryOptions({ input: { id: conversationId ?? '' }, enabled: given === null && conversationId !== null }),
  )
  const numbers = to.slice(0, MOST_NUMBERS)
  const reach = useQuery(
    queries.accounts.unreachable.queryOptions({ input: { numbers }, enabled: numbers.length > 0, placeholderData: keepPreviousData }),
  )
  const unreachable = useMemo(
    () => new Map((numbers.length === 0 ? [] : (reach.data?.accounts ?? [])).map(({ accountId, message }) => [accountId, say(message)])),
    [reach.data, numbers.length, say],
  )
  const usual = given ?? (conversationId === null ? null : (conversation.data?.usualAccount ?? null))
  const all = accounts.data
  const { account, note } = chooseAccount(words, {
    accounts: all ?? [],
    chosenId,
    usual,
    defaultId: settings.data?.defaultAccountId ?? null,
    unreachable,
  })
  const warning = account === undefined ? null : changeWarning(words, { name: toWhom, usual, account })
  return { accounts: all, account, note, warning, usual }
}

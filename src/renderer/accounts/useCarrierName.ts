import { carrierName } from '../settings/sandbox-words.ts'
import { useAccounts, useProviders } from './useAccounts.ts'

/** The provider behind an account, as sentences name it; undefined while that is not known, or the account is gone. */
export function useCarrierName(accountId: string): string | undefined {
  const accounts = useAccounts()
  const providers = useProviders()
  const account = accounts.data?.find(({ id }) => id === accountId)
  return account === undefined ? undefined : carrierName(account, providers.data ?? [])
}

import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/HostProvider.tsx'

/** The business's accounts, kept up to date. */
export function useAccounts() {
  const { queries } = useHost()
  return useQuery(queries.accounts.list.queryOptions())
}

/** What accounts can be made for. It never changes while the host runs. */
export function useProviders() {
  const { queries } = useHost()
  return useQuery(queries.accounts.providers.queryOptions())
}

export { SANDBOX_PROVIDER } from './provider-ids.ts'

/** Why an account is paused when a person did it, as against a problem of its own. */
export const PAUSED_BY_PERSON = 'paused_by_person'

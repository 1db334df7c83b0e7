import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { saidProvider } from './said-provider.ts'

/** The business's accounts, kept up to date. */
export function useAccounts() {
  const { queries } = useHost()
  return useQuery(queries.accounts.list.queryOptions())
}

/** What accounts can be made for, in the language of the window. It never changes while the host runs. */
export function useProviders() {
  const { queries } = useHost()
  const say = useHostSentences()
  const select = useCallback((providers: ProviderDescriptor[]) => providers.map((provider) => saidProvider(say, provider)), [say])
  return useQuery(queries.accounts.providers.queryOptions({ select }))
}

export { SANDBOX_PROVIDER } from './provider-ids.ts'

/** Why an account is paused when a person did it, as against a problem of its own. */
export const PAUSED_BY_PERSON = 'paused_by_person'

import type { InferContractRouterOutputs } from '@orpc/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { outboxContract } from '../../shared/contract/outbox.ts'
import { useHost } from '../host/HostProvider.tsx'

/** What the Outbox holds at a glance. */
export type Overview = InferContractRouterOutputs<typeof outboxContract>['overview']

/** Lanes, counts and failures, kept up to date by the host. */
export function useOverview() {
  const { queries } = useHost()
  return useQuery(queries.outbox.overview.queryOptions({ placeholderData: keepPreviousData }))
}

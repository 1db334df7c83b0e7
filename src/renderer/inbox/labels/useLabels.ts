import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Label } from '../../../shared/contract/labels.ts'
import { sayFailed } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'

/** All labels in their order, kept up to date; null until they are known. */
export function useLabels(): readonly Label[] | null {
  const { queries } = useHost()
  return useQuery(queries.labels.list.queryOptions()).data ?? null
}

/** Labels by their ids, for rows that name them so. */
export function useLabelsById(): ReadonlyMap<string, Label> {
  const labels = useLabels()
  return useMemo(() => new Map((labels ?? []).map((label) => [label.id, label])), [labels])
}

/** Puts a label on a conversation, or takes it off. */
export function useSetLabel() {
  const { queries } = useHost()
  return useMutation(queries.labels.set.mutationOptions({ onError: sayFailed }))
}

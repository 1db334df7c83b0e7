import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Changes settings. What the host answers is shown at once; a refusal is said and changes nothing. */
export function useSetSettings() {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  return useMutation(
    queries.settings.set.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(queries.settings.get.queryKey(), settings),
      onError: sayFailed,
    }),
  )
}

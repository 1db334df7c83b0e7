import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ListenerView } from '../../../shared/contract/listener.ts'
import { sayFailed } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'

/** What can be done about the listener. What the host answers is shown at once; a refusal is said. */
export function useListenerAction() {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const shown = {
    onSuccess: (view: ListenerView) => void queryClient.setQueryData(queries.listener.get.queryKey(), view),
    onError: sayFailed,
  }
  return {
    setPort: useMutation(queries.listener.setPort.mutationOptions({ onSuccess: shown.onSuccess })),
    setTunnel: useMutation(queries.listener.setTunnel.mutationOptions({ onSuccess: shown.onSuccess })),
    setTunnelToken: useMutation(queries.listener.setTunnelToken.mutationOptions(shown)),
    startTunnel: useMutation(queries.listener.startTunnel.mutationOptions({ onSuccess: shown.onSuccess })),
    stopTunnel: useMutation(queries.listener.stopTunnel.mutationOptions(shown)),
    confirmPasted: useMutation(queries.listener.confirmPasted.mutationOptions(shown)),
    enterAddress: useMutation(queries.listener.enterAddress.mutationOptions(shown)),
  }
}

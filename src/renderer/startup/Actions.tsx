import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'

/** The person's answer, and what came of it: nothing, when the same problem is still there. */
export function useResolve() {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  return useMutation(
    queries.desk.resolveStartup.mutationOptions({
      onSuccess: (answer) => queryClient.setQueryData(queries.desk.startup.queryKey(), answer),
    }),
  )
}

/** A running answer to a start-up problem, as {@link useResolve} gives it. */
export type Resolve = ReturnType<typeof useResolve>

/** The next step, and under it what came of the last try. */
export function Actions({ resolve, children }: { resolve: Resolve; children: ReactNode }) {
  const words = useWords('startup')
  const unchanged = resolve.isSuccess && resolve.data.problem !== null && resolve.variables.action === 'retry'
  return (
    <div className="startup-step">
      <CallFailure error={resolve.error} />
      {unchanged ? (
        <Notice tone="warn" icon="info" urgent>
          {words('unchanged')}
        </Notice>
      ) : null}
      <div className="startup-actions">{children}</div>
    </div>
  )
}

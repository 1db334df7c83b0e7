import { useQueries } from '@tanstack/react-query'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Most numbers the host answers about at a time. */
const NUMBERS_AT_ONCE = 20

/** Which of these numbers (E.164) are opted out; kept up to date. Empty until the host has answered, which has the last word. */
export function useOptedOut(numbers: readonly string[]): readonly OptOut[] {
  const { queries } = useHost()
  const slices = Array.from({ length: Math.ceil(numbers.length / NUMBERS_AT_ONCE) }, (_, index) =>
    numbers.slice(index * NUMBERS_AT_ONCE, (index + 1) * NUMBERS_AT_ONCE),
  )
  return useQueries({
    queries: slices.map((slice) => queries.optOuts.ofNumbers.queryOptions({ input: { numbers: slice } })),
    combine: (answers) => answers.flatMap(({ data }) => data?.optOuts ?? []),
  })
}

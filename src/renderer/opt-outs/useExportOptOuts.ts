import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { downloadCsv } from '../contacts/download.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Saves all opt-outs as a CSV file, however many they are. `soFar` counts them while it works; null when it does not. */
export function useExportOptOuts(): { soFar: number | null; start: () => void } {
  const { client } = useHost()
  const [count, setCount] = useState(0)
  const run = useMutation({
    async mutationFn() {
      const parts: string[] = []
      let numbers = 0
      setCount(0)
      for (let after: string | null | undefined; after !== null;) {
        const piece: { csv: string; count: number; next: string | null } = await client.optOuts.exportCsv(
          after === undefined ? {} : { after },
        )
        parts.push(piece.csv)
        numbers += piece.count
        setCount(numbers)
        after = piece.next
      }
      downloadCsv(fileName(new Date()), parts)
      return numbers
    },
    onSuccess: (numbers) => sayDone(`${plural(numbers, 'number is', 'numbers are')} in the file.`),
    onError: sayFailed,
  })
  return { soFar: run.isPending ? count : null, start: () => run.mutate() }
}

/** With the day in the person's own time zone: "opt-outs 2026-11-21.csv". */
function fileName(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return `opt-outs ${day}.csv`
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { downloadCsv } from '../contacts/download.ts'
import { exportParts, fileNameOfDay } from '../contacts/export-file.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'

/** Saves all opt-outs as a CSV file, however many they are. `soFar` counts them while it works; null when it does not. */
export function useExportOptOuts(): { soFar: number | null; start: () => void } {
  const { client } = useHost()
  const words = useWords('optOuts')
  const [count, setCount] = useState(0)
  const run = useMutation({
    async mutationFn() {
      let numbers = 0
      setCount(0)
      const parts = await exportParts(
        async (input) => {
          const { csv, ...piece } = await client.optOuts.exportCsv(input)
          return { ...piece, text: csv }
        },
        (soFar) => {
          numbers = soFar
          setCount(soFar)
        },
      )
      downloadCsv(fileNameOfDay(words('exportFileOf'), 'csv', new Date()), parts)
      return numbers
    },
    onSuccess: (numbers) => sayDone(words('exported', { count: numbers })),
    onError: sayFailed,
  })
  return { soFar: run.isPending ? count : null, start: () => run.mutate() }
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { downloadCsv } from './download.ts'
import { exportFileName, exportParts } from './export-csv.ts'

/** Saves everybody as a CSV file, however many they are. `soFar` counts the people while it works; null when it does not. */
export function useExport(): { soFar: number | null; start: () => void } {
  const { client } = useHost()
  const [count, setCount] = useState(0)
  const run = useMutation({
    async mutationFn() {
      let people = 0
      setCount(0)
      const parts = await exportParts(
        (input) => client.contacts.exportFile({ format: 'csv', ...input }),
        (soFar) => {
          people = soFar
          setCount(soFar)
        },
      )
      downloadCsv(exportFileName(new Date()), parts)
      return people
    },
    onSuccess: (people) => sayDone(`${plural(people, 'person is', 'people are')} in the file.`),
    onError: sayFailed,
  })
  return { soFar: run.isPending ? count : null, start: () => run.mutate() }
}

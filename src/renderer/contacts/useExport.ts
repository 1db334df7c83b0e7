import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactSelection } from '../../shared/contract/contacts.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { downloadCards, downloadCsv } from './download.ts'
import { exportFileName, exportParts, type ExportFormat } from './export-file.ts'

/** Saving people as a file, however many they are. */
export interface PeopleExport {
  /** People in the file so far; null while none is made. */
  soFar: number | null
  /** Everybody unless a selection is given. */
  start(format: ExportFormat, selection?: ContactSelection): void
}

export function useExport(): PeopleExport {
  const { client } = useHost()
  const words = useWords('contacts')
  const [count, setCount] = useState(0)
  const run = useMutation({
    async mutationFn({ format, selection }: { format: ExportFormat; selection: ContactSelection | undefined }) {
      let people = 0
      setCount(0)
      const parts = await exportParts(
        (input) => client.contacts.exportFile({ format, selection, ...input }),
        (soFar) => {
          people = soFar
          setCount(soFar)
        },
      )
      const save = format === 'csv' ? downloadCsv : downloadCards
      save(exportFileName(words('export.fileOf'), format, new Date()), parts)
      return people
    },
    onSuccess: (people) => sayDone(words('export.done', { count: people })),
    onError: sayFailed,
  })
  return { soFar: run.isPending ? count : null, start: (format, selection) => run.mutate({ format, selection }) }
}

import { useMutation } from '@tanstack/react-query'
import { plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { downloadCsv } from '../contacts/download.ts'
import { useHost } from '../host/HostProvider.tsx'
import { rejectsFile, rejectsFileName } from './rejects.ts'

/** Fetches the rows an import left out and hands them to the person as a file; `mutate` begins. */
export function useRejectsFile(importId: string, fileName: string) {
  const { client } = useHost()
  return useMutation({
    mutationFn: () => rejectsFile(client.imports.exportRejects, importId),
    onSuccess({ parts, rows }) {
      downloadCsv(rejectsFileName(fileName), parts)
      sayDone(`${plural(rows, 'row is', 'rows are')} in the file. Mend what is wrong, and import that file.`)
    },
    onError: sayFailed,
  })
}

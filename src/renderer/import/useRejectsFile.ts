import { useMutation } from '@tanstack/react-query'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { downloadCsv } from '../contacts/download.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { rejectsFile, rejectsFileName } from './rejects.ts'

/** Fetches the rows an import left out and hands them to the person as a file; `mutate` begins. */
export function useRejectsFile(importId: string, fileName: string) {
  const { client } = useHost()
  const words = useWords('importing')
  return useMutation({
    mutationFn: () => rejectsFile(client.imports.exportRejects, importId),
    onSuccess({ parts, rows }) {
      downloadCsv(rejectsFileName(words, fileName), parts)
      sayDone(words('rejects.downloaded', { count: rows }))
    },
    onError: sayFailed,
  })
}

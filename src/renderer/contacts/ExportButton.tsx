import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../components/Icon.tsx'
import { countWords, plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { downloadCsv } from './download.ts'
import { exportFileName, exportParts } from './export-csv.ts'

/** Saves everybody as a CSV file, however many they are; counts while it works. */
export function ExportButton() {
  const { client } = useHost()
  const [soFar, setSoFar] = useState(0)
  const run = useMutation({
    async mutationFn() {
      let people = 0
      setSoFar(0)
      const parts = await exportParts(client.contacts.exportCsv, (count) => {
        people = count
        setSoFar(count)
      })
      downloadCsv(exportFileName(new Date()), parts)
      return people
    },
    onSuccess: (people) => sayDone(`${plural(people, 'person is', 'people are')} in the file.`),
    onError: sayFailed,
  })
  return (
    <Button variant="subtle" leftSection={<Icon name="download" size={15} />} disabled={run.isPending} onClick={() => run.mutate()}>
      {run.isPending ? `Exporting ${countWords(soFar)}…` : 'Export'}
    </Button>
  )
}

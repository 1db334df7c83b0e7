import type { ImportPreview } from '../../shared/contract/imports.ts'
import { Notice } from '../components/Notice.tsx'
import { useNow } from '../components/useNow.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { importedBeforeWords } from './words.ts'

/** Warns of a file that was imported before; nothing for any other. */
export function ImportedBefore({ before }: { before: ImportPreview['importedBefore'] }) {
  const words = useWords('importing')
  const times = useTimes()
  const now = useNow()
  if (before === null) return null
  return (
    <Notice tone="warn" icon="warning">
      {importedBeforeWords(words, times, before, now)}
    </Notice>
  )
}

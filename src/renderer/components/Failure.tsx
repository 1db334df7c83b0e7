import './components.css'
import { Button } from '@mantine/core'
import { useWords } from '../language/words.ts'
import { EmptyState } from './EmptyState.tsx'
import { FailureSentence } from './FailureSentence.tsx'
import { Notice } from './Notice.tsx'

/** What could not be loaded, in the host's words, with another try. Fills its place. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords('controls')
  return (
    <EmptyState icon="warning" title={words('loadFailed')} actions={<Button onClick={onRetry}>{words('tryAgain')}</Button>}>
      <FailureSentence error={error} />
    </EmptyState>
  )
}

/** What a call was refused for, in the host's words, beside the control that made it. Nothing while `error` is null. */
export function CallFailure({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  return (
    <Notice tone="bad" icon="warning" urgent>
      <FailureSentence error={error} />
    </Notice>
  )
}

import { Button, Progress } from '@mantine/core'
import { countWords } from '../components/times.ts'
import type { ImportPhase, ImportSession } from './session.ts'
import { paceWords } from './words.ts'

/** The import under way: rows so far, how fast and how long still, and the way out, after which nothing of it stays. */
export function ProgressStep({ phase, session }: { phase: Extract<ImportPhase, { step: 'importing' }>; session: ImportSession }) {
  const { rows, total, pace, cancelling } = phase
  const percent = total === null || total === 0 ? 0 : (rows / total) * 100
  return (
    <div className="import-middle">
      <h2>{cancelling ? 'Cancelling…' : 'Importing…'}</h2>
      <Progress value={percent} className="import-bar" aria-label="How much of the file is imported" />
      <output className="sec num">
        {cancelling
          ? 'Taking back what was written…'
          : total === null
            ? 'Getting ready…'
            : `${countWords(rows)} of ${countWords(total)} rows`}
      </output>
      <p className="import-pace num">{cancelling || pace === null ? '\u00a0' : paceWords(pace)}</p>
      <p className="import-small">You can go on working; the import continues. Until it is finished nobody new is in your contacts.</p>
      <Button disabled={cancelling} onClick={() => session.cancel()}>
        Cancel the import
      </Button>
    </div>
  )
}

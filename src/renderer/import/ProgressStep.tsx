import { Button, Progress } from '@mantine/core'
import { useWords } from '../language/words.ts'
import type { ImportPhase, ImportSession } from './session.ts'
import { paceWords } from './words.ts'

/** The import under way: rows so far, how fast and how long still, and the way out, after which nothing of it stays. */
export function ProgressStep({ phase, session }: { phase: Extract<ImportPhase, { step: 'importing' }>; session: ImportSession }) {
  const { rows, total, pace, cancelling } = phase
  const words = useWords('importing')
  const percent = total === null || total === 0 ? 0 : (rows / total) * 100
  return (
    <div className="import-middle">
      <h2>{words(cancelling ? 'progress.cancelling' : 'progress.importing')}</h2>
      <Progress value={percent} className="import-bar" aria-label={words('progress.bar')} />
      <output className="sec num">
        {cancelling ? words('progress.takingBack') : total === null ? words('progress.ready') : words('progress.rows', { rows, total })}
      </output>
      <p className="import-pace num">{cancelling || pace === null ? '\u00a0' : paceWords(words, pace)}</p>
      <p className="import-small">{words('progress.hint')}</p>
      <Button disabled={cancelling} onClick={() => session.cancel()}>
        {words('progress.cancel')}
      </Button>
    </div>
  )
}

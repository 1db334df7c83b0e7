import { Button } from '@mantine/core'
import { useState } from 'react'
import { goTo } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'
import { CountsCard } from './CountsCard.tsx'
import { LeftAlone } from './LeftAlone.tsx'
import { RejectsDrawer } from './RejectsDrawer.tsx'
import type { ImportPhase, ImportSession } from './session.ts'
import { UndoImport } from './UndoImport.tsx'
import { useRejectsFile } from './useRejectsFile.ts'
import { countsLine, doneTitle, type Undone, undoneWords } from './words.ts'

/** What the import did, and what can be done next. */
export function DoneStep({ phase, session }: { phase: Extract<ImportPhase, { step: 'done' }>; session: ImportSession }) {
  const words = useWords('importing')
  const [asking, setAsking] = useState(false)
  const [undone, setUndone] = useState<Undone | null>(null)
  const [showRejects, setShowRejects] = useState(false)
  const { counts, importId, fileName } = phase
  const download = useRejectsFile(importId, fileName)

  function seeContacts(): void {
    session.startOver()
    goTo('contacts')
  }

  if (undone !== null) {
    return (
      <div className="import-middle">
        <h2>{words('undo.over')}</h2>
        <output className="sec">{undoneWords(words, undone)}</output>
        <LeftAlone people={undone.left} total={undone.leftAlone} />
        <div className="import-next">
          <Button variant="filled" onClick={() => session.startOver()}>
            {words('finished.another')}
          </Button>
          <Button onClick={seeContacts}>{words('finished.seeContacts')}</Button>
        </div>
      </div>
    )
  }
  return (
    <div className="import-middle">
      <span className="import-done-mark">
        <Icon name="check" size={24} />
      </span>
      <h2>{doneTitle(words, counts)}</h2>
      <output className="visually-hidden">{words('finished.said', { counts: countsLine(words, counts) })}</output>
      <CountsCard counts={counts} onShowRejects={() => setShowRejects(true)} />
      <div className="import-next">
        <Button variant="filled" size="md" onClick={seeContacts}>
          {words('finished.seeContacts')}
        </Button>
        {counts.rejected > 0 ? (
          <Button size="md" leftSection={<Icon name="download" size={15} />} loading={download.isPending} onClick={() => download.mutate()}>
            {words('finished.download', { count: counts.rejected })}
          </Button>
        ) : null}
        <Button size="md" onClick={() => session.startOver()}>
          {words('finished.another')}
        </Button>
        <Button size="md" variant="subtle" onClick={() => setAsking(true)}>
          {words('finished.undo')}
        </Button>
      </div>
      <p className="import-small">{words('finished.hint')}</p>
      <UndoImport
        opened={asking}
        importId={importId}
        fileName={fileName}
        counts={counts}
        onClose={() => setAsking(false)}
        onUndone={setUndone}
      />
      <RejectsDrawer
        opened={showRejects}
        onClose={() => setShowRejects(false)}
        rejects={phase.rejects}
        total={counts.rejected}
        download={download}
      />
    </div>
  )
}

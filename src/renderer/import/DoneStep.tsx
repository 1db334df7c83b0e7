import { Button } from '@mantine/core'
import { useState } from 'react'
import { goTo } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { CountsCard } from './CountsCard.tsx'
import { LeftAlone } from './LeftAlone.tsx'
import { RejectsDrawer } from './RejectsDrawer.tsx'
import type { ImportPhase, ImportSession } from './session.ts'
import { UndoImport } from './UndoImport.tsx'
import { useRejectsFile } from './useRejectsFile.ts'
import { countsLine, doneTitle, type Undone, undoneWords } from './words.ts'

/** What the import did, and what can be done next. */
export function DoneStep({ phase, session }: { phase: Extract<ImportPhase, { step: 'done' }>; session: ImportSession }) {
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
        <h2>The import is taken back</h2>
        <output className="sec">{undoneWords(undone)}</output>
        <LeftAlone people={undone.left} total={undone.leftAlone} />
        <div className="import-next">
          <Button variant="filled" onClick={() => session.startOver()}>
            Import another file
          </Button>
          <Button onClick={seeContacts}>See contacts</Button>
        </div>
      </div>
    )
  }
  return (
    <div className="import-middle">
      <span className="import-done-mark">
        <Icon name="check" size={24} />
      </span>
      <h2>{doneTitle(counts)}</h2>
      <output className="visually-hidden">The import is done: {countsLine(counts)}.</output>
      <CountsCard counts={counts} onShowRejects={() => setShowRejects(true)} />
      <div className="import-next">
        <Button variant="filled" size="md" onClick={seeContacts}>
          See contacts
        </Button>
        {counts.rejected > 0 ? (
          <Button size="md" leftSection={<Icon name="download" size={15} />} loading={download.isPending} onClick={() => download.mutate()}>
            Download {plural(counts.rejected, 'row', 'rows')} left out
          </Button>
        ) : null}
        <Button size="md" onClick={() => session.startOver()}>
          Import another file
        </Button>
        <Button size="md" variant="subtle" onClick={() => setAsking(true)}>
          Undo this import…
        </Button>
      </div>
      <p className="import-small">You can also undo it later, from Past imports under Contacts.</p>
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

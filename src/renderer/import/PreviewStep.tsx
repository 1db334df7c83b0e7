import './preview.css'
import { Button, Radio } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { duplicatePolicy, type DuplicatePolicy, type ImportOptions, type ImportPreview } from '../../shared/contract/imports.ts'
import { parseHash } from '../app/routes.ts'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { Screen } from '../components/Screen.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords, type Words } from '../language/words.ts'
import { mappingProblem } from './columns.ts'
import { CountsCard } from './CountsCard.tsx'
import { FileName } from './FileName.tsx'
import { ImportedBefore } from './ImportedBefore.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { ReadAs } from './ReadAs.tsx'
import { RejectsDrawer } from './RejectsDrawer.tsx'
import type { ImportPhase, ImportProblem, ImportSession } from './session.ts'
import { usePreview, useRowsRead } from './useImport.ts'
import { useProblemWords } from './useProblemWords.ts'
import { changesAnything, countsLine, importButton, rowsReadWords } from './words.ts'

type Phase = Extract<ImportPhase, { step: 'preview' }>

/** The second step: how the file is read, what every row becomes, and the button that does it. */
export function PreviewStep({
  phase,
  session,
  steps,
  dropping,
}: {
  phase: Phase
  session: ImportSession
  steps: ReactNode
  dropping: boolean
}) {
  const words = useWords('importing')
  const say = useHostSentences()
  const sayProblem = useProblemWords()
  const preview = usePreview(phase.fileId, phase.options)
  const read = useRowsRead(phase.fileId)
  const [showRejects, setShowRejects] = useState(false)
  const failedAtFirst = preview.isError && preview.data === undefined ? preview.error : null
  useEffect(() => {
    // A file that cannot be read at all is not worth a preview: say why beside the choice of another.
    if (failedAtFirst !== null) session.startOver({ kind: 'failed', error: failedAtFirst })
  }, [failedAtFirst, session])

  const data = preview.data
  const checking = preview.isFetching
  const problem = data === undefined ? null : mappingProblem(words, data.options.columns)
  const ready = data !== undefined && !checking && !preview.isError && problem === null && changesAnything(data.counts)
  return (
    <Screen
      title={words('title')}
      beside={<FileName name={phase.fileName} />}
      actions={steps}
      foot={
        <>
          <output className="sec import-foot-words">
            {dropping ? words('preview.dropping') : checking && data !== undefined ? rowsReadWords(words, read) : words('preview.canUndo')}
          </output>
          <span className="grow" />
          <Button variant="subtle" onClick={() => session.startOver()}>
            {words('preview.back')}
          </Button>
          <Button variant="filled" disabled={!ready} onClick={() => void commitAndTell(words, session, sayProblem)}>
            {data === undefined ? words('preview.import') : importButton(words, data.counts)}
          </Button>
        </>
      }
    >
      {data === undefined ? (
        <Loading>{rowsReadWords(words, read)}</Loading>
      ) : (
        <div className="import-preview" data-checking={checking || undefined} aria-busy={checking}>
          <div className="import-main">
            <ReadAs
              format={data.format}
              source={data.source}
              sheets={data.sheets}
              options={data.options}
              disabled={checking}
              onChange={session.setOptions}
            />
            <ImportedBefore before={data.importedBefore} />
            {phase.problem === null ? null : (
              <Notice tone="bad" icon="warning" urgent>
                {sayProblem(phase.problem)}
              </Notice>
            )}
            {preview.isError ? (
              <Notice tone="bad" icon="warning" urgent>
                {sayProblem({ kind: 'failed', error: preview.error })}
              </Notice>
            ) : null}
            {problem === null ? null : (
              <Notice tone="warn" icon="warning">
                {problem}
              </Notice>
            )}
            {data.warning === null ? null : (
              <Notice tone="warn" icon="warning">
                {say(data.warning)}
              </Notice>
            )}
            {/* What this desk already knows of the file stands here, right above its rows. */}
            <PreviewTable preview={data} disabled={checking} onColumns={(columns) => session.setOptions({ ...data.options, columns })} />
            <p className="import-first">{firstRows(words, data)}</p>
          </div>
          <aside className="import-side" aria-label={words('preview.aside')}>
            <CountsCard counts={data.counts} onShowRejects={() => setShowRejects(true)} />
            <Policy
              options={data.options}
              chosen={phase.options.onDuplicate ?? data.options.onDuplicate}
              disabled={checking}
              onChange={session.setOptions}
            />
          </aside>
          <RejectsDrawer opened={showRejects} onClose={() => setShowRejects(false)} rejects={data.rejects} total={data.counts.rejected} />
        </div>
      )}
    </Screen>
  )
}

/** Imports, and says what came of it when the person has gone to another screen meanwhile. */
async function commitAndTell(
  words: Words<'importing'>,
  session: ImportSession,
  sayProblem: (problem: ImportProblem) => string,
): Promise<void> {
  await session.commit()
  const now = session.phase.getState()
  if (parseHash(location.hash).screen === 'import') return
  if (now.step === 'done') sayDone(words('preview.imported', { fileName: now.fileName, counts: countsLine(words, now.counts) }))
  else if (now.step === 'preview' && now.problem !== null)
    sayDone(words('preview.notImported', { fileName: now.fileName, problem: sayProblem(now.problem) }))
}

function firstRows(words: Words<'importing'>, preview: ImportPreview): string {
  const shown = preview.rows.length
  const all = preview.counts.rows
  return shown < all ? words('preview.first', { shown, count: all }) : words('preview.all', { count: all })
}

function Policy({
  options,
  chosen,
  disabled,
  onChange,
}: {
  options: Required<ImportOptions>
  /** What the person chose last, though the preview of it may still be on its way. */
  chosen: DuplicatePolicy
  disabled: boolean
  onChange: (options: ImportOptions) => void
}) {
  const words = useWords('importing')
  return (
    <Radio.Group
      className="import-policy"
      label={words('preview.policy')}
      value={chosen}
      onChange={(value) => {
        const chosen = duplicatePolicy.safeParse(value)
        if (chosen.success) onChange({ ...options, onDuplicate: chosen.data })
      }}
    >
      <Radio value="skip" disabled={disabled} label={words('preview.skip')} description={words('preview.skipHint')} />
      <Radio value="fill" disabled={disabled} label={words('preview.fill')} description={words('preview.fillHint')} />
      <Radio value="update" disabled={disabled} label={words('preview.update')} description={words('preview.updateHint')} />
    </Radio.Group>
  )
}

import './import.css'
import { useEffect, useState } from 'react'
import { Screen } from '../components/Screen.tsx'
import { useWords } from '../language/words.ts'
import { DoneStep } from './DoneStep.tsx'
import { FileName } from './FileName.tsx'
import { FileStep } from './FileStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { ProgressStep } from './ProgressStep.tsx'
import type { ImportPhase } from './session.ts'
import { useImport } from './useImport.ts'

/** Brings a file of people in: the file, then the columns and what would happen, then the import. */
export function ImportScreen() {
  const words = useWords('importing')
  const { session, phase } = useImport()
  useEffect(() => () => session.leave(), [session])
  const dropping = useFileDrop(
    (file) => void session.begin(file),
    phase.step === 'choose' || phase.step === 'preview' || phase.step === 'done',
  )
  switch (phase.step) {
    case 'choose':
    case 'sending':
      return (
        <Screen title={words('title')} actions={<Steps phase={phase} />}>
          <FileStep phase={phase} session={session} dropping={dropping} />
        </Screen>
      )
    case 'preview':
      return <PreviewStep phase={phase} session={session} steps={<Steps phase={phase} />} dropping={dropping} />
    case 'importing':
      return (
        <Screen title={words('title')} beside={<FileName name={phase.fileName} />} actions={<Steps phase={phase} />}>
          <ProgressStep phase={phase} session={session} />
        </Screen>
      )
    case 'done':
      return (
        <Screen title={words('title')} beside={<FileName name={phase.fileName} />} actions={<Steps phase={phase} />}>
          <DoneStep phase={phase} session={session} />
        </Screen>
      )
  }
}

const STEPS = ['steps.file', 'steps.preview', 'steps.import'] as const

/** The three steps, with the present one marked. */
function Steps({ phase }: { phase: ImportPhase }) {
  const words = useWords('importing')
  const at = phase.step === 'choose' || phase.step === 'sending' ? 0 : phase.step === 'preview' ? 1 : 2
  const done = phase.step === 'done' ? STEPS.length : at
  return (
    <ol className="import-steps" aria-label={words('steps.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at && done === at ? 'step' : undefined}>
          {index < done ? (
            <span className="import-step-done">
              <span aria-hidden="true">✓ </span>
              <span className="visually-hidden">{words('steps.doneMark')} </span>
            </span>
          ) : (
            `${index + 1} `
          )}
          {words(step)}
        </li>
      ))}
    </ol>
  )
}

/**
 * Takes a file dropped anywhere in the window. A file dropped while none can be taken does nothing, instead of
 * replacing the window with it as browsers would.
 * @returns whether a file is being held over the window
 */
function useFileDrop(onFile: (file: File) => void, enabled: boolean): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

    function onOver(event: DragEvent): void {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = enabled ? 'copy' : 'none'
      setOver(enabled)
    }

    function onLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false)
    }

    function onDrop(event: DragEvent): void {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (enabled && file !== undefined) onFile(file)
    }

    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [enabled, onFile])
  return over && enabled
}

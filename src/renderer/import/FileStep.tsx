import { Button, Progress } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { Notice } from '../components/Notice.tsx'
import { useFormatTag, useWords } from '../language/words.ts'
import { sizeWords } from '../startup/words.ts'
import type { ImportPhase, ImportSession } from './session.ts'
import { useProblemWords } from './useProblemWords.ts'

/** What the file dialog offers first; any other file may be chosen too. */
const ACCEPTED = '.csv,.tsv,.tab,.txt,.vcf,.vcard,.xlsx,.xlsm,text/csv,text/plain,text/vcard'

type Phase = Extract<ImportPhase, { step: 'choose' | 'sending' }>

const asImports = (text: ReactNode) => <a href={hashFor('contacts', 'imports')}>{text}</a>
const asName = (text: ReactNode) => <span className="people-text">{text}</span>

/** The first step: drop a file anywhere, or pick one. Says what went wrong with the last. */
export function FileStep({ phase, session, dropping }: { phase: Phase; session: ImportSession; dropping: boolean }) {
  const words = useWords('importing')
  const sayProblem = useProblemWords()
  return (
    <div className="import-choose">
      {phase.step === 'choose' && phase.problem !== null ? (
        <Notice tone="bad" icon="warning" urgent>
          {sayProblem(phase.problem)}
        </Notice>
      ) : null}
      {phase.step === 'sending' ? (
        <Sending phase={phase} session={session} />
      ) : (
        <DropArea session={session} dropping={dropping} again={phase.problem !== null} />
      )}
      <div className="import-tips">
        <section aria-labelledby="import-tip-excel">
          <h2 id="import-tip-excel">{words('file.excel')}</h2>
          <p>{words('file.excelHint')}</p>
        </section>
        <section aria-labelledby="import-tip-phone">
          <h2 id="import-tip-phone">{words('file.phone')}</h2>
          <p>{words('file.phoneHint')}</p>
        </section>
        <section aria-labelledby="import-tip-safe">
          <h2 id="import-tip-safe">{words('file.safe')}</h2>
          <p>{words.rich('file.safeHint', { imports: asImports })}</p>
        </section>
      </div>
    </div>
  )
}

function DropArea({ session, dropping, again }: { session: ImportSession; dropping: boolean; again: boolean }) {
  const words = useWords('importing')
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="import-drop" data-over={dropping || undefined}>
      <span className="import-drop-mark">
        <Icon name="upload" size={26} />
      </span>
      <div className="import-drop-title">{words(dropping ? 'file.dropping' : 'file.drop')}</div>
      <p className="sec">{words('file.dropHint')}</p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={words('file.input')}
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) void session.begin(file)
        }}
      />
      <Button variant="filled" size="md" onClick={() => input.current?.click()}>
        {words(again ? 'file.chooseAnother' : 'file.choose')}
      </Button>
    </div>
  )
}

function Sending({ phase, session }: { phase: Extract<Phase, { step: 'sending' }>; session: ImportSession }) {
  const words = useWords('importing')
  const tag = useFormatTag()
  const percent = phase.size === 0 ? 100 : (phase.sent / phase.size) * 100
  return (
    <div className="import-drop" data-busy>
      <output className="import-drop-title">{words.rich('file.reading', { fileName: phase.fileName, name: asName })}</output>
      <Progress value={percent} className="import-bar" aria-label={words('file.readingBar')} />
      <p className="sec num">{words('file.sent', { sent: sizeWords(phase.sent, tag), size: sizeWords(phase.size, tag) })}</p>
      <Button onClick={() => session.cancel()}>{words('cancel')}</Button>
    </div>
  )
}

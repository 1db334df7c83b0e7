import { Button, Progress } from '@mantine/core'
import { useRef } from 'react'
import { hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { Notice } from '../components/Notice.tsx'
import { sizeWords } from '../startup/words.ts'
import type { ImportPhase, ImportSession } from './session.ts'

/** What the file dialog offers first; any other file may be chosen too. */
const ACCEPTED = '.csv,.tsv,.tab,.txt,.vcf,.vcard,.xlsx,.xlsm,text/csv,text/plain,text/vcard'

type Phase = Extract<ImportPhase, { step: 'choose' | 'sending' }>

/** The first step: drop a file anywhere, or pick one. Says what went wrong with the last. */
export function FileStep({ phase, session, dropping }: { phase: Phase; session: ImportSession; dropping: boolean }) {
  return (
    <div className="import-choose">
      {phase.step === 'choose' && phase.problem !== null ? (
        <Notice tone="bad" icon="warning" urgent>
          {phase.problem}
        </Notice>
      ) : null}
      {phase.step === 'sending' ? (
        <Sending phase={phase} session={session} />
      ) : (
        <DropArea session={session} dropping={dropping} again={phase.problem !== null} />
      )}
      <div className="import-tips">
        <section aria-labelledby="import-tip-excel">
          <h2 id="import-tip-excel">From Excel or Google Sheets</h2>
          <p>
            Take the workbook (.xlsx) as it is, or save it as CSV. Commas or semicolons, å, ö and é: what the file is made of is found out
            and shown to you.
          </p>
        </section>
        <section aria-labelledby="import-tip-phone">
          <h2 id="import-tip-phone">From a phone or an address book</h2>
          <p>
            Share or export the contacts: as cards (.vcf) from iCloud, iPhone and Android, as CSV from Google Contacts and Outlook. Names,
            companies and all numbers are recognised; everything else can come along as fields.
          </p>
        </section>
        <section aria-labelledby="import-tip-safe">
          <h2 id="import-tip-safe">Nothing happens yet</h2>
          <p>
            You see what becomes of every row first. An import can be taken back whole under{' '}
            <a href={hashFor('contacts', 'imports')}>Past imports</a>.
          </p>
        </section>
      </div>
    </div>
  )
}

function DropArea({ session, dropping, again }: { session: ImportSession; dropping: boolean; again: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="import-drop" data-over={dropping || undefined}>
      <span className="import-drop-mark">
        <Icon name="upload" size={26} />
      </span>
      <div className="import-drop-title">{dropping ? 'Let go to read the file' : 'Drop a file with your customers here'}</div>
      <p className="sec">A table (.csv, .txt), an Excel workbook (.xlsx) or contact cards (.vcf). Up to 256 MB.</p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File with your customers"
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) void session.begin(file)
        }}
      />
      <Button variant="filled" size="md" onClick={() => input.current?.click()}>
        {again ? 'Choose another file' : 'Choose a file'}
      </Button>
    </div>
  )
}

function Sending({ phase, session }: { phase: Extract<Phase, { step: 'sending' }>; session: ImportSession }) {
  const percent = phase.size === 0 ? 100 : (phase.sent / phase.size) * 100
  return (
    <div className="import-drop" data-busy>
      <output className="import-drop-title">
        Reading <span className="people-text">{phase.fileName}</span>…
      </output>
      <Progress value={percent} className="import-bar" aria-label="How much of the file is read" />
      <p className="sec num">
        {sizeWords(phase.sent)} of {sizeWords(phase.size)}
      </p>
      <Button onClick={() => session.cancel()}>Cancel</Button>
    </div>
  )
}

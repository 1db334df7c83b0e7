import './opt-outs.css'
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { countWords, plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { refusalBeforeSending, sendFile } from '../import/upload.ts'

/** What would become of a list. */
interface Look {
  fileId: string
  fileName: string
  rows: number
  added: number
  already: number
  rejected: number
  rejects: { row: number; reason: string; value: string }[]
}

/** Refused rows that are shown. */
const SHOWN = 50

/** Opts out every number of a file: what would happen first, then, with a click, all of it. */
export function ImportOptOuts({ onClose }: { onClose: () => void }) {
  const { client } = useHost()
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const look = useMutation({
    async mutationFn(file: File): Promise<Look> {
      const fileId = await sendFile(client.imports, file)
      try {
        return { ...(await client.optOuts.importFile({ fileId, dryRun: true })), fileId, fileName: file.name }
      } catch (error) {
        await client.imports.discardFile({ fileId }).catch(() => undefined)
        throw error
      }
    },
  })
  const apply = useMutation({
    mutationFn: ({ fileId }: Look) => client.optOuts.importFile({ fileId, dryRun: false }),
    onSuccess({ added, already, takenBack }) {
      const known = already === 0 ? '' : `, ${plural(already, 'row was', 'rows were')} known`
      const cancelled = takenBack === 0 ? '' : ` ${plural(takenBack, 'waiting text is', 'waiting texts are')} cancelled.`
      sayDone(`${plural(added, 'row', 'rows')} brought numbers that get no texts any more${known}.${cancelled}`)
      onClose()
    },
  })
  const looked = look.data

  function take(file: File | undefined): void {
    if (file === undefined) return
    const refused = refusalBeforeSending(file)
    setTooLarge(refused)
    if (refused === null) look.mutate(file)
  }

  function close(): void {
    if (looked !== undefined) client.imports.discardFile({ fileId: looked.fileId }).catch(() => undefined)
    onClose()
  }

  return (
    <Modal opened onClose={close} title="Import opt-outs" size={520}>
      <div className="opt-outs-form">
        {looked !== undefined ? (
          <Looked look={looked} />
        ) : look.isPending ? (
          <Loading>Reading the list…</Loading>
        ) : (
          <FileDrop
            title="Drop a list of numbers here"
            hint="A plain list or a CSV file with a column of numbers. You see what would happen first."
            label="List of numbers"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onFile={take}
          />
        )}
        {tooLarge === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {tooLarge}
          </Notice>
        )}
        <CallFailure error={look.error ?? apply.error} />
        <div className="confirm-actions">
          <Button onClick={close}>Cancel</Button>
          {looked === undefined ? null : (
            <Button
              variant="filled"
              disabled={looked.added + looked.rejected === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate(looked)}
            >
              Opt these numbers out
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Looked({ look }: { look: Look }) {
  const { fileName, rows, added, already, rejected, rejects } = look
  return (
    <>
      <p>
        <b className="people-text">{fileName}</b> has {plural(rows, 'row', 'rows')}. Nothing is changed yet.
      </p>
      <dl className="opt-outs-counts num">
        <dt>Will get no texts any more</dt>
        <dd>{countWords(added)}</dd>
        <dt>Opted out already</dt>
        <dd>{countWords(already)}</dd>
        <dt>Cannot be read</dt>
        <dd data-tone={rejected === 0 ? undefined : 'bad'}>{countWords(rejected)}</dd>
      </dl>
      {rejects.length === 0 ? null : (
        <section aria-label="Rows that cannot be read" className="opt-outs-rejects">
          <h3>Rows that cannot be read</h3>
          {/* Reachable by keyboard, since it scrolls. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul tabIndex={0} aria-label="Rows that cannot be read, with the reason">
            {rejects.slice(0, SHOWN).map(({ row, value, reason }) => (
              <li key={row}>
                <span className="num">Row {row}</span> {value === '' ? null : <bdi className="people-text">“{value}”</bdi>} {reason}
              </li>
            ))}
            {rejected > SHOWN ? <li>and {plural(rejected - SHOWN, 'more row', 'more rows')}</li> : null}
          </ul>
        </section>
      )}
    </>
  )
}

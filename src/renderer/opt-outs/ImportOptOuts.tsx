import './opt-outs.css'
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { refusalBeforeSending, sendFile, type FileProblem } from '../import/upload.ts'
import { problemWords } from '../import/words.ts'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'

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

const asName = (text: ReactNode) => <b className="people-text">{text}</b>
const asRow = (text: ReactNode) => <span className="num">{text}</span>
const asValue = (text: ReactNode) => <bdi className="people-text">{text}</bdi>

/** Opts out every number of a file: what would happen first, then, with a click, all of it. */
export function ImportOptOuts({ onClose }: { onClose: () => void }) {
  const { client } = useHost()
  const words = useWords('optOuts')
  const importing = useWords('importing')
  const [tooLarge, setTooLarge] = useState<FileProblem | null>(null)
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
      sayDone(words('file.done', { added, already, cancelled: takenBack }))
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
    <Modal opened onClose={close} title={words('file.title')} size={520}>
      <div className="opt-outs-form">
        {looked !== undefined ? (
          <Looked look={looked} />
        ) : look.isPending ? (
          <Loading>{words('file.reading')}</Loading>
        ) : (
          <FileDrop
            title={words('file.drop')}
            hint={words('file.dropHint')}
            label={words('file.input')}
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onFile={take}
          />
        )}
        {tooLarge === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {problemWords(importing, tooLarge)}
          </Notice>
        )}
        <CallFailure error={look.error ?? apply.error} />
        <div className="confirm-actions">
          <Button onClick={close}>{words('cancel')}</Button>
          {looked === undefined ? null : (
            <Button
              variant="filled"
              disabled={looked.added + looked.rejected === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate(looked)}
            >
              {words('file.confirm')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Looked({ look }: { look: Look }) {
  const { fileName, rows, added, already, rejected, rejects } = look
  const words = useWords('optOuts')
  const say = useHostSentences()
  const { count } = useTimes()
  return (
    <>
      <p>{words.rich('file.rows', { fileName, count: rows, name: asName })}</p>
      <dl className="opt-outs-counts num">
        <dt>{words('file.added')}</dt>
        <dd>{count(added)}</dd>
        <dt>{words('file.already')}</dt>
        <dd>{count(already)}</dd>
        <dt>{words('file.rejected')}</dt>
        <dd data-tone={rejected === 0 ? undefined : 'bad'}>{count(rejected)}</dd>
      </dl>
      {rejects.length === 0 ? null : (
        <section aria-label={words('file.rejects')} className="opt-outs-rejects">
          <h3>{words('file.rejects')}</h3>
          {/* Reachable by keyboard, since it scrolls. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul tabIndex={0} aria-label={words('file.rejectsList')}>
            {rejects.slice(0, SHOWN).map(({ row, value, reason }) => (
              <li key={row}>
                {value === ''
                  ? words.rich('file.rejectEmpty', { number: String(row), reason: say(reason), row: asRow })
                  : words.rich('file.reject', { number: String(row), text: value, reason: say(reason), row: asRow, value: asValue })}
              </li>
            ))}
            {rejected > SHOWN ? <li>{words('file.more', { count: rejected - SHOWN })}</li> : null}
          </ul>
        </section>
      )}
    </>
  )
}

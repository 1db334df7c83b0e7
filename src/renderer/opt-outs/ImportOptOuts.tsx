import './opt-outs.css'
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { RejectedRows, type RejectedRow } from '../import/RejectedRows.tsx'
import { useListFile, type Looked } from '../import/useListFile.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'

/** What would become of a list. */
interface Found {
  rows: number
  added: number
  already: number
  takenBack: number
  rejected: number
  rejects: RejectedRow[]
}

const asName = (text: ReactNode) => <b className="people-text">{text}</b>

/** Opts out every number of a file: what would happen first, then, with a click, all of it. */
export function ImportOptOuts({ onClose }: { onClose: () => void }) {
  const { client } = useHost()
  const words = useWords('optOuts')
  const list = useListFile<Found>({
    importFile: (reading) => client.optOuts.importFile(reading),
    onApplied({ added, already, takenBack }) {
      sayDone(words('file.done', { added, already, cancelled: takenBack }))
      onClose()
    },
  })
  const { looked } = list

  function close(): void {
    list.discard()
    onClose()
  }

  return (
    <Modal opened onClose={close} title={words('file.title')} size={520}>
      <div className="opt-outs-form">
        {looked !== undefined ? (
          <WhatWouldHappen looked={looked} />
        ) : list.isReading ? (
          <Loading>{words('file.reading')}</Loading>
        ) : (
          <FileDrop
            title={words('file.drop')}
            hint={words('file.dropHint')}
            label={words('file.input')}
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onFile={list.take}
          />
        )}
        {list.problem === null ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {list.problem}
          </Notice>
        )}
        <CallFailure error={list.error} />
        <div className="confirm-actions">
          <Button onClick={close}>{words('cancel')}</Button>
          {looked === undefined ? null : (
            <Button variant="filled" disabled={looked.added + looked.rejected === 0} loading={list.isApplying} onClick={() => list.apply()}>
              {words('file.confirm')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function WhatWouldHappen({ looked: { fileName, rows, added, already, rejected, rejects } }: { looked: Looked<Found> }) {
  const words = useWords('optOuts')
  const importing = useWords('importing')
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
      <RejectedRows title={importing('unread.title')} total={rejected} rows={rejects} />
    </>
  )
}

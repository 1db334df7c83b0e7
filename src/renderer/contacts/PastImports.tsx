import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportRecord } from '../../shared/contract/imports.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { Screen } from '../components/Screen.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useRejectsFile } from '../import/useRejectsFile.ts'
import { countsLine, importState, undoneWords } from '../import/words.ts'
import { UndoImport } from '../import/UndoImport.tsx'

/** Every file imported so far: what it brought, taking it back, and the rows it left out. */
export function PastImports() {
  const { queries } = useHost()
  const imports = useQuery(queries.imports.list.queryOptions())
  return (
    <Screen
      title="Past imports"
      actions={
        <>
          <a className="people-imports past-back" href={hashFor('contacts')}>
            <Icon name="arrowLeft" size={15} /> Contacts
          </a>
          <Button leftSection={<Icon name="upload" size={15} />} onClick={() => goTo('import')}>
            Import
          </Button>
        </>
      }
      ground="quiet"
    >
      {imports.isPending ? (
        <Loading>Fetching past imports…</Loading>
      ) : imports.isError ? (
        <LoadFailure error={imports.error} onRetry={() => void imports.refetch()} />
      ) : imports.data.length === 0 ? (
        <EmptyState
          icon="upload"
          title="Nothing imported yet"
          actions={
            <Button variant="filled" onClick={() => goTo('import')}>
              Import a file
            </Button>
          }
        >
          Each file you bring in is listed here, and can be taken back whole.
        </EmptyState>
      ) : (
        <List imports={imports.data} />
      )}
    </Screen>
  )
}

function List({ imports }: { imports: readonly ImportRecord[] }) {
  const now = useNow()
  return (
    <ul className="past-list">
      {imports.map((record) => (
        <PastImport key={record.id} record={record} now={now} />
      ))}
    </ul>
  )
}

/** What an import did; of one that was taken back, what that did. */
function whatItDid({ status, counts, undone }: ImportRecord): string {
  switch (status) {
    case 'running':
      return 'Under way, or being taken back'
    case 'undoing':
      return 'Being taken back'
    case 'cancelled':
      return 'Stopped before it was finished. Nothing of it is here.'
    case 'undone':
      return undone === null ? countsLine(counts) : undoneWords(undone)
    case 'done':
      return countsLine(counts)
  }
}

function PastImport({ record, now }: { record: ImportRecord; now: number }) {
  const [asking, setAsking] = useState(false)
  const state = importState(record.status)
  const download = useRejectsFile(record.id, record.fileName)
  return (
    <li className="past-item">
      <div className="past-words">
        <div className="past-title">
          <b className="people-text">{record.fileName}</b>
          {record.status === 'done' ? null : <Chip tone={state.tone}>{state.word}</Chip>}
        </div>
        <div className="past-counts num">{whatItDid(record)}</div>
        <div className="past-when">
          {record.undoneAt === null ? (
            <>
              Imported <RelativeTime at={record.startedAt} now={now} words="sentence" />
            </>
          ) : (
            <>
              Taken back <RelativeTime at={record.undoneAt} now={now} words="sentence" />
            </>
          )}
        </div>
      </div>
      <div className="past-actions">
        {record.counts.rejected > 0 ? (
          <Button
            size="xs"
            variant="subtle"
            loading={download.isPending}
            onClick={() => download.mutate()}
            aria-label={`Download rows left out of ${record.fileName}`}
          >
            Download rows left out
          </Button>
        ) : null}
        {record.status === 'done' ? (
          <Button size="xs" onClick={() => setAsking(true)} aria-label={`Undo… ${record.fileName}`}>
            Undo…
          </Button>
        ) : null}
      </div>
      <UndoImport opened={asking} importId={record.id} fileName={record.fileName} counts={record.counts} onClose={() => setAsking(false)} />
    </li>
  )
}

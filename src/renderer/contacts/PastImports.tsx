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
import { Screen } from '../components/Screen.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useRejectsFile } from '../import/useRejectsFile.ts'
import { countsLine, IMPORT_STATE_TONES, undoneWords } from '../import/words.ts'
import { UndoImport } from '../import/UndoImport.tsx'
import { asTime } from '../language/asTime.tsx'
import { useTimes } from '../language/times.ts'
import { useWords, type Words } from '../language/words.ts'

/** Every file imported so far: what it brought, taking it back, and the rows it left out. */
export function PastImports() {
  const { queries } = useHost()
  const words = useWords('contacts')
  const imports = useQuery(queries.imports.list.queryOptions())
  return (
    <Screen
      title={words('past.title')}
      actions={
        <>
          <a className="people-imports past-back" href={hashFor('contacts')}>
            <Icon name="arrowLeft" size={15} /> {words('past.back')}
          </a>
          <Button leftSection={<Icon name="upload" size={15} />} onClick={() => goTo('import')}>
            {words('import')}
          </Button>
        </>
      }
      ground="quiet"
    >
      {imports.isPending ? (
        <Loading>{words('past.fetching')}</Loading>
      ) : imports.isError ? (
        <LoadFailure error={imports.error} onRetry={() => void imports.refetch()} />
      ) : imports.data.length === 0 ? (
        <EmptyState
          icon="upload"
          title={words('past.none')}
          actions={
            <Button variant="filled" onClick={() => goTo('import')}>
              {words('past.importFile')}
            </Button>
          }
        >
          {words('past.noneHint')}
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
function whatItDid(words: Words<'contacts'>, importing: Words<'importing'>, { status, counts, undone }: ImportRecord): string {
  switch (status) {
    case 'running':
      return words('past.running')
    case 'undoing':
      return words('past.undoing')
    case 'cancelled':
      return words('past.cancelled')
    case 'undone':
      return undone === null ? countsLine(importing, counts) : undoneWords(importing, undone)
    case 'done':
      return countsLine(importing, counts)
  }
}

function PastImport({ record, now }: { record: ImportRecord; now: number }) {
  const words = useWords('contacts')
  const times = useTimes()
  const [asking, setAsking] = useState(false)
  const importing = useWords('importing')
  const download = useRejectsFile(record.id, record.fileName)
  return (
    <li className="past-item">
      <div className="past-words">
        <div className="past-title">
          <b className="people-text">{record.fileName}</b>
          {record.status === 'done' ? null : <Chip tone={IMPORT_STATE_TONES[record.status]}>{importing(`state.${record.status}`)}</Chip>}
        </div>
        <div className="past-counts num">{whatItDid(words, importing, record)}</div>
        <div className="past-when">
          {record.undoneAt === null
            ? words.rich('past.imported', { at: times.moment(record.startedAt, now), when: asTime(record.startedAt, times) })
            : words.rich('past.undone', { at: times.moment(record.undoneAt, now), when: asTime(record.undoneAt, times) })}
        </div>
      </div>
      <div className="past-actions">
        {record.counts.rejected > 0 ? (
          <Button
            size="xs"
            variant="subtle"
            loading={download.isPending}
            onClick={() => download.mutate()}
            aria-label={words('past.downloadOf', { fileName: record.fileName })}
          >
            {words('past.download')}
          </Button>
        ) : null}
        {record.status === 'done' ? (
          <Button size="xs" onClick={() => setAsking(true)} aria-label={words('past.undoOf', { fileName: record.fileName })}>
            {words('past.undo')}
          </Button>
        ) : null}
      </div>
      <UndoImport opened={asking} importId={record.id} fileName={record.fileName} counts={record.counts} onClose={() => setAsking(false)} />
    </li>
  )
}

import '../contacts/contacts.css'
import './opt-outs.css'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { ContactsTabs } from '../contacts/ContactsTabs.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { useWords, type Words } from '../language/words.ts'
import { AddOptOuts } from './AddOptOuts.tsx'
import { ImportOptOuts } from './ImportOptOuts.tsx'
import { LiftOptOut } from './LiftOptOut.tsx'
import { OptOutList } from './OptOutList.tsx'
import { useExportOptOuts } from './useExportOptOuts.ts'
import { useOptOuts } from './useOptOuts.ts'

/** Wait after the last key before searching, in milliseconds. */
const SEARCH_WAIT_MS = 120

/** Numbers that get no texts: found, added, lifted, brought in and taken out as a file. `#/contacts/opt-outs` */
export function OptOutsScreen() {
  const words = useWords('optOuts')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_WAIT_MS)
  const [asking, setAsking] = useState<'add' | 'import' | null>(null)
  const [lifting, setLifting] = useState<OptOut | null>(null)
  const found = useOptOuts(search)
  const exporting = useExportOptOuts()
  const none = found.total === 0 && search === '' && !found.isStale
  return (
    <section className="people-list opt-outs" aria-label={words('region')}>
      <header className="pane-head">
        <h1>{words('heading')}</h1>
        <ContactsTabs part="opt-outs" />
        <output className="sec num">
          {exporting.soFar === null ? headCount(words, found.total, search) : words('exporting', { count: exporting.soFar })}
        </output>
        <span className="grow" />
        {none ? null : (
          <>
            <Button leftSection={<Icon name="download" size={15} />} disabled={exporting.soFar !== null} onClick={exporting.start}>
              {words('export')}
            </Button>
            <Button leftSection={<Icon name="upload" size={15} />} onClick={() => setAsking('import')}>
              {words('import')}
            </Button>
            <Button leftSection={<Icon name="plus" size={15} />} onClick={() => setAsking('add')}>
              {words('add')}
            </Button>
          </>
        )}
      </header>
      {none ? (
        <EmptyState
          icon="check"
          title={words('empty.title')}
          actions={
            <>
              <Button variant="filled" onClick={() => setAsking('add')}>
                {words('empty.add')}
              </Button>
              <Button onClick={() => setAsking('import')}>{words('empty.import')}</Button>
            </>
          }
        >
          {words('empty.text')}
        </EmptyState>
      ) : (
        <>
          <div className="people-tools">
            <SearchField label={words('search.label')} placeholder={words('search.placeholder')} typed={typed} onType={setTyped} />
          </div>
          {found.error !== null ? (
            <LoadFailure error={found.error} onRetry={found.reload} />
          ) : found.isPending ? (
            <Loading>{words('fetching')}</Loading>
          ) : found.optOuts.length === 0 ? (
            <EmptyState
              icon="search"
              title={words('search.none', { search })}
              actions={<Button onClick={() => setTyped('')}>{words('search.showAll')}</Button>}
            >
              {words('search.noneHint')}
            </EmptyState>
          ) : (
            <OptOutList key={search} found={found} onLift={setLifting} />
          )}
        </>
      )}
      {asking === 'add' ? <AddOptOuts onClose={() => setAsking(null)} /> : null}
      {asking === 'import' ? <ImportOptOuts onClose={() => setAsking(null)} /> : null}
      <LiftOptOut optOut={lifting} onClose={() => setLifting(null)} />
    </section>
  )
}

function headCount(words: Words<'optOuts'>, total: number | null, search: string): string {
  if (total === null || (total === 0 && search === '')) return ''
  return search === '' ? words('total', { count: total }) : words('found', { count: total })
}

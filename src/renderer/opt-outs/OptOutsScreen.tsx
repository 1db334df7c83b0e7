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
import { countWords, plural } from '../components/times.ts'
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
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_WAIT_MS)
  const [asking, setAsking] = useState<'add' | 'import' | null>(null)
  const [lifting, setLifting] = useState<OptOut | null>(null)
  const found = useOptOuts(search)
  const exporting = useExportOptOuts()
  const none = found.total === 0 && search === '' && !found.isStale
  return (
    <section className="people-list opt-outs" aria-label="Opt-outs">
      <header className="pane-head">
        <h1>Contacts</h1>
        <ContactsTabs part="opt-outs" />
        <output className="sec num">
          {exporting.soFar === null ? headCount(found.total, search) : `Exporting… ${countWords(exporting.soFar)} so far`}
        </output>
        <span className="grow" />
        {none ? null : (
          <>
            <Button leftSection={<Icon name="download" size={15} />} disabled={exporting.soFar !== null} onClick={exporting.start}>
              Export
            </Button>
            <Button leftSection={<Icon name="upload" size={15} />} onClick={() => setAsking('import')}>
              Import…
            </Button>
            <Button leftSection={<Icon name="plus" size={15} />} onClick={() => setAsking('add')}>
              Add…
            </Button>
          </>
        )}
      </header>
      {none ? (
        <EmptyState
          icon="check"
          title="Nobody has opted out"
          actions={
            <>
              <Button variant="filled" onClick={() => setAsking('add')}>
                Add numbers
              </Button>
              <Button onClick={() => setAsking('import')}>Import a list</Button>
            </>
          }
        >
          Numbers listed here get no texts, whoever writes them and whatever list they are on. Add one when a customer asks, or bring the
          list you kept until now.
        </EmptyState>
      ) : (
        <>
          <div className="people-tools">
            <SearchField
              label="Search opt-outs by number, name or what was said"
              placeholder="Search by number, name or what was said"
              typed={typed}
              onType={setTyped}
            />
          </div>
          {found.error !== null ? (
            <LoadFailure error={found.error} onRetry={found.reload} />
          ) : found.isPending ? (
            <Loading>Fetching the opt-outs…</Loading>
          ) : found.optOuts.length === 0 ? (
            <EmptyState
              icon="search"
              title={`No opt-out matches “${search}”`}
              actions={<Button onClick={() => setTyped('')}>Show all</Button>}
            >
              Try part of the number, the name, or a word of what they said.
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

function headCount(total: number | null, search: string): string {
  if (total === null || (total === 0 && search === '')) return ''
  return search === '' ? plural(total, 'number gets no texts', 'numbers get no texts') : `${countWords(total)} found`
}

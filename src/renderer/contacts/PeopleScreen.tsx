import { ActionIcon, Button, Menu } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { goTo } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon } from '../components/Icon.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { countWords, plural } from '../components/times.ts'
import { NewPerson } from './PersonForm.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { useExport } from './useExport.ts'
import { usePeople } from './usePeople.ts'

/** Wait after the last key before searching, in milliseconds. */
const SEARCH_WAIT_MS = 120

/** The list of people left, the chosen one right. `newNumber` is filled into the form of a new person. */
export function PeopleScreen({
  chosen,
  newNumber,
  onChoose,
}: {
  chosen: string | null
  newNumber: string | undefined
  onChoose: (id: string | null) => void
}) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_WAIT_MS)
  const found = usePeople(search)
  const list = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const exporting = useExport()
  const nobodyAtAll = found.total === 0 && search === '' && !found.isStale

  function onSearchKey(event: React.KeyboardEvent<HTMLInputElement>): void {
    const first = () => list.current?.querySelector<HTMLElement>('[data-index="0"]')
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget.blur()
      setTyped('')
    } else if (event.key === 'ArrowDown') first()?.focus()
    else if (event.key === 'Enter') first()?.click()
    else return
    event.preventDefault()
  }

  const emptyPage = nobodyAtAll && chosen === null
  return (
    <div className="people" data-open={chosen !== null || undefined} data-empty={emptyPage || undefined}>
      <section className="people-list" aria-label="People" ref={list}>
        <header className="pane-head">
          <h1>Contacts</h1>
          <output className="sec num">
            {exporting.soFar === null ? headCount(found.total, search) : `Exporting… ${countWords(exporting.soFar)} so far`}
          </output>
          <span className="grow" />
          {emptyPage ? null : (
            <>
              <Button leftSection={<Icon name="upload" size={15} />} onClick={() => goTo('import')}>
                Import
              </Button>
              <Button leftSection={<Icon name="plus" size={15} />} onClick={() => onChoose('new')}>
                Add person
              </Button>
            </>
          )}
          <ListMenu onExport={exporting.start} canExport={!nobodyAtAll && exporting.soFar === null} />
        </header>
        {nobodyAtAll ? (
          <NobodyYet onAdd={() => onChoose('new')} />
        ) : (
          <>
            <search className="people-search">
              <Icon name="search" size={16} />
              <input
                ref={field}
                type="text"
                inputMode="search"
                aria-label="Search people by name, company or number"
                placeholder="Search by name, company or number"
                value={typed}
                maxLength={200}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onKeyDown={onSearchKey}
              />
              {typed === '' ? null : (
                <button
                  type="button"
                  className="people-search-clear"
                  aria-label="Clear the search"
                  onClick={() => {
                    setTyped('')
                    field.current?.focus()
                  }}
                >
                  <Icon name="close" size={14} />
                </button>
              )}
            </search>
            {found.error !== null ? (
              <LoadFailure error={found.error} onRetry={found.reload} />
            ) : found.isPending ? (
              <Loading>Fetching your people…</Loading>
            ) : found.people.length === 0 ? (
              <EmptyState
                icon="search"
                title={`Nobody matches “${search}”`}
                actions={<Button onClick={() => setTyped('')}>Show everybody</Button>}
              >
                Try fewer letters, or part of the number.
              </EmptyState>
            ) : (
              <PeopleList key={search} found={found} chosen={chosen} />
            )}
          </>
        )}
      </section>
      {emptyPage ? null : (
        <section className="people-panel" aria-label="Person">
          {chosen === 'new' ? (
            <NewPerson key={newNumber} number={newNumber} onAdded={(person) => onChoose(person.id)} onCancel={() => onChoose(null)} />
          ) : chosen === null ? (
            <EmptyState icon="contacts" title="Nobody chosen">
              Choose somebody on the left to see numbers, notes and everything from your files.
            </EmptyState>
          ) : (
            <PersonPanel key={chosen} id={chosen} onGone={() => onChoose(null)} />
          )}
        </section>
      )}
    </div>
  )
}

function ListMenu({ onExport, canExport }: { onExport: () => void; canExport: boolean }) {
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label="More for all contacts">
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="download" size={15} />} disabled={!canExport} onClick={onExport}>
          Export everybody as CSV
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="clock" size={15} />} onClick={() => goTo('contacts', 'imports')}>
          Past imports
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function headCount(total: number | null, search: string): string {
  if (total === null) return ''
  return search === '' ? plural(total, 'person', 'people') : `${countWords(total)} found`
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyState
      icon="contacts"
      title="Bring your customers"
      actions={
        <>
          <Button variant="filled" onClick={() => goTo('import')}>
            Import a file
          </Button>
          <Button onClick={onAdd}>Add one person</Button>
        </>
      }
    >
      Most people start with the list they have: a spreadsheet, or an address book, saved as CSV. You see what would happen to every row
      first, and can take the whole import back later.
    </EmptyState>
  )
}

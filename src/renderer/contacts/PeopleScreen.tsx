import { ActionIcon, Button, Menu } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ContactOrder } from '../../shared/contract/contacts.ts'
import { goTo } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { sayFailed, sayRefused } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { ContactsTabs } from './ContactsTabs.tsx'
import { idsBetween } from './ids-between.ts'
import { PeopleBar } from './PeopleBar.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PeopleTools } from './PeopleTools.tsx'
import { NewPerson } from './PersonForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { useExport, type PeopleExport } from './useExport.ts'
import { inputOf, usePeople, type People } from './usePeople.ts'
import { MOST_TICKED, usePeopleSelection } from './usePeopleSelection.ts'

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
  const { client } = useHost()
  const words = useWords('contacts')
  const [typed, setTyped] = useState('')
  const [groupId, setGroupId] = useState<string | null>(null)
  const [order, setOrder] = useState<ContactOrder>('name')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_WAIT_MS)
  const wanted = useMemo(() => ({ search, groupId, order }), [search, groupId, order])
  const found = usePeople(wanted)
  const { filter } = found
  const selection = usePeopleSelection(filter, found.total)
  const list = useRef<HTMLElement>(null)
  const exporting = useExport()
  const isWhole = filter.search === '' && filter.groupId === null
  const nobodyAtAll = found.total?.count === 0 && isWhole && !found.isStale

  const range = useMutation({
    mutationFn: ({ from, to }: { from: number; to: number; ticked: boolean }) =>
      idsBetween((offset, limit) => client.contacts.list({ ...inputOf(filter), offset, limit }), from, to),
    onSuccess: (ids, { ticked }) => selection.set(ids, ticked),
    onError: sayFailed,
  })
  const { mutate: fetchRange } = range
  const onRange = useCallback(
    (one: number, other: number, ticked: boolean) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      if (to - from < MOST_TICKED) fetchRange({ from, to, ticked })
      else sayRefused(words('tooManyTicked', { count: MOST_TICKED }))
    },
    [fetchRange, words],
  )
  const onLetter = useCallback(async (letter: string) => (await client.contacts.place({ from: letter })).offset, [client])

  const emptyPage = nobodyAtAll && chosen === null
  return (
    <div className="people" data-open={chosen !== null || undefined} data-empty={emptyPage || undefined}>
      <section className="people-list" aria-label={words('tabs.people')} ref={list}>
        <header className="pane-head">
          <h1>{words('title')}</h1>
          <ContactsTabs part={null} />
          <span className="grow" />
          {emptyPage ? null : (
            <>
              <Button leftSection={<Icon name="upload" size={15} />} onClick={() => goTo('import')}>
                {words('import')}
              </Button>
              <Button leftSection={<Icon name="plus" size={15} />} onClick={() => onChoose('new')}>
                {words('addPerson')}
              </Button>
            </>
          )}
          <ListMenu exporting={exporting} isEmpty={nobodyAtAll} />
        </header>
        {nobodyAtAll ? (
          <NobodyYet onAdd={() => onChoose('new')} />
        ) : (
          <>
            <PeopleTools
              typed={typed}
              onType={setTyped}
              groupId={groupId}
              onGroup={setGroupId}
              order={order}
              onOrder={setOrder}
              firstRow={() => list.current?.querySelector<HTMLElement>('[data-index="0"]')}
            />
            {found.error !== null ? (
              <LoadFailure error={found.error} onRetry={found.reload} />
            ) : found.isPending ? (
              <Loading>{words('fetching')}</Loading>
            ) : found.rows === 0 ? (
              <NobodyFound
                found={found}
                onShowAll={() => {
                  setTyped('')
                  setGroupId(null)
                }}
              />
            ) : (
              <>
                <PeopleBar found={found} selection={selection} exporting={exporting} />
                <PeopleList
                  key={JSON.stringify(filter)}
                  found={found}
                  chosen={chosen}
                  selection={selection}
                  onRange={onRange}
                  onLetter={isWhole && filter.order === 'name' ? onLetter : undefined}
                />
              </>
            )}
          </>
        )}
      </section>
      {emptyPage ? null : (
        <section className="people-panel" aria-label={words('person.region')}>
          {chosen === 'new' ? (
            <NewPerson key={newNumber} number={newNumber} onAdded={(person) => onChoose(person.id)} onCancel={() => onChoose(null)} />
          ) : chosen === null ? (
            <EmptyState icon="contacts" title={words('nobody.chosen')}>
              {words('nobody.chosenHint')}
            </EmptyState>
          ) : (
            <PersonPanel key={chosen} id={chosen} onGone={() => onChoose(null)} />
          )}
        </section>
      )}
    </div>
  )
}

function ListMenu({ exporting, isEmpty }: { exporting: PeopleExport; isEmpty: boolean }) {
  const words = useWords('contacts')
  const cannot = isEmpty || exporting.soFar !== null
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label={words('export.more')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="download" size={15} />} disabled={cannot} onClick={() => exporting.start('csv')}>
          {words('export.everybodyCsv')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="download" size={15} />} disabled={cannot} onClick={() => exporting.start('vcard')}>
          {words('export.everybodyCards')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function NobodyFound({ found, onShowAll }: { found: People; onShowAll: () => void }) {
  const words = useWords('contacts')
  const { search, groupId } = found.filter
  const actions = <Button onClick={onShowAll}>{words('nobody.showEverybody')}</Button>
  if (search === '') {
    return (
      <EmptyState icon="contacts" title={words('nobody.inGroup')} actions={actions}>
        {words('nobody.inGroupHint')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="search" title={words('nobody.matches', { search })} actions={actions}>
      {groupId === null ? words('nobody.matchesHint') : words('nobody.matchesInGroupHint')}
    </EmptyState>
  )
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const words = useWords('contacts')
  return (
    <EmptyState
      icon="contacts"
      title={words('nobody.yet')}
      actions={
        <>
          <Button variant="filled" onClick={() => goTo('import')}>
            {words('nobody.importFile')}
          </Button>
          <Button onClick={onAdd}>{words('nobody.addOne')}</Button>
        </>
      }
    >
      {words('nobody.yetHint')}
    </EmptyState>
  )
}

import './groups.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { ContactsTabs } from '../contacts/ContactsTabs.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { GroupPanel } from './GroupPanel.tsx'
import { NewGroup } from './NewGroup.tsx'

const asUnit = (text: ReactNode) => <span className="visually-hidden">{text}</span>

/** Places of the form for a new group, in place of a group's id. */
const NEW = 'new'
const NEW_SMART = 'new-smart'

/** Groups of people: the list left, the chosen one right. `#/contacts/groups[/<group>]`, `#/contacts/groups/new` */
export function GroupsScreen({ chosen }: { chosen: string | null }) {
  const { queries } = useHost()
  const words = useWords('groups')
  const listed = useQuery(queries.groups.list.queryOptions())
  const groups = listed.data ?? []
  const isNew = chosen === NEW || chosen === NEW_SMART
  const group = groups.find(({ id }) => id === chosen)
  const isEmpty = listed.data?.length === 0 && !isNew
  return (
    <div className="groups" data-open={(chosen !== null && !isEmpty) || undefined} data-empty={isEmpty || undefined}>
      <header className="pane-head groups-head">
        <h1>{words('heading')}</h1>
        <ContactsTabs part="groups" />
        <span className="grow" />
        {isEmpty ? null : (
          <Button leftSection={<Icon name="plus" size={15} />} onClick={() => goTo('contacts', 'groups', NEW)}>
            {words('newGroup')}
          </Button>
        )}
      </header>
      {listed.isPending ? (
        <Loading>{words('fetching')}</Loading>
      ) : listed.isError ? (
        <LoadFailure error={listed.error} onRetry={() => void listed.refetch()} />
      ) : isEmpty ? (
        <NoGroups />
      ) : (
        <>
          <nav className="groups-list" aria-label={words('title')}>
            {groups.length === 0 ? <p className="groups-none mut">{words('none')}</p> : null}
            <ul>
              {groups.map((each) => (
                <li key={each.id}>
                  <GroupRow group={each} active={each.id === chosen} />
                </li>
              ))}
            </ul>
          </nav>
          <section className="groups-panel" aria-label={words('region')}>
            {isNew ? (
              <NewGroup key={chosen} smart={chosen === NEW_SMART} />
            ) : group !== undefined ? (
              <GroupPanel key={group.id} group={group} groups={groups} />
            ) : chosen === null ? (
              <EmptyState icon="group" title={words('noneChosen')}>
                {words('noneChosenHint')}
              </EmptyState>
            ) : (
              <EmptyState
                icon="question"
                title={words('gone')}
                actions={<Button onClick={() => goTo('contacts', 'groups')}>{words('showAll')}</Button>}
              >
                {words('goneHint')}
              </EmptyState>
            )}
          </section>
        </>
      )}
    </div>
  )
}

function GroupRow({ group, active }: { group: ContactGroup; active: boolean }) {
  const words = useWords('groups')
  const isSmart = group.filter !== null
  return (
    <a className="group-row" href={hashFor('contacts', 'groups', group.id)} aria-current={active ? 'true' : undefined}>
      <span className="group-mark" data-smart={isSmart || undefined}>
        <Icon name={isSmart ? 'funnel' : 'group'} size={17} />
      </span>
      <span className="group-row-words">
        <bdi>{group.name}</bdi>
        <span className="group-row-kind">{words(isSmart ? 'kind.smart' : 'kind.group')}</span>
      </span>
      <span className="group-row-count num">
        {words.rich('rowCount', { count: group.members, unit: asUnit })}
        {group.builtPercent === null ? null : <span className="group-row-kind">{words('soFar')}</span>}
      </span>
    </a>
  )
}

function NoGroups() {
  const words = useWords('groups')
  return (
    <EmptyState
      icon="group"
      title={words('empty')}
      actions={
        <>
          <Button variant="filled" onClick={() => goTo('contacts', 'groups', NEW)}>
            {words('newGroup')}
          </Button>
          <Button onClick={() => goTo('contacts', 'groups', NEW_SMART)}>{words('newSmartGroup')}</Button>
        </>
      }
    >
      {words('emptyHint')}
    </EmptyState>
  )
}

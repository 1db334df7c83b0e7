import './groups.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { countWords } from '../components/times.ts'
import { ContactsTabs } from '../contacts/ContactsTabs.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { NewGroup } from './NewGroup.tsx'

/** Places of the form for a new group, in place of a group's id. */
const NEW = 'new'
const NEW_SMART = 'new-smart'

/** Groups of people: the list left, the chosen one right. `#/contacts/groups[/<group>]`, `#/contacts/groups/new` */
export function GroupsScreen({ chosen }: { chosen: string | null }) {
  const { queries } = useHost()
  const listed = useQuery(queries.groups.list.queryOptions())
  const groups = listed.data ?? []
  const isNew = chosen === NEW || chosen === NEW_SMART
  const group = groups.find(({ id }) => id === chosen)
  const isEmpty = listed.data?.length === 0 && !isNew
  return (
    <div className="groups" data-open={(chosen !== null && !isEmpty) || undefined} data-empty={isEmpty || undefined}>
      <header className="pane-head groups-head">
        <h1>Contacts</h1>
        <ContactsTabs part="groups" />
        <span className="grow" />
        {isEmpty ? null : (
          <Button leftSection={<Icon name="plus" size={15} />} onClick={() => goTo('contacts', 'groups', NEW)}>
            New group
          </Button>
        )}
      </header>
      {listed.isPending ? (
        <Loading>Fetching your groups…</Loading>
      ) : listed.isError ? (
        <LoadFailure error={listed.error} onRetry={() => void listed.refetch()} />
      ) : isEmpty ? (
        <NoGroups />
      ) : (
        <>
          <nav className="groups-list" aria-label="Groups">
            {groups.length === 0 ? <p className="groups-none mut">No groups yet</p> : null}
            <ul>
              {groups.map((each) => (
                <li key={each.id}>
                  <GroupRow group={each} active={each.id === chosen} />
                </li>
              ))}
            </ul>
          </nav>
          <section className="groups-panel" aria-label="Group">
            {isNew ? (
              <NewGroup key={chosen} smart={chosen === NEW_SMART} />
            ) : group !== undefined ? (
              <GroupPanel key={group.id} group={group} groups={groups} />
            ) : chosen === null ? (
              <EmptyState icon="group" title="No group chosen">
                Choose a group on the left to see who is in it.
              </EmptyState>
            ) : (
              <EmptyState
                icon="question"
                title="This group is no longer there"
                actions={<Button onClick={() => goTo('contacts', 'groups')}>Show all groups</Button>}
              >
                It was deleted. The people who were in it are still in your contacts.
              </EmptyState>
            )}
          </section>
        </>
      )}
    </div>
  )
}

function GroupRow({ group, active }: { group: ContactGroup; active: boolean }) {
  const isSmart = group.filter !== null
  return (
    <a className="group-row" href={hashFor('contacts', 'groups', group.id)} aria-current={active ? 'true' : undefined}>
      <span className="group-mark" data-smart={isSmart || undefined}>
        <Icon name={isSmart ? 'funnel' : 'group'} size={17} />
      </span>
      <span className="group-row-words">
        <bdi>{group.name}</bdi>
        <span className="group-row-kind">{isSmart ? 'Smart group' : 'Group'}</span>
      </span>
      <span className="group-row-count num">
        {countWords(group.members)}
        <span className="visually-hidden"> {group.members === 1 ? 'person' : 'people'}</span>
        {group.builtPercent === null ? null : <span className="group-row-kind">so far</span>}
      </span>
    </a>
  )
}

function NoGroups() {
  return (
    <EmptyState
      icon="group"
      title="Put people into groups"
      actions={
        <>
          <Button variant="filled" onClick={() => goTo('contacts', 'groups', NEW)}>
            New group
          </Button>
          <Button onClick={() => goTo('contacts', 'groups', NEW_SMART)}>New smart group</Button>
        </>
      }
    >
      A group is for people you text together: regulars, a team, everybody in one town. You choose who is in it, or let rules decide; then
      it is a smart group and stays up to date by itself.
    </EmptyState>
  )
}

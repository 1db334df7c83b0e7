import { ActionIcon } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { hashFor } from '../app/routes.ts'
import { Avatar } from '../components/Avatar.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { formatNumber } from '../components/names.ts'
import { stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { personName } from '../contacts/person.ts'
import { useWords } from '../language/words.ts'
import { useGroupPeople } from './useGroupPeople.ts'
import { useMembers } from './useMembers.ts'

/** Height of a row in pixels at the usual size of text. */
const ROW_HEIGHT = 48
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(10)
/** Rows at most: browsers draw no page higher than some 16 million pixels. */
const MOST_ROWS = 300_000

/** The people of a group: virtual, any place at once, moved through with J and K or the arrows; Enter opens. */
export function GroupPeople({ group }: { group: ContactGroup }) {
  const words = useWords('groups')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = Math.min(group.members, MOST_ROWS)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const shown = virtualizer.getVirtualItems()
  const people = useGroupPeople(group.id, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const members = useMembers()
  useListSteps({ steps: STEPS, scroller, virtualizer, count: rows, open: -1 })

  function takeOut(person: Contact): void {
    members.remove.mutate({ group, selection: { kind: 'some', ids: [person.id] }, count: 1 })
  }

  if (people.error !== null) return <LoadFailure error={people.error} onRetry={people.reload} />
  return (
    <div ref={scroller} className="group-people">
      {people.isPending ? <Loading>{words('people.fetching')}</Loading> : null}
      <ul aria-label={words('people.list')} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const person = people.at(index)
          return (
            <li key={key} aria-setsize={group.members} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              {person === undefined ? null : (
                <GroupPerson person={person} index={index} group={group} onTakeOut={group.filter === null ? takeOut : null} />
              )}
            </li>
          )
        })}
      </ul>
      {group.members > MOST_ROWS ? (
        <p className="group-more sec">{words('people.first', { shown: MOST_ROWS, count: group.members })}</p>
      ) : null}
    </div>
  )
}

function GroupPerson({
  person,
  index,
  group,
  onTakeOut,
}: {
  person: Contact
  index: number
  group: ContactGroup
  onTakeOut: ((person: Contact) => void) | null
}) {
  const words = useWords('groups')
  const contacts = useWords('contacts')
  const [first] = person.numbers
  const name = personName(contacts, person)
  return (
    <>
      <a className="group-person" href={hashFor('contacts', person.id)} data-index={index}>
        <Avatar name={person.name} peer={first?.e164 ?? ''} size={32} />
        <span className="group-person-name">
          <bdi>{name}</bdi>
          {person.company === '' || person.company === name ? null : <span className="group-person-company">{person.company}</span>}
        </span>
        <span className="group-person-number num">{first === undefined ? words('people.noNumber') : formatNumber(first.e164)}</span>
      </a>
      {onTakeOut === null ? null : (
        <ActionIcon size={28} aria-label={words('people.takeOut', { name, group: group.name })} onClick={() => onTakeOut(person)}>
          <Icon name="close" size={14} />
        </ActionIcon>
      )}
    </>
  )
}

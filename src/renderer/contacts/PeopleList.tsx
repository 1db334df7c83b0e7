import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { hashFor } from '../app/routes.ts'
import { Avatar } from '../components/Avatar.tsx'
import { formatNumber } from '../components/names.ts'
import { stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { personName } from './person.ts'
import type { People } from './usePeople.ts'

/** Height of a row in pixels at the usual size of text; rows of a virtual list are all alike. */
const ROW_HEIGHT = 52
/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 25
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(10)

/** The people found: virtual, endless, moved through with J and K or the arrows; Enter opens. */
export function PeopleList({ found, chosen }: { found: People; chosen: string | null }) {
  const { people, hasMore, loadMore, total } = found
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 8,
    paddingEnd: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && lastIndex >= people.length - AHEAD) loadMore()
  }, [hasMore, lastIndex, people.length, loadMore])

  const open = people.findIndex(({ id }) => id === chosen)
  useListSteps({ steps: STEPS, scroller, virtualizer, count: people.length, open })

  return (
    <div ref={scroller} className="people-rows" data-stale={found.isStale || undefined}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const person = people[row.index]
          if (person === undefined) return null
          return (
            <li key={row.key} aria-setsize={total ?? -1} aria-posinset={row.index + 1} style={{ transform: `translateY(${row.start}px)` }}>
              <PersonRow person={person} index={row.index} active={person.id === chosen} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const PersonRow = memo(function PersonRow({ person, index, active }: { person: Contact; index: number; active: boolean }) {
  const [first, ...others] = person.numbers
  const name = personName(person)
  return (
    <a className="people-row" href={hashFor('contacts', person.id)} data-index={index} aria-current={active ? 'true' : undefined}>
      <Avatar name={person.name} peer={first?.e164 ?? ''} size={34} active={active} />
      <span className="people-name people-line">
        <bdi>{name}</bdi>
        {person.company === '' || person.company === name ? null : <span className="people-company">{person.company}</span>}
      </span>
      <span className="people-number num">
        {first === undefined ? <span className="mut">no number</span> : formatNumber(first.e164)}
        {others.length === 0 ? null : <span className="people-more">+{others.length}</span>}
      </span>
    </a>
  )
})

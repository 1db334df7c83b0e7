import { Checkbox } from '@mantine/core'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { Contact } from '../../shared/contract/contacts.ts'
import { hashFor } from '../app/routes.ts'
import { usePlainKeys } from '../app/shortcuts.ts'
import { Avatar } from '../components/Avatar.tsx'
import { formatNumber } from '../components/names.ts'
import { focusWhenDrawn, stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { useWords } from '../language/words.ts'
import { personName } from './person.ts'
import type { People } from './usePeople.ts'
import type { PeopleSelection } from './usePeopleSelection.ts'
import { useRows } from './useRows.ts'

/** Height of a row in pixels at the usual size of text; rows of a virtual list are all alike. */
const ROW_HEIGHT = 52
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(10)
/** Wait before the pages of rows that are seen are fetched, in milliseconds: rows the scrollbar flies past are not. */
const SEEN_WAIT_MS = 40

/**
 * The people found: virtual, of any length, moved through with J and K or the arrows; X ticks, Enter opens. With `onLetter`,
 * a letter asks for the place where names begin with it. Only the present row is reached with Tab.
 */
export function PeopleList({
  found,
  chosen,
  selection,
  onRange,
  onLetter,
}: {
  found: People
  chosen: string | null
  selection: PeopleSelection
  /** Ticks, or takes the ticks from, all rows between two. */
  onRange: (from: number, to: number, ticked: boolean) => void
  onLetter: ((letter: string) => Promise<number>) | undefined
}) {
  const { rows: count, personAt, see } = found
  const words = useWords('contacts')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRows(scroller, count, ROW_HEIGHT)
  const { first, last, drawn, scrollToIndex } = rows
  const [present, setPresent] = useState<number | null>(null)
  /** Where a stretch of ticks begins that Shift goes on from. */
  const anchor = useRef<number | null>(null)
  /** The row a letter goes to, until it has the focus. */
  const wanted = useRef<number | null>(null)

  useEffect(() => {
    const timer = setTimeout(() => see(first, last), SEEN_WAIT_MS)
    return () => clearTimeout(timer)
  }, [see, first, last])

  const open = drawn.find((index) => personAt(index)?.id === chosen) ?? -1
  useListSteps({ steps: STEPS, scroller, virtualizer: rows, count, open: open === -1 ? (present ?? -1) : open })

  const tick = useCallback(
    (index: number, withShift: boolean) => {
      const person = personAt(index)
      if (person === undefined) return
      if (withShift && anchor.current !== null && anchor.current !== index) onRange(anchor.current, index, !selection.has(person.id))
      else selection.toggle(person.id)
      anchor.current = index
    },
    [personAt, selection, onRange],
  )
  const goToLetter = useCallback(
    async (letter: string, placeOf: (letter: string) => Promise<number>) => {
      const place = Math.min(await placeOf(letter), count - 1)
      scrollToIndex(place, { align: 'start' })
      wanted.current = place
      focusWhenDrawn(scroller, place, wanted)
    },
    [count, scrollToIndex],
  )
  const onKey = useCallback(
    (key: string, event: KeyboardEvent) => {
      const index = focusedRow(scroller.current)
      if (key === 'Escape' && selection.selection !== null) selection.clear()
      else if (index !== null && (key === 'x' || key === 'X' || key === ' ')) tick(index, event.shiftKey)
      else if (index !== null && onLetter !== undefined && /^(?![jknx])\p{L}$/iu.test(key)) {
        void goToLetter(key, onLetter)
      } else return
      event.preventDefault()
    },
    [selection, tick, onLetter, goToLetter],
  )
  usePlainKeys(onKey)

  const reachable = present !== null && drawn.includes(present) ? present : Math.max(open, first)
  return (
    <div ref={scroller} className="people-rows" data-stale={found.isStale || undefined}>
      <ul style={{ height: rows.height }} aria-label={words('list')}>
        {drawn.map((index) => {
          const person = personAt(index)
          return (
            <li
              key={index}
              data-row={index}
              aria-setsize={found.total?.atLeast === true ? -1 : count}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${rows.topOf(index)}px)` }}
            >
              <PersonRow
                person={person}
                index={index}
                active={person !== undefined && person.id === chosen}
                ticked={person !== undefined && selection.has(person.id)}
                reachable={index === reachable}
                onFocus={setPresent}
                onTick={tick}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** One person. The same elements while they are not loaded yet, so that the focus stays where it is. */
const PersonRow = memo(function PersonRow({
  person,
  index,
  active,
  ticked,
  reachable,
  onFocus,
  onTick,
}: {
  person: Contact | undefined
  index: number
  active: boolean
  ticked: boolean
  reachable: boolean
  onFocus: (index: number) => void
  onTick: (index: number, withShift: boolean) => void
}) {
  const words = useWords('contacts')
  const [first, ...others] = person?.numbers ?? []
  const name = person === undefined ? '' : personName(words, person)
  return (
    <div className="people-item" data-ticked={ticked || undefined}>
      <Checkbox
        className="people-check"
        size="xs"
        tabIndex={-1}
        aria-label={person === undefined ? words('row.notLoaded') : words('row.select', { name })}
        disabled={person === undefined}
        checked={ticked}
        onChange={(event) => onTick(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
      />
      <a
        className="people-row"
        href={person === undefined ? undefined : hashFor('contacts', person.id)}
        data-index={index}
        tabIndex={reachable ? 0 : -1}
        onFocus={() => onFocus(index)}
        aria-current={active ? 'true' : undefined}
        aria-keyshortcuts="X"
      >
        {person === undefined ? (
          <span className="people-blank">
            <span className="visually-hidden">{words('row.fetching')}</span>
          </span>
        ) : (
          <>
            <Avatar name={person.name} peer={first?.e164 ?? ''} size={34} active={active} />
            <span className="people-name people-line">
              <bdi>{name}</bdi>
              {person.company === '' || person.company === name ? null : <span className="people-company">{person.company}</span>}
            </span>
            <span className="people-number num">
              {first === undefined ? <span className="mut">{words('noNumber')}</span> : formatNumber(first.e164)}
              {others.length === 0 ? null : <span className="people-more">+{others.length}</span>}
            </span>
          </>
        )}
      </a>
    </div>
  )
})

function focusedRow(list: HTMLElement | null): number | null {
  const row = document.activeElement?.closest<HTMLElement>('li[data-row]')
  return row !== null && row !== undefined && list?.contains(row) === true ? Number(row.dataset['row']) : null
}

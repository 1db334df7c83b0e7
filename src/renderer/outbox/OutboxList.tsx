import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { OutboxMessage, OutboxView } from '../../shared/contract/outbox.ts'
import { usePlainKeys } from '../app/shortcuts.ts'
import { stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { countsDownTo } from './message-words.ts'
import { OutboxRow, ROW_HEIGHT, type RowHandlers } from './OutboxRow.tsx'
import { lastCountdown, useClock } from './useClock.ts'
import type { OutboxPages } from './useOutboxList.ts'
import { useOutboxSpeech } from './useOutboxSpeech.ts'
import type { Selection } from './useSelection.ts'

/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 25
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(8)

/** Where a person is in the list: which row, and which text it was. */
interface Place {
  index: number
  id: string
}

/**
 * The texts of a list: virtual, endless, moved through with J and K or the arrows; X chooses, Enter opens the story,
 * Escape lets go of what is chosen. Only the present row is reached with Tab, so that the list is one stop of a few.
 */
export function OutboxList({
  view,
  label,
  found,
  selection,
  pausedAccounts,
  busy,
  handlers,
}: {
  view: OutboxView
  label: string
  found: OutboxPages
  selection: Selection
  /** Accounts that let nothing out until a person resumes them. */
  pausedAccounts: ReadonlySet<string>
  busy: boolean
  handlers: RowHandlers
}) {
  const { messages, hasMore, loadMore } = found
  const speech = useOutboxSpeech()
  const scroller = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: 6,
    paddingEnd: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0
  const now = useClock(
    lastCountdown(
      rows.flatMap(({ index }) => messages[index] ?? []),
      countsDownTo,
    ),
  )

  useEffect(() => {
    if (hasMore && lastIndex >= messages.length - AHEAD) loadMore()
  }, [hasMore, lastIndex, messages.length, loadMore])

  const present = currentIndex(place, messages)
  useListSteps({ steps: STEPS, scroller, virtualizer, count: messages.length, open: place === null ? -1 : present })
  useFollowFocus(scroller, messages, setPlace)
  useFocusOfGone(scroller, place, messages)

  const { toggle, clear, ids } = selection
  const onKey = useCallback(
    (key: string, event: KeyboardEvent) => {
      if (key === 'Escape') {
        if (ids.size === 0) return
        clear()
      } else if (key === 'x' || key === 'X') {
        const message = messages[present]
        if (message === undefined) return
        toggle(message.id)
      } else return
      event.preventDefault()
    },
    [ids.size, clear, toggle, messages, present],
  )
  usePlainKeys(onKey)

  return (
    <div ref={scroller} className="outbox-rows">
      <ul aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const message = messages[row.index]
          if (message === undefined) return null
          return (
            <li
              key={row.key}
              aria-setsize={hasMore ? -1 : messages.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <OutboxRow
                view={view}
                message={message}
                index={row.index}
                chosen={ids.has(message.id)}
                reachable={row.index === present}
                accountPaused={pausedAccounts.has(message.accountId)}
                now={now}
                speech={speech}
                busy={busy}
                handlers={handlers}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Keeps to the row that has the focus, or something in it. */
function useFollowFocus(
  scroller: RefObject<HTMLElement | null>,
  messages: readonly OutboxMessage[],
  setPlace: (place: Place) => void,
): void {
  useEffect(() => {
    const list = scroller.current
    function onFocus(event: FocusEvent): void {
      if (!(event.target instanceof Element)) return
      const row = event.target.closest('.outbox-row')?.querySelector('[data-index]')
      const index = Number(row?.getAttribute('data-index') ?? -1)
      const message = messages[index]
      if (message !== undefined) setPlace({ index, id: message.id })
    }
    list?.addEventListener('focusin', onFocus)
    return () => list?.removeEventListener('focusin', onFocus)
  }, [scroller, messages, setPlace])
}

/** The row somebody is at: that of their text, or the one that took its place; the first when they were nowhere. */
function currentIndex(place: Place | null, messages: readonly OutboxMessage[]): number {
  if (place === null) return 0
  if (messages[place.index]?.id === place.id) return place.index
  const moved = messages.findIndex(({ id }) => id === place.id)
  return moved === -1 ? Math.max(0, Math.min(place.index, messages.length - 1)) : moved
}

/** When the row that had the focus is gone with its text, the one that took its place has it: no key press gets lost. */
function useFocusOfGone(scroller: RefObject<HTMLElement | null>, place: Place | null, messages: readonly OutboxMessage[]): void {
  useEffect(() => {
    if (place === null || document.activeElement !== document.body) return
    if (messages.some(({ id }) => id === place.id)) return
    const index = currentIndex(place, messages)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })
  }, [scroller, place, messages])
}

import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import type { Selection } from './selection.ts'
import type { Loaded, ThreadPages } from './thread-pages.ts'
import type { ThreadItem } from './threadItems.ts'
import { ThreadRow } from './ThreadRow.tsx'
import { useArrivals } from './useArrivals.ts'
import { focusRow, useMessageKeys } from './useMessageKeys.ts'
import { AT_END, useStickToEnd } from './useStickToEnd.ts'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

/** Pixels from either end of what is loaded at which more is asked for. */
const AHEAD = 1_200
/** Time in which the rows of a list that opens are measured and a dialog that led there has closed, in milliseconds. */
const SETTLED_MS = 200
/** Height of a row with a text, in pixels, until it is measured. */
const MESSAGE_HEIGHT = 66
/** Room above the first row, where the day of what is read is said. */
const DAY_ROOM = 44

/**
 * The loaded messages, newest at the bottom. Pages join at either side without moving what is being read; what arrives is followed
 * at the bottom, and announced by a pill further up. It opens where the jump leads; another jump is another list.
 */
export function MessageList({
  items,
  loaded,
  pages,
  conversation,
  selection,
  onInspect,
  onCopy,
}: {
  items: readonly ThreadItem[]
  loaded: Loaded
  pages: ThreadPages
  conversation: Conversation
  selection: Selection
  onInspect: (messageId: string) => void
  onCopy: (messages: readonly Message[]) => void
}) {
  const { queries } = useHost()
  const settings = useQuery(queries.settings.get.queryOptions())
  const words = useWords('thread')
  const times = useTimes()
  const now = useNow()
  const { messages, hasEarlier, hasLater, loading, trouble, jump, latest } = loaded
  const scroller = useRef<HTMLDivElement>(null)
  const startIndex = startIndexOf(items, loaded)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    // Where it opens at its end, the rows at its beginning need not be drawn first.
    initialOffset: startIndex === null ? items.length * MESSAGE_HEIGHT : 0,
    estimateSize: (index) => (items[index]?.kind === 'message' ? MESSAGE_HEIGHT : 38),
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: !hasLater,
    scrollEndThreshold: AT_END,
    overscan: 8,
    paddingStart: DAY_ROOM,
    paddingEnd: 14,
    scrollPaddingStart: DAY_ROOM,
  })
  const rows = virtualizer.getVirtualItems()
  const { atEnd, onScroll, goToEnd, holdIfAtEnd } = useStickToEnd(scroller, startIndex === null, !hasLater)
  const arrived = useArrivals(latest, atEnd && !hasLater)

  const loadIfNear = useCallback(() => {
    const element = scroller.current
    if (element === null || loading !== null) return
    if (hasEarlier && element.scrollTop < AHEAD) void pages.loadEarlier()
    else if (hasLater && element.scrollHeight - element.scrollTop - element.clientHeight < AHEAD) void pages.loadLater()
  }, [hasEarlier, hasLater, loading, pages])

  const toLatest = useCallback(() => {
    if (hasLater) void pages.open({ kind: 'latest' })
    else goToEnd()
  }, [hasLater, pages, goToEnd])

  useLayoutEffect(() => {
    if (startIndex === null) goToEnd()
    else virtualizer.scrollToIndex(startIndex, { align: jump.start.kind === 'message' ? 'center' : 'start' })
    const settled = setTimeout(() => {
      // Few rows may not fill the window below that place: then the list is at its end, and stays there.
      holdIfAtEnd()
      // The list before a jump took the focus with it: it goes on from where the jump led.
      if (jump.number > 1 && document.activeElement === document.body) focusRow(scroller, jump.target)
    }, SETTLED_MS)
    return () => clearTimeout(settled)
    // Only when the list opens: afterwards it keeps its own place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  // What does not fill the window cannot be scrolled, and what was scrolled past while a page was under way is asked for now.
  useEffect(() => {
    if (trouble === null) loadIfNear()
  }, [loading, trouble, loadIfNear])

  const shown = rows.flatMap(({ index }) => {
    const item = items[index]
    return item?.kind === 'message' ? [item.key] : []
  })
  const [firstShown, lastShown] = [shown[0], shown.at(-1)]
  useEffect(() => {
    if (firstShown !== undefined && lastShown !== undefined) pages.inView(firstShown, lastShown)
  }, [pages, firstShown, lastShown])

  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages])
  const actions = useMemo(
    () => ({
      inspect: (message: Message) => onInspect(message.id),
      toggle: selection.toggle,
      copy: (message: Message) => onCopy([message]),
      selectAll: () => selection.pickAll(messages),
      toLatest,
    }),
    [onInspect, onCopy, selection, messages, toLatest],
  )
  const onKeyDown = useMessageKeys({
    scroller,
    items,
    messageOf: (key) => byId.get(key),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    actions,
  })

  if (items.length === 0) {
    return (
      <div className="thread-messages">
        <EmptyState icon="inbox" title={words('list.empty')}>
          {words('list.emptyHint')}
        </EmptyState>
      </div>
    )
  }
  const top = items[virtualizer.range?.startIndex ?? 0]
  return (
    <div className="thread-middle">
      {top === undefined || top.kind === 'day' ? null : (
        <div className="thread-sticky-day" aria-hidden="true">
          {times.day(top.at, now)}
        </div>
      )}
      {/* What scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1), and its keys move through the texts. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        className="thread-messages"
        role="log"
        aria-label={words('list.label')}
        aria-live="off"
        aria-busy={loading !== null}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={() => {
          onScroll()
          loadIfNear()
        }}
      >
        <div className="thread-edge" aria-hidden={loading !== 'earlier' && trouble !== 'earlier'}>
          {loading === 'earlier' ? (
            words('list.earlier')
          ) : trouble === 'earlier' ? (
            <LoadAgain onTry={() => void pages.loadEarlier()} />
          ) : (
            ''
          )}
        </div>
        <div className="thread-rows" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => {
            const item = items[row.index]
            if (item === undefined) return null
            return (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                className="thread-row"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <div className="thread-column">
                  <ThreadRow
                    item={item}
                    now={now}
                    name={conversation.name}
                    pointedOut={jump.start.kind === 'message' && item.key === jump.target}
                    reportHours={settings.data?.reportOverdueHours ?? Number.POSITIVE_INFINITY}
                    picked={selection.isOn ? selection.picked.has(item.key) : null}
                    onPick={selection.toggle}
                    onInspect={onInspect}
                    onCopy={onCopy}
                  />
                </div>
              </div>
            )
          })}
        </div>
        {trouble === 'later' ? (
          <div className="thread-edge-later">
            <LoadAgain onTry={() => void pages.loadLater()} />
          </div>
        ) : null}
      </div>
      {loading === 'jump' ? (
        <output className="thread-pill">{words('list.looking')}</output>
      ) : atEnd && !hasLater ? null : (
        <button type="button" className="thread-pill" data-new={arrived > 0 || undefined} onClick={toLatest}>
          <Icon name="arrowDown" size={15} />
          {arrived > 0 ? words('list.arrived', { count: arrived }) : words('list.latest')}
        </button>
      )}
      <output className="visually-hidden">{arrived > 0 && !atEnd ? words('list.arrivedBelow', { count: arrived }) : ''}</output>
    </div>
  )
}

function LoadAgain({ onTry }: { onTry: () => void }) {
  const words = useWords('thread')
  return (
    <span className="thread-load-again">
      {words('list.failed')}{' '}
      <button type="button" className="text-button" onClick={onTry}>
        {words('list.again')}
      </button>
    </span>
  )
}

/** The row a list opens at; null for its end. */
function startIndexOf(items: readonly ThreadItem[], { jump }: Loaded): number | null {
  const { start, target, missing } = jump
  if (start.kind === 'latest' || missing || target === null) return null
  const at = items.findIndex(({ key }) => key === target)
  if (at === -1) return null
  if (start.kind === 'message') return at
  // The lines above it, which say the day and what is new, are wanted as well.
  let first = at
  while (first > 0 && (items[first - 1]?.kind === 'day' || items[first - 1]?.kind === 'new')) first -= 1
  return first
}

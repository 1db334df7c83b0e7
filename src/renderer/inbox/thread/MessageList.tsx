import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { dayTitle, exactTime, plural } from '../../components/times.ts'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { MessageItem } from './MessageItem.tsx'
import type { ThreadItem } from './threadItems.ts'
import { AT_END, useStickToEnd } from './useStickToEnd.ts'

/** Pixels from the top at which the earlier page is asked for. */
const AHEAD = 1_200

/**
 * The messages, newest at the bottom. Earlier pages join at the top without moving what is being read; what arrives
 * is followed at the bottom, and announced by a pill further up. `target` is a message to show and point out.
 */
export function MessageList({
  items,
  conversation,
  target,
  hasEarlier,
  loadingEarlier,
  loadEarlier,
  onInspect,
}: {
  items: readonly ThreadItem[]
  conversation: Conversation
  target: string | undefined
  hasEarlier: boolean
  loadingEarlier: boolean
  loadEarlier: () => void
  onInspect: (messageId: string) => void
}) {
  const { queries } = useHost()
  const settings = useQuery(queries.settings.get.queryOptions())
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'message' ? 66 : 38),
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    overscan: 8,
    paddingStart: 44,
    paddingEnd: 14,
  })
  const rows = virtualizer.getVirtualItems()
  const { atEnd, onScroll, goToEnd } = useStickToEnd(scroller, target === undefined)
  const arrived = useArrivals(items, atEnd)
  const show = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: 'center' }), [virtualizer])
  const lookingFor = useTarget(target, items, hasEarlier, loadingEarlier, loadEarlier, show)

  const loadIfNear = useCallback(() => {
    if (hasEarlier && !loadingEarlier && scroller.current !== null && scroller.current.scrollTop < AHEAD) loadEarlier()
  }, [hasEarlier, loadingEarlier, loadEarlier])

  useLayoutEffect(() => {
    if (target === undefined) goToEnd()
    // Only when the thread opens: afterwards the list keeps its own place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  // A page that does not fill the window cannot be scrolled, so the next one is asked for without that.
  useEffect(() => {
    const element = scroller.current
    if (element !== null && element.scrollHeight <= element.clientHeight) loadIfNear()
  }, [items.length, loadIfNear])

  if (items.length === 0) {
    return (
      <div className="thread-messages">
        <EmptyState icon="inbox" title="Nothing said yet">
          Write the first text below.
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="thread-middle">
      {/* What scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1). */}
      <div
        ref={scroller}
        className="thread-messages"
        role="log"
        aria-label="Messages"
        aria-live="off"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={() => {
          onScroll()
          loadIfNear()
        }}
      >
        <div className="thread-edge" aria-hidden={!loadingEarlier}>
          {loadingEarlier ? 'Loading earlier texts…' : ''}
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
                  {item.kind === 'day' ? (
                    <div className="thread-day" title={exactTime(item.at)}>
                      {dayTitle(item.at, now)}
                    </div>
                  ) : item.kind === 'new' ? (
                    <div className="thread-new">{plural(item.count, 'new text', 'new texts')}</div>
                  ) : (
                    <MessageItem
                      message={item.message}
                      startsGroup={item.startsGroup}
                      endsGroup={item.endsGroup}
                      pointedOut={item.message.id === target}
                      name={conversation.name}
                      now={now}
                      reportHours={settings.data?.reportOverdueHours ?? Number.POSITIVE_INFINITY}
                      onInspect={onInspect}
                    />
                  )}
                </div>
              </div>
            )
          })}
        </div>
      </div>
      {lookingFor ? (
        <output className="thread-pill">Looking for the text…</output>
      ) : !atEnd ? (
        <button type="button" className="thread-pill" data-new={arrived > 0 || undefined} onClick={goToEnd}>
          <Icon name="arrowDown" size={15} />
          {arrived > 0 ? plural(arrived, 'new message', 'new messages') : 'To the latest'}
        </button>
      ) : null}
      <output className="visually-hidden">{arrived > 0 && !atEnd ? plural(arrived, 'new message below', 'new messages below') : ''}</output>
    </div>
  )
}

/** How many texts from the other side came since the person left the end of the list. */
function useArrivals(items: readonly ThreadItem[], atEnd: boolean): number {
  const lastKey = items.at(-1)?.key
  const [seen, setSeen] = useState({ key: lastKey, count: 0 })
  if (atEnd && (seen.key !== lastKey || seen.count > 0)) setSeen({ key: lastKey, count: 0 })
  if (!atEnd && seen.key !== lastKey) {
    const from = items.findIndex(({ key }) => key === seen.key) + 1
    const fresh = items.slice(from).filter((item) => item.kind === 'message' && item.message.direction === 'inbound')
    setSeen({ key: lastKey, count: seen.count + fresh.length })
  }
  return seen.count
}

/** Pages back until the wanted message is there, then shows it once. Answers whether it is still being looked for. */
function useTarget(
  target: string | undefined,
  items: readonly ThreadItem[],
  hasEarlier: boolean,
  loading: boolean,
  loadEarlier: () => void,
  show: (index: number) => void,
): boolean {
  const shown = useRef<string | undefined>(undefined)
  const index = target === undefined ? -1 : items.findIndex(({ key }) => key === target)
  useEffect(() => {
    if (target === undefined || shown.current === target) return
    if (index >= 0) {
      shown.current = target
      show(index)
    } else if (hasEarlier && !loading) {
      loadEarlier()
    }
  }, [target, index, hasEarlier, loading, loadEarlier, show])
  return target !== undefined && index < 0 && hasEarlier
}

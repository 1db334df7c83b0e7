import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { dayTitle, exactTime, plural } from '../../components/times.ts'
import { useNow } from '../../components/useNow.ts'
import { MessageItem } from './MessageItem.tsx'
import type { ThreadItem } from './threadItems.ts'

/** Pixels from the bottom within which the list counts as being at its end, and follows what arrives. */
const AT_END = 60
/** Rows from the top at which the earlier page is asked for. */
const AHEAD = 12

/**
 * The messages, newest at the bottom. Earlier pages join at the top without moving what is being read; what arrives
 * is followed at the bottom, and announced by a pill further up. `target` is a message to show and point out.
 */
export function MessageList({ items, conversation, target, hasEarlier, loadingEarlier, loadEarlier, onInspect }: {
  items: readonly ThreadItem[]
  conversation: Conversation
  target: string | undefined
  hasEarlier: boolean
  loadingEarlier: boolean
  loadEarlier: () => void
  onInspect: (messageId: string) => void
}) {
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
  const firstIndex = rows[0]?.index ?? 0
  const { atEnd, arrived, onScroll } = useArrivals(items, () => virtualizer.isAtEnd(AT_END))
  const lookingFor = useTarget(target, items, hasEarlier, loadingEarlier, loadEarlier, (index) => virtualizer.scrollToIndex(index, { align: 'center' }))

  useLayoutEffect(() => {
    if (target === undefined) virtualizer.scrollToEnd()
    // Only when the thread opens: afterwards the list keeps its own place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => {
    if (rows.length > 0 && firstIndex < AHEAD && hasEarlier && !loadingEarlier) loadEarlier()
  }, [rows.length, firstIndex, hasEarlier, loadingEarlier, loadEarlier])

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
      <div ref={scroller} className="thread-messages" role="log" aria-label="Messages" aria-live="off" tabIndex={0} onScroll={onScroll}>
        <div className="thread-edge" aria-hidden={!loadingEarlier}>
          {loadingEarlier ? 'Loading earlier texts…' : ''}
        </div>
        <div className="thread-rows" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => {
            const item = items[row.index]
            if (item === undefined) return null
            return (
              <div key={row.key} ref={virtualizer.measureElement} data-index={row.index} className="thread-row" style={{ transform: `translateY(${row.start}px)` }}>
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
        <div className="thread-pill" role="status">
          Looking for the text…
        </div>
      ) : !atEnd ? (
        <button type="button" className="thread-pill" data-new={arrived > 0 || undefined} onClick={() => virtualizer.scrollToEnd({ behavior: 'auto' })}>
          <Icon name="arrowDown" size={15} />
          {arrived > 0 ? plural(arrived, 'new message', 'new messages') : 'To the latest'}
        </button>
      ) : null}
      <p className="visually-hidden" role="status">
        {arrived > 0 && !atEnd ? plural(arrived, 'new message below', 'new messages below') : ''}
      </p>
    </div>
  )
}

/** Whether the list stands at its end, and how many texts from the other side came since it did. */
function useArrivals(items: readonly ThreadItem[], isAtEnd: () => boolean): { atEnd: boolean; arrived: number; onScroll: () => void } {
  const [atEnd, setAtEnd] = useState(true)
  const [arrived, setArrived] = useState(0)
  const lastKey = items.at(-1)?.key
  const [seenKey, setSeenKey] = useState(lastKey)
  if (lastKey !== seenKey) {
    setSeenKey(lastKey)
    if (!atEnd) {
      const seenAt = items.findIndex(({ key }) => key === seenKey)
      const fresh = items.slice(seenAt + 1).filter((item) => item.kind === 'message' && item.message.direction === 'inbound')
      if (seenAt >= 0) setArrived(arrived + fresh.length)
    }
  }
  return {
    atEnd,
    arrived,
    onScroll: () => {
      const now = isAtEnd()
      setAtEnd(now)
      if (now) setArrived(0)
    },
  }
}

/** Pages back until the wanted message is there, then shows it once. Answers whether it is still being looked for. */
function useTarget(target: string | undefined, items: readonly ThreadItem[], hasEarlier: boolean, loading: boolean, loadEarlier: () => void, show: (index: number) => void): boolean {
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

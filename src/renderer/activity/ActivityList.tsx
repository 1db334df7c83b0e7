import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { Hook } from '../../shared/contract/hooks.ts'
import { hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { useNow } from '../components/useNow.ts'
import { Moment } from '../language/Moment.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import type { Hooks } from './useHooks.ts'
import { lineBelow, saidWords, VERDICT_TONES } from './words.ts'

/** Height of a row in pixels at the usual size of text; rows of a virtual list are all alike. */
const ROW_HEIGHT = 54
/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 25
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(10)

/** What came in: virtual, endless, moved through with J and K or the arrows; Enter opens. */
export function ActivityList({ found, chosen }: { found: Hooks; chosen: string | undefined }) {
  const { hooks, hasMore, isLoadingMore, loadMore } = found
  const now = useNow()
  const words = useWords('activity')
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: hooks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => hooks[index]?.id ?? index,
    overscan: 8,
    paddingEnd: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0
  const open = hooks.findIndex(({ id }) => id === chosen)

  useEffect(() => {
    // A page may bring nothing although there is more: then the next one is asked for as well.
    if (hasMore && !isLoadingMore && lastIndex >= hooks.length - AHEAD) loadMore()
  }, [hasMore, isLoadingMore, lastIndex, hooks.length, loadMore])

  useListSteps({ steps: STEPS, scroller, virtualizer, count: hooks.length, open })

  return (
    <div ref={scroller} className="activity-rows" data-stale={found.isStale || undefined}>
      <ul style={{ height: virtualizer.getTotalSize() }} aria-label={words('list')}>
        {rows.map((row) => {
          const hook = hooks[row.index]
          if (hook === undefined) return null
          return (
            <li
              key={row.key}
              aria-setsize={hasMore ? -1 : hooks.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ActivityRow hook={hook} index={row.index} isOpen={row.index === open} now={now} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const ActivityRow = memo(function ActivityRow({ hook, index, isOpen, now }: { hook: Hook; index: number; isOpen: boolean; now: number }) {
  const words = useWords('activity')
  const say = useHostSentences()
  return (
    <a className="activity-row" href={hashFor('activity', hook.id)} data-index={index} aria-current={isOpen || undefined}>
      <span className="activity-what">
        <span className="activity-line activity-title">{saidWords(say, hook.words)}</span>
        <span className="activity-line activity-below">
          <bdi>{lineBelow(words, say, hook)}</bdi>
        </span>
      </span>
      <span className="activity-side">
        <Moment className="num mut" at={hook.receivedAt} now={now} />
        <Chip tone={VERDICT_TONES[hook.verdict]}>{words(`verdict.${hook.verdict}`)}</Chip>
      </span>
    </a>
  )
})

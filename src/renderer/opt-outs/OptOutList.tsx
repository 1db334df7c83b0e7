import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, type ReactNode } from 'react'
import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { hashFor } from '../app/routes.ts'
import { formatNumber } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useNow } from '../components/useNow.ts'
import { stepsWithPages, useListSteps } from '../components/useListSteps.ts'
import { useWords } from '../language/words.ts'
import type { OptOuts } from './useOptOuts.ts'

/** Height of a row in pixels at the usual size of text; rows of a virtual list are all alike. */
const ROW_HEIGHT = 56
/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 25
/** Page keys move by about a screenful. */
const STEPS = stepsWithPages(10)

const asMuted = (text: ReactNode) => <span className="mut">{text}</span>
const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/** The opt-outs found: virtual, endless, moved through with J and K or the arrows; Enter lifts. */
export function OptOutList({ found, onLift }: { found: OptOuts; onLift: (optOut: OptOut) => void }) {
  const { optOuts, hasMore, loadMore, total } = found
  const now = useNow()
  const words = useWords('optOuts')
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: optOuts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => optOuts[index]?.e164 ?? index,
    overscan: 8,
    paddingEnd: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && lastIndex >= optOuts.length - AHEAD) loadMore()
  }, [hasMore, lastIndex, optOuts.length, loadMore])

  useListSteps({ steps: STEPS, scroller, virtualizer, count: optOuts.length, open: -1 })

  return (
    <div ref={scroller} className="people-rows" data-stale={found.isStale || undefined}>
      <ul style={{ height: virtualizer.getTotalSize() }} aria-label={words('list')}>
        {rows.map((row) => {
          const optOut = optOuts[row.index]
          if (optOut === undefined) return null
          return (
            <li key={row.key} aria-setsize={total ?? -1} aria-posinset={row.index + 1} style={{ transform: `translateY(${row.start}px)` }}>
              <OptOutRow optOut={optOut} index={row.index} now={now} onLift={onLift} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const OptOutRow = memo(function OptOutRow({
  optOut,
  index,
  now,
  onLift,
}: {
  optOut: OptOut
  index: number
  now: number
  onLift: (optOut: OptOut) => void
}) {
  const { e164, name, contactId, source, evidence, at } = optOut
  const words = useWords('optOuts')
  const number = formatNumber(e164)
  return (
    <div className="opt-out-row">
      <span className="opt-out-number num">{number}</span>
      <span className="opt-out-name people-line">
        {contactId === null ? (
          <span className="mut">{words('row.notInContacts')}</span>
        ) : (
          <a href={hashFor('contacts', contactId)}>
            <bdi>{name ?? words('row.noName')}</bdi>
          </a>
        )}
      </span>
      <span className="opt-out-how people-line" title={evidence}>
        {words.rich('saidInList', {
          source: words(`source.${source}`),
          evidence: evidence.slice(0, 300),
          how: asMuted,
          words: asForeign,
        })}
      </span>
      <RelativeTime className="opt-out-when num mut" at={at} now={now} />
      <Button size="xs" data-index={index} aria-label={words('row.liftOf', { number })} onClick={() => onLift(optOut)}>
        {words('row.lift')}
      </Button>
    </div>
  )
})

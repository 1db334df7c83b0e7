import './preview.css'
import { Button, Drawer } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { ImportReject } from '../../shared/contract/imports.ts'
import { Icon } from '../components/Icon.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'

/** Usual height of an entry in pixels; each is measured once it is shown. */
const ENTRY_HEIGHT = 58

/**
 * The rows left out with their reasons. `total` may be more than are shown. With `download`, once the import is done, all of
 * them as a file.
 */
export function RejectsDrawer({
  opened,
  onClose,
  rejects,
  total,
  download,
}: {
  opened: boolean
  onClose: () => void
  rejects: readonly ImportReject[]
  total: number
  download?: { mutate: () => void; isPending: boolean }
}) {
  const words = useWords('importing')
  return (
    <Drawer opened={opened} onClose={onClose} title={words('rejects.title', { count: total })} classNames={{ body: 'import-rejects' }}>
      <div className="import-rejects-head">
        {download === undefined ? (
          <p className="sec">{words('rejects.hint')}</p>
        ) : (
          <>
            <p className="sec">{words('rejects.hintDone')}</p>
            <Button
              size="xs"
              leftSection={<Icon name="download" size={14} />}
              loading={download.isPending}
              onClick={() => download.mutate()}
            >
              {words('rejects.download', { count: total })}
            </Button>
          </>
        )}
        {rejects.length < total ? <p className="import-small">{words('rejects.shown', { count: rejects.length })}</p> : null}
      </div>
      <Entries rejects={rejects} />
    </Drawer>
  )
}

function Entries({ rejects }: { rejects: readonly ImportReject[] }) {
  const words = useWords('importing')
  const say = useHostSentences()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rejects.length,
    getScrollElement: () => scroller,
    estimateSize: () => ENTRY_HEIGHT,
    overscan: 10,
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={setScroller} className="import-rejects-list" tabIndex={0} aria-label={words('rejects.list')}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const reject = rejects[item.index]
          if (reject === undefined) return null
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={rejects.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className="import-reject-row num">{words('rejects.row', { row: reject.row })}</span>
              <span className="import-reject-words">
                <span>{say(reject.reason)}</span>
                <span className="import-reject-value people-text">{reject.value === '' ? words('rejects.empty') : reject.value}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

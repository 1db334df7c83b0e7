import './preview.css'
import { Button, Drawer } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { ImportReject } from '../../shared/contract/imports.ts'
import { Icon } from '../components/Icon.tsx'
import { countWords, plural } from '../components/times.ts'

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
  return (
    <Drawer opened={opened} onClose={onClose} title={`${plural(total, 'row', 'rows')} left out`} classNames={{ body: 'import-rejects' }}>
      <div className="import-rejects-head">
        {download === undefined ? (
          <p className="sec">
            Everything else in the file can be imported. Afterwards you can download these rows as a file of their own, mend them there and
            import that.
          </p>
        ) : (
          <>
            <p className="sec">
              Download these rows as a file, mend them there and import that file: its columns are those of the first, and people who are
              here already are recognised.
            </p>
            <Button
              size="xs"
              leftSection={<Icon name="download" size={14} />}
              loading={download.isPending}
              onClick={() => download.mutate()}
            >
              Download {plural(total, 'row', 'rows')}
            </Button>
          </>
        )}
        {rejects.length < total ? <p className="import-small">Shown are the first {countWords(rejects.length)}.</p> : null}
      </div>
      <Entries rejects={rejects} />
    </Drawer>
  )
}

function Entries({ rejects }: { rejects: readonly ImportReject[] }) {
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
    <section ref={setScroller} className="import-rejects-list" tabIndex={0} aria-label="Rows left out">
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
              <span className="import-reject-row num">Row {countWords(reject.row)}</span>
              <span className="import-reject-words">
                <span>{reject.reason}</span>
                <span className="import-reject-value people-text">{reject.value === '' ? 'The cell is empty.' : reject.value}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import './preview.css'
import { Button, Drawer } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { ImportReject } from '../../shared/contract/imports.ts'
import { downloadCsv } from '../contacts/download.ts'
import { Icon } from '../components/Icon.tsx'
import { countWords, plural } from '../components/times.ts'
import { rejectsCsv, rejectsFileName } from './rejects.ts'

/** Usual height of an entry in pixels; each is measured once it is shown. */
const ENTRY_HEIGHT = 58

/** The rows left out with their reasons, and the file of them. `total` may be more than are shown. */
export function RejectsDrawer({
  opened,
  onClose,
  fileName,
  rejects,
  total,
}: {
  opened: boolean
  onClose: () => void
  fileName: string
  rejects: readonly ImportReject[]
  total: number
}) {
  return (
    <Drawer opened={opened} onClose={onClose} title={`${plural(total, 'row', 'rows')} left out`} classNames={{ body: 'import-rejects' }}>
      <div className="import-rejects-head">
        <p className="sec">
          Everything else in the file can be imported. Mend these in the spreadsheet and import it again: people who are here already are
          recognised.
        </p>
        <Button
          size="xs"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => downloadCsv(rejectsFileName(fileName), [rejectsCsv(rejects)])}
        >
          {rejects.length < total ? `Download the first ${countWords(rejects.length)}` : 'Download as CSV'}
        </Button>
        {rejects.length < total ? (
          <p className="import-small">Shown are the first {countWords(rejects.length)}. After the import, all of them can be downloaded.</p>
        ) : null}
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

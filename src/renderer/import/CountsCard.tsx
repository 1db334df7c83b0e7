import { Button } from '@mantine/core'
import type { ImportCounts } from '../../shared/contract/imports.ts'
import { countWords, plural } from '../components/times.ts'

/** How many rows become what. The numbers add up to the rows. */
export function CountsCard({ counts, onShowRejects }: { counts: ImportCounts; onShowRejects: () => void }) {
  return (
    <section className="import-counts" aria-label="Rows by what happens to them">
      <b className="num">{plural(counts.rows, 'row', 'rows')}</b>
      <dl className="num">
        <Count label="New people" count={counts.created} tone="ok" />
        <Count label="Updated" count={counts.updated} tone="accent" />
        <Count label="Unchanged" count={counts.unchanged} />
        <Count label="Same person twice in file" count={counts.duplicates} />
        <Count label="Left out" count={counts.rejected} tone="bad" />
      </dl>
      {counts.rejected === 0 ? null : (
        <Button fullWidth onClick={onShowRejects}>
          {counts.rejected === 1 ? 'See the row left out' : `See the ${countWords(counts.rejected)} rows left out`}
        </Button>
      )}
    </section>
  )
}

function Count({ label, count, tone }: { label: string; count: number; tone?: 'ok' | 'accent' | 'bad' }) {
  return (
    <>
      <dt>{label}</dt>
      <dd data-tone={count === 0 ? undefined : tone}>{countWords(count)}</dd>
    </>
  )
}

import { Button } from '@mantine/core'
import type { ImportCounts } from '../../shared/contract/imports.ts'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'

/** How many rows become what. The numbers add up to the rows. */
export function CountsCard({ counts, onShowRejects }: { counts: ImportCounts; onShowRejects: () => void }) {
  const words = useWords('importing')
  return (
    <section className="import-counts" aria-label={words('counts.label')}>
      <b className="num">{words('counts.rows', { count: counts.rows })}</b>
      <dl className="num">
        <Count label={words('counts.created')} count={counts.created} tone="ok" />
        <Count label={words('counts.updated')} count={counts.updated} tone="accent" />
        <Count label={words('counts.unchanged')} count={counts.unchanged} />
        <Count label={words('counts.duplicates')} count={counts.duplicates} />
        <Count label={words('counts.rejected')} count={counts.rejected} tone="bad" />
      </dl>
      {counts.rejected === 0 ? null : (
        <Button fullWidth onClick={onShowRejects}>
          {words('counts.seeRejects', { count: counts.rejected })}
        </Button>
      )}
    </section>
  )
}

function Count({ label, count, tone }: { label: string; count: number; tone?: 'ok' | 'accent' | 'bad' }) {
  const times = useTimes()
  return (
    <>
      <dt>{label}</dt>
      <dd data-tone={count === 0 ? undefined : tone}>{times.count(count)}</dd>
    </>
  )
}

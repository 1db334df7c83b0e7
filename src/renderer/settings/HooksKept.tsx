import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { hashFor } from '../app/routes.ts'
import { useWords } from '../language/words.ts'
import { Row, Rows } from './Section.tsx'
import { hookDaysChoices } from './sending-words.ts'
import { useSetSettings } from './useSetSettings.ts'

/** A way to the activity screen. */
const asActivity = (name: ReactNode) => <a href={hashFor('activity')}>{name}</a>

/** For how many days what came in is kept; 0 for ever. */
export function HooksKept({ days }: { days: number }) {
  const words = useWords('keys')
  const set = useSetSettings()
  return (
    <Rows label={words('kept.label')}>
      <Row title={words('kept.requests')} hint={words.rich('kept.requestsHint', { activity: asActivity })}>
        <Select
          aria-label={words('kept.choice')}
          data={hookDaysChoices(words, days).map(({ value, label }) => ({ value: String(value), label }))}
          value={String(days)}
          onChange={(value) => {
            if (value !== null) set.mutate({ hookRetentionDays: Number(value) })
          }}
        />
      </Row>
    </Rows>
  )
}

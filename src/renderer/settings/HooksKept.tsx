import { Select } from '@mantine/core'
import { hashFor } from '../app/routes.ts'
import { Row, Rows } from './Section.tsx'
import { hookDaysChoices } from './sending-words.ts'
import { useSetSettings } from './useSetSettings.ts'

/** For how many days what came in is kept; 0 for ever. */
export function HooksKept({ days }: { days: number }) {
  const set = useSetSettings()
  return (
    <Rows label="What is kept, and for how long">
      <Row
        title="Requests from providers"
        hint={
          <>
            As they came, for <a href={hashFor('activity')}>Activity</a>. Older ones are deleted at once when you choose a shorter time,
            else day by day. Messages stay. What could not be read is kept for 90 days at least.
          </>
        }
      >
        <Select
          aria-label="Keep requests from providers"
          data={hookDaysChoices(days).map(({ value, label }) => ({ value: String(value), label }))}
          value={String(days)}
          onChange={(value) => {
            if (value !== null) set.mutate({ hookRetentionDays: Number(value) })
          }}
        />
      </Row>
    </Rows>
  )
}

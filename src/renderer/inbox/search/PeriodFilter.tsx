import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useUiState } from '../../app/uiState.tsx'
import { FilterButton, Tick } from './FilterButton.tsx'
import { PERIODS, type SearchNarrowing } from './filter.ts'
import { PERIOD_WORDS } from './words.ts'

/** When: a period by name, or from a day to a day. */
export function PeriodFilter({ filter }: { filter: SearchNarrowing }) {
  const change = useUiState((state) => state.setSearchFilter)
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton about="When" isOn={filter.period !== 'ever'} onClick={() => setOpened(!opened)}>
          {labelOf(filter)}
        </FilterButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="When" className="search-choices">
        {PERIODS.filter((period) => period !== 'days').map((period) => (
          <button
            key={period}
            type="button"
            className="search-choice"
            aria-pressed={filter.period === period}
            onClick={() => {
              change({ period })
              setOpened(false)
            }}
          >
            <Tick isOn={filter.period === period} />
            {PERIOD_WORDS[period]}
          </button>
        ))}
        <div className="search-days">
          <TextInput
            type="date"
            label="From"
            value={filter.firstDay}
            max={filter.lastDay}
            onChange={(event) => change({ period: 'days', firstDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="To"
            value={filter.lastDay}
            min={filter.firstDay}
            onChange={(event) => change({ period: 'days', lastDay: event.currentTarget.value })}
          />
          <Button variant="default" onClick={() => setOpened(false)}>
            Done
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function labelOf({ period, firstDay, lastDay }: SearchNarrowing): string {
  if (period !== 'days') return PERIOD_WORDS[period]
  if (firstDay === '' && lastDay === '') return PERIOD_WORDS.ever
  if (lastDay === '') return `From ${dayWords(firstDay)}`
  if (firstDay === '') return `Until ${dayWords(lastDay)}`
  return `${dayWords(firstDay)} – ${dayWords(lastDay)}`
}

function dayWords(day: string): string {
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: '2-digit' }).format(new Date(`${day}T12:00`))
}

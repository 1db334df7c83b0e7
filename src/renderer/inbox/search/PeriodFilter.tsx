import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useUiState } from '../../app/uiState.tsx'
import { useFormatTag, useWords, type Words } from '../../language/words.ts'
import { FilterButton, Tick } from './FilterButton.tsx'
import { PERIODS, type SearchNarrowing } from './filter.ts'

/** When: a period by name, or from a day to a day. */
export function PeriodFilter({ filter }: { filter: SearchNarrowing }) {
  const words = useWords('inboxSearch')
  const tag = useFormatTag()
  const change = useUiState((state) => state.setSearchFilter)
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton about={words('period.title')} isOn={filter.period !== 'ever'} onClick={() => setOpened(!opened)}>
          {labelOf(words, tag, filter)}
        </FilterButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('period.title')} className="search-choices">
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
            {words(`period.${period}`)}
          </button>
        ))}
        <div className="search-days">
          <TextInput
            type="date"
            label={words('period.from')}
            value={filter.firstDay}
            max={filter.lastDay}
            onChange={(event) => change({ period: 'days', firstDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words('period.to')}
            value={filter.lastDay}
            min={filter.firstDay}
            onChange={(event) => change({ period: 'days', lastDay: event.currentTarget.value })}
          />
          <Button variant="default" onClick={() => setOpened(false)}>
            {words('period.done')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The period in a few words. @param tag by which dates are written */
function labelOf(words: Words<'inboxSearch'>, tag: string, { period, firstDay, lastDay }: SearchNarrowing): string {
  if (period !== 'days') return words(`period.${period}`)
  const dates = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: '2-digit' })
  const write = (day: string): string => dates.format(new Date(`${day}T12:00`))
  if (firstDay === '' && lastDay === '') return words('period.ever')
  if (lastDay === '') return words('period.fromDay', { day: write(firstDay) })
  if (firstDay === '') return words('period.untilDay', { day: write(lastDay) })
  return words('period.days', { first: write(firstDay), last: write(lastDay) })
}

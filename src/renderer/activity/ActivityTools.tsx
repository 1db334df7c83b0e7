import { Select } from '@mantine/core'
import { useAccounts } from '../accounts/useAccounts.ts'
import { SearchField } from '../components/SearchField.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { PERIODS, type ActivityFilter } from './filter.ts'
import type { Hooks } from './useHooks.ts'
import { KIND_CHOICES, VERDICT_TABS, VERDICT_TONES } from './words.ts'

/** What a select has for "no choice". */
const ANY = ''

/** Search, what, whose, when; and the verdicts with how many there are of each. */
export function ActivityTools({
  filter,
  counts,
  onFilter,
  firstRow,
}: {
  filter: ActivityFilter
  counts: Hooks['counts']
  onFilter: (change: Partial<ActivityFilter>) => void
  firstRow: () => HTMLElement | null | undefined
}) {
  const words = useWords('activity')
  const accounts = useAccounts().data ?? []

  return (
    <>
      <div className="people-tools">
        <SearchField
          label={words('tools.search')}
          placeholder={words('tools.placeholder')}
          typed={filter.search}
          onType={(search) => onFilter({ search })}
          firstRow={firstRow}
        />
        <Select
          className="people-choice"
          aria-label={words('tools.kind')}
          data={[
            { value: ANY, label: words('tools.everything') },
            ...KIND_CHOICES.map((kind) => ({ value: kind, label: words(`kind.${kind}`) })),
          ]}
          value={filter.kind ?? ANY}
          onChange={(value) => onFilter({ kind: KIND_CHOICES.find((kind) => kind === value) ?? null })}
        />
        {accounts.length > 1 || filter.accountId !== null ? (
          <Select
            className="people-choice"
            aria-label={words('tools.account')}
            data={[{ value: ANY, label: words('tools.everyAccount') }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
            value={filter.accountId ?? ANY}
            onChange={(value) => onFilter({ accountId: value === null || value === ANY ? null : value })}
            searchable={accounts.length > 8}
          />
        ) : null}
        <Select
          className="people-choice"
          aria-label={words('tools.period')}
          data={PERIODS.map((period) => ({ value: period, label: words(`period.${period}`) }))}
          value={filter.period}
          onChange={(value) => onFilter({ period: PERIODS.find((period) => period === value) ?? 'ever' })}
        />
      </div>
      <fieldset className="activity-tabs" aria-label={words('tools.verdict')}>
        <Tab title={words('tools.all')} count={null} pressed={filter.verdict === null} onPress={() => onFilter({ verdict: null })} />
        {VERDICT_TABS.map((verdict) => {
          const count = counts?.[verdict] ?? null
          // Over in a moment: only there while there is one.
          if (verdict === 'pending' && filter.verdict !== 'pending' && (count ?? 0) === 0) return null
          return (
            <Tab
              key={verdict}
              title={words(`tab.${verdict}`)}
              count={count}
              tone={verdict === 'unreadable' && (count ?? 0) > 0 ? VERDICT_TONES[verdict] : undefined}
              pressed={filter.verdict === verdict}
              onPress={() => onFilter({ verdict })}
            />
          )
        })}
      </fieldset>
    </>
  )
}

function Tab({
  title,
  count,
  tone,
  pressed,
  onPress,
}: {
  title: string
  count: number | null
  tone?: string | undefined
  pressed: boolean
  onPress: () => void
}) {
  const times = useTimes()
  return (
    <button type="button" className="activity-tab" data-tone={tone} aria-pressed={pressed} onClick={onPress}>
      {title}
      {count === null || count === 0 ? null : <span className="num"> {times.count(count)}</span>}
    </button>
  )
}

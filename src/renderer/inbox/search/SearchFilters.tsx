import { Menu } from '@mantine/core'
import { useAccounts } from '../../accounts/useAccounts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { SEARCH_KINDS } from '../../../shared/contract/search.ts'
import { isNarrowed, NO_FILTER, STATES, type SearchNarrowing } from './filter.ts'
import { FilterButton, Tick } from './FilterButton.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { PersonFilter } from './PersonFilter.tsx'
import { KIND_WORDS, STATE_WORDS } from './words.ts'

/** A row of small menus: what, with whom, which state, when, which account. */
export function SearchFilters({ filter, conversationId }: { filter: SearchNarrowing; conversationId: string | undefined }) {
  const change = useUiState((state) => state.setSearchFilter)
  const accounts = useAccounts().data ?? []
  const account = accounts.find(({ id }) => id === filter.accountId)
  return (
    <fieldset className="search-filters" aria-label="Narrow the search down">
      <Choice
        label={KIND_WORDS[filter.kind]}
        about="What"
        isOn={filter.kind !== 'all'}
        choices={(['all', ...SEARCH_KINDS] as const).map((kind) => ({ value: kind, words: KIND_WORDS[kind] }))}
        chosen={filter.kind}
        onChoose={(kind) => change({ kind })}
      />
      <PersonFilter filter={filter} conversationId={conversationId} />
      <Choice
        label={STATE_WORDS[filter.state]}
        about="State"
        isOn={filter.state !== 'any'}
        choices={STATES.map((state) => ({ value: state, words: STATE_WORDS[state] }))}
        chosen={filter.state}
        onChoose={(state) => change({ state })}
      />
      <PeriodFilter filter={filter} />
      {accounts.length > 1 || filter.accountId !== null ? (
        <Choice
          label={account?.name ?? 'Any account'}
          about="Account"
          isOn={filter.accountId !== null}
          choices={[{ value: '', words: 'Any account' }, ...accounts.map(({ id, name }) => ({ value: id, words: name }))]}
          chosen={filter.accountId ?? ''}
          onChoose={(id) => change({ accountId: id === '' ? null : id })}
        />
      ) : null}
      {isNarrowed(filter) ? (
        <button type="button" className="search-filter-clear" onClick={() => change(NO_FILTER)}>
          Clear
          <span className="visually-hidden"> the filters</span>
        </button>
      ) : null}
    </fieldset>
  )
}

function Choice<Value extends string>({
  label,
  about,
  isOn,
  choices,
  chosen,
  onChoose,
}: {
  label: string
  about: string
  isOn: boolean
  choices: readonly { value: Value; words: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start">
      <Menu.Target>
        <FilterButton about={about} isOn={isOn}>
          {label}
        </FilterButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, words }) => (
          <Menu.Item key={value} leftSection={<Tick isOn={value === chosen} />} onClick={() => onChoose(value)}>
            {words}
            {value === chosen ? <span className="visually-hidden"> (chosen)</span> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

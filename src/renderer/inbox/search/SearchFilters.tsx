import { Menu } from '@mantine/core'
import { useAccounts } from '../../accounts/useAccounts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { SEARCH_KINDS } from '../../../shared/contract/search.ts'
import { asUnseen } from '../../language/asUnseen.tsx'
import { useWords } from '../../language/words.ts'
import { isNarrowed, NO_FILTER, STATES, type SearchNarrowing } from './filter.ts'
import { FilterButton, Tick } from './FilterButton.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { PersonFilter } from './PersonFilter.tsx'

/** A row of small menus: what, with whom, which state, when, which account. */
export function SearchFilters({ filter, conversationId }: { filter: SearchNarrowing; conversationId: string | undefined }) {
  const words = useWords('inboxSearch')
  const change = useUiState((state) => state.setSearchFilter)
  const accounts = useAccounts().data ?? []
  const account = accounts.find(({ id }) => id === filter.accountId)
  return (
    <fieldset className="search-filters" aria-label={words('narrow')}>
      <Choice
        label={words(`kind.${filter.kind}`)}
        about={words('what')}
        isOn={filter.kind !== 'all'}
        choices={(['all', ...SEARCH_KINDS] as const).map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
        chosen={filter.kind}
        onChoose={(kind) => change({ kind })}
      />
      <PersonFilter filter={filter} conversationId={conversationId} />
      <Choice
        label={words(`state.${filter.state}`)}
        about={words('state.title')}
        isOn={filter.state !== 'any'}
        choices={STATES.map((state) => ({ value: state, label: words(`state.${state}`) }))}
        chosen={filter.state}
        onChoose={(state) => change({ state })}
      />
      <PeriodFilter filter={filter} />
      {accounts.length > 1 || filter.accountId !== null ? (
        <Choice
          label={account?.name ?? words('anyAccount')}
          about={words('account')}
          isOn={filter.accountId !== null}
          choices={[{ value: '', label: words('anyAccount') }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={filter.accountId ?? ''}
          onChoose={(id) => change({ accountId: id === '' ? null : id })}
        />
      ) : null}
      {isNarrowed(filter) ? (
        <button type="button" className="search-filter-clear" onClick={() => change(NO_FILTER)}>
          {words.rich('clear', { unseen: asUnseen })}
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
  choices: readonly { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}) {
  const words = useWords('inboxSearch')
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start">
      <Menu.Target>
        <FilterButton about={about} isOn={isOn}>
          {label}
        </FilterButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label: choice }) => (
          <Menu.Item key={value} leftSection={<Tick isOn={value === chosen} />} onClick={() => onChoose(value)}>
            {value === chosen ? words.rich('chosen', { choice: () => choice, unseen: asUnseen }) : choice}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

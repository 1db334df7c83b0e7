import { Popover, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useUiState } from '../../app/uiState.tsx'
import { displayName, formatNumber } from '../../components/names.ts'
import { useWords } from '../../language/words.ts'
import { useHost } from '../../host/HostProvider.tsx'
import type { SearchNarrowing } from './filter.ts'
import { FilterButton } from './FilterButton.tsx'

/** People offered at a time. */
const OFFERED = 6

/** With whom: the open conversation, or somebody found by name or number. */
export function PersonFilter({ filter, conversationId }: { filter: SearchNarrowing; conversationId: string | undefined }) {
  const { queries } = useHost()
  const words = useWords('inboxSearch')
  const change = useUiState((state) => state.setSearchFilter)
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 60)
  const open = useQuery(
    queries.conversations.get.queryOptions({ input: { id: conversationId ?? '' }, enabled: opened && conversationId !== undefined }),
  ).data
  const people =
    useQuery(
      queries.contacts.list.queryOptions({
        input: { search, limit: OFFERED },
        enabled: opened && search !== '',
        placeholderData: keepPreviousData,
      }),
    ).data?.contacts ?? []

  function choose(person: SearchNarrowing['person']): void {
    change({ person })
    setOpened(false)
    setTyped('')
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton about={words('person.title')} isOn={filter.person !== null} onClick={() => setOpened(!opened)}>
          {filter.person?.name ?? words('person.anyone')}
        </FilterButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('person.list')} className="search-choices">
        <TextInput
          aria-label={words('person.field')}
          placeholder={words('person.field')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        {filter.person === null ? null : (
          <button type="button" className="search-choice" onClick={() => choose(null)}>
            {words('person.anyone')}
          </button>
        )}
        {open === undefined || search !== '' ? null : (
          <button
            type="button"
            className="search-choice"
            onClick={() => choose({ conversationId: open.id, name: displayName(open.name, open.peer) })}
          >
            <span className="people-line">{displayName(open.name, open.peer)}</span>
            <span className="search-choice-more">{words('person.openNow')}</span>
          </button>
        )}
        {(search === '' ? [] : people).map(({ id, name, numbers }) => {
          const number = numbers[0]?.e164 ?? ''
          return (
            <button
              key={id}
              type="button"
              className="search-choice"
              onClick={() => choose({ contactId: id, name: displayName(name, number) })}
            >
              <span className="people-line">{displayName(name, number)}</span>
              <span className="search-choice-more num">{formatNumber(number)}</span>
            </button>
          )
        })}
        {search !== '' && people.length === 0 ? <p className="search-choice-none">{words('person.none')}</p> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ContactOrder } from '../../shared/contract/contacts.ts'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'

const ORDERS: readonly { value: ContactOrder; label: string }[] = [
  { value: 'name', label: 'By name' },
  { value: 'added', label: 'Latest first' },
]

/** Search, group and order of the list of people. */
export function PeopleTools({
  typed,
  onType,
  groupId,
  onGroup,
  order,
  onOrder,
  firstRow,
}: {
  typed: string
  onType: (text: string) => void
  groupId: string | null
  onGroup: (id: string | null) => void
  order: ContactOrder
  onOrder: (order: ContactOrder) => void
  firstRow: () => HTMLElement | null | undefined
}) {
  const { queries } = useHost()
  const groups = useQuery(queries.groups.list.queryOptions())
  const field = useRef<HTMLInputElement>(null)

  function onSearchKey(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget.blur()
      onType('')
    } else if (event.key === 'ArrowDown') firstRow()?.focus()
    else if (event.key === 'Enter') firstRow()?.click()
    else return
    event.preventDefault()
  }

  return (
    <div className="people-tools">
      <search className="people-search">
        <Icon name="search" size={16} />
        <input
          ref={field}
          type="text"
          inputMode="search"
          aria-label="Search people by name, company or number"
          placeholder="Search by name, company or number"
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onSearchKey}
        />
        {typed === '' ? null : (
          <button
            type="button"
            className="people-search-clear"
            aria-label="Clear the search"
            onClick={() => {
              onType('')
              field.current?.focus()
            }}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </search>
      <Select
        className="people-choice"
        aria-label="Group of the people"
        data={[{ value: '', label: 'Everybody' }, ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        value={groupId ?? ''}
        onChange={(id) => onGroup(id === null || id === '' ? null : id)}
        searchable={(groups.data ?? []).length > 8}
        maxDropdownHeight={320}
      />
      <Select
        className="people-choice"
        aria-label="Order of the people"
        data={ORDERS}
        value={order}
        onChange={(value) => onOrder(value === 'added' ? 'added' : 'name')}
      />
    </div>
  )
}

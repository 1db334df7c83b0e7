import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContactOrder } from '../../shared/contract/contacts.ts'
import { SearchField } from '../components/SearchField.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'

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
  const words = useWords('contacts')
  const groups = useQuery(queries.groups.list.queryOptions())

  return (
    <div className="people-tools">
      <SearchField
        label={words('tools.search')}
        placeholder={words('tools.placeholder')}
        typed={typed}
        onType={onType}
        firstRow={firstRow}
      />
      <Select
        className="people-choice"
        aria-label={words('tools.group')}
        data={[{ value: '', label: words('tools.everybody') }, ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        value={groupId ?? ''}
        onChange={(id) => onGroup(id === null || id === '' ? null : id)}
        searchable={(groups.data ?? []).length > 8}
        maxDropdownHeight={320}
      />
      <Select
        className="people-choice"
        aria-label={words('tools.order')}
        data={[
          { value: 'name', label: words('tools.byName') },
          { value: 'added', label: words('tools.latestFirst') },
        ]}
        value={order}
        onChange={(value) => onOrder(value === 'added' ? 'added' : 'name')}
      />
    </div>
  )
}

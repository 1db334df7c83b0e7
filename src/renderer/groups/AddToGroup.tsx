import './groups.css'
import { Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactSelection } from '../../shared/contract/contacts.ts'
import { Icon } from '../components/Icon.tsx'
import { countWords, plural } from '../components/times.ts'
import { useHost } from '../host/HostProvider.tsx'
import { NameDialog } from './NameDialog.tsx'
import { useMembers } from './useMembers.ts'

/** Button and menu that put the selected people into a group, or take them out of it. `groupId` is the group whose people are on show. */
export function AddToGroup({
  selection,
  count,
  groupId,
  onDone,
}: {
  selection: ContactSelection
  count: number
  groupId?: string
  onDone: () => void
}) {
  const { queries, client } = useHost()
  const groups = useQuery(queries.groups.list.queryOptions())
  const members = useMembers(onDone)
  const [naming, setNaming] = useState(false)
  const create = useMutation({
    mutationFn: (name: string) => client.groups.create({ name, filter: null }),
    onSuccess(group) {
      setNaming(false)
      members.add.mutate({ group, selection, count })
    },
  })
  const fixed = (groups.data ?? []).filter(({ filter }) => filter === null)
  const shown = fixed.find(({ id }) => id === groupId)

  function close(): void {
    setNaming(false)
    create.reset()
  }

  return (
    <>
      <Menu withInitialFocusPlaceholder={false} position="bottom-start">
        <Menu.Target>
          <Button size="xs" leftSection={<Icon name="group" size={14} />} loading={members.isPending} disabled={count === 0}>
            Add to group
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="group-menu">
          {groups.isError ? <Menu.Label>The groups could not be fetched.</Menu.Label> : null}
          {fixed
            .filter(({ id }) => id !== groupId)
            .map((group) => (
              <Menu.Item
                key={group.id}
                leftSection={<Icon name="group" size={15} />}
                rightSection={<span className="mut num">{countWords(group.members)}</span>}
                onClick={() => members.add.mutate({ group, selection, count })}
              >
                <bdi>{group.name}</bdi>
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<Icon name="plus" size={15} />} onClick={() => setNaming(true)}>
            New group…
          </Menu.Item>
          {shown === undefined ? null : (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Icon name="close" size={15} />}
                onClick={() => members.remove.mutate({ group: shown, selection, count })}
              >
                Take out of <bdi>{shown.name}</bdi>
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        opened={naming}
        title={`New group with ${plural(count, 'person', 'people')}`}
        confirmLabel="Create and add"
        busy={create.isPending}
        error={create.error}
        onGive={(name) => create.mutate(name)}
        onCancel={close}
      />
    </>
  )
}

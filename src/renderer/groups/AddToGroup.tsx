import './groups.css'
import { Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ContactSelection } from '../../shared/contract/contacts.ts'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { NameDialog } from './NameDialog.tsx'
import { useMembers } from './useMembers.ts'

const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

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
  const words = useWords('groups')
  const times = useTimes()
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
            {words('add.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="group-menu">
          {groups.isError ? <Menu.Label>{words('add.failed')}</Menu.Label> : null}
          {fixed
            .filter(({ id }) => id !== groupId)
            .map((group) => (
              <Menu.Item
                key={group.id}
                leftSection={<Icon name="group" size={15} />}
                rightSection={<span className="mut num">{times.count(group.members)}</span>}
                onClick={() => members.add.mutate({ group, selection, count })}
              >
                <bdi>{group.name}</bdi>
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<Icon name="plus" size={15} />} onClick={() => setNaming(true)}>
            {words('add.newGroup')}
          </Menu.Item>
          {shown === undefined ? null : (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Icon name="close" size={15} />}
                onClick={() => members.remove.mutate({ group: shown, selection, count })}
              >
                {words.rich('add.takeOut', { group: shown.name, name: asForeign })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        opened={naming}
        title={words('add.newTitle', { count })}
        confirmLabel={words('add.confirm')}
        busy={create.isPending}
        error={create.error}
        onGive={(name) => create.mutate(name)}
        onCancel={close}
      />
    </>
  )
}

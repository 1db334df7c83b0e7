import './groups.css'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { hashFor } from '../app/routes.ts'
import { FailureSentence } from '../components/FailureSentence.tsx'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { NameDialog } from './NameDialog.tsx'
import { useMembers } from './useMembers.ts'

/** The groups a person is in, as a section of the person's page. */
export function PersonGroups({ contactId }: { contactId: string }) {
  const { queries, client } = useHost()
  const words = useWords('groups')
  const own = useQuery(queries.groups.ofContact.queryOptions({ input: { contactId } }))
  const all = useQuery(queries.groups.list.queryOptions())
  const members = useMembers()
  const [naming, setNaming] = useState(false)
  const selection = { kind: 'some' as const, ids: [contactId] }
  const create = useMutation({
    mutationFn: (name: string) => client.groups.create({ name, filter: null }),
    onSuccess(group) {
      setNaming(false)
      members.add.mutate({ group, selection, count: 1 })
    },
  })
  const groups = own.data ?? []
  const others = (all.data ?? []).filter(({ id, filter }) => filter === null && !groups.some((group) => group.id === id))

  return (
    <section aria-label={words('ofPerson.title')}>
      <h3>{words('ofPerson.title')}</h3>
      {own.isError ? (
        <p className="sec">
          <FailureSentence error={own.error} />
        </p>
      ) : null}
      <div className="person-groups">
        {groups.length === 0 ? null : (
          <ul aria-label={words('ofPerson.list')}>
            {groups.map((group) => (
              <li key={group.id} className="group-chip">
                <Icon name={group.smart ? 'funnel' : 'group'} size={14} />
                <a href={hashFor('contacts', 'groups', group.id)}>
                  <bdi>{group.name}</bdi>
                </a>
                {group.smart ? (
                  <span className="group-chip-smart" title={words('ofPerson.smartHint')}>
                    {words('ofPerson.smart')}
                  </span>
                ) : (
                  <ActionIcon
                    size={22}
                    aria-label={words('ofPerson.takeOut', { name: group.name })}
                    onClick={() => members.remove.mutate({ group, selection, count: 1 })}
                  >
                    <Icon name="close" size={12} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        )}
        <Menu withInitialFocusPlaceholder={false} position="bottom-start">
          <Menu.Target>
            <Button size="xs" leftSection={<Icon name="plus" size={13} />} loading={members.isPending}>
              {words('ofPerson.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className="group-menu">
            {others.map((group) => (
              <Menu.Item
                key={group.id}
                leftSection={<Icon name="group" size={15} />}
                onClick={() => members.add.mutate({ group, selection, count: 1 })}
              >
                <bdi>{group.name}</bdi>
              </Menu.Item>
            ))}
            <Menu.Item leftSection={<Icon name="plus" size={15} />} onClick={() => setNaming(true)}>
              {words('add.newGroup')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <NameDialog
        opened={naming}
        title={words('add.newTitleOne')}
        confirmLabel={words('add.confirm')}
        busy={create.isPending}
        error={create.error}
        onGive={(name) => create.mutate(name)}
        onCancel={() => {
          setNaming(false)
          create.reset()
        }}
      />
    </section>
  )
}

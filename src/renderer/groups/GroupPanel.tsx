import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { ruleWords } from '../../shared/groups/words.ts'
import { hashFor, replaceWith } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Notice } from '../components/Notice.tsx'
import { plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { GroupPeople } from './GroupPeople.tsx'
import { NameDialog } from './NameDialog.tsx'
import { draftFilter, draftProblem, filterOf } from './rule-drafts.ts'
import { RulesEditor } from './RulesEditor.tsx'
import { membersWords } from './words.ts'

/** One group: its name, its rules where it has any, and its people. */
export function GroupPanel({ group, groups }: { group: ContactGroup; groups: readonly ContactGroup[] }) {
  const [editing, setEditing] = useState(false)
  const isSmart = group.filter !== null
  return (
    <div className="group">
      <div className="group-top">
        <a className="group-back" href={hashFor('contacts', 'groups')}>
          <Icon name="arrowLeft" size={15} /> Groups
        </a>
        <div className="group-title">
          <h2 className="people-text">{group.name}</h2>
          <Chip tone={isSmart ? 'accent' : 'plain'}>
            <Icon name={isSmart ? 'funnel' : 'group'} size={12} /> {isSmart ? 'Smart group' : 'Group'}
          </Chip>
          <span className="grow" />
          <GroupMenu group={group} onEdit={() => setEditing(true)} />
        </div>
        <output className="sec num">{membersWords(group.members, group.builtPercent)}</output>
      </div>
      {group.builtPercent === null ? null : (
        <Notice icon="clock">Everybody is being looked at. Until that is done, not all who fit are in this group.</Notice>
      )}
      {isSmart && !editing ? <Rules group={group} groups={groups} onEdit={() => setEditing(true)} /> : null}
      {isSmart && editing ? <EditRules group={group} onClose={() => setEditing(false)} /> : null}
      {editing ? null : group.members === 0 ? <Nobody group={group} /> : <GroupPeople key={group.id} group={group} />}
    </div>
  )
}

function Rules({ group, groups, onEdit }: { group: ContactGroup; groups: readonly ContactGroup[]; onEdit: () => void }) {
  const rules = group.filter?.rules ?? []
  const nameOf = (id: string) => groups.find((other) => other.id === id)?.name
  return (
    <section className="group-rules" aria-label="Rules">
      <div className="group-rules-words">
        <p className="sec">{introOf(rules.length, group.filter?.match)}</p>
        <ul>
          {rules.map((rule) => (
            <li key={JSON.stringify(rule)} className="people-text">
              {ruleWords(rule, nameOf)}
            </li>
          ))}
        </ul>
      </div>
      <Button size="xs" leftSection={<Icon name="edit" size={13} />} onClick={onEdit}>
        Edit rules
      </Button>
    </section>
  )
}

function introOf(rules: number, match: 'all' | 'any' | undefined): string {
  if (rules === 1) return 'Everybody to whom this applies:'
  return match === 'any' ? 'Everybody to whom any of this applies:' : 'Everybody to whom all of this applies:'
}

function EditRules({ group, onClose }: { group: ContactGroup; onClose: () => void }) {
  const { queries, answers } = useHost()
  const [draft, setDraft] = useState(() => draftFilter(group.filter))
  const [tried, setTried] = useState(false)
  const save = useMutation(
    queries.groups.update.mutationOptions({
      async onSuccess() {
        await answers.invalidateQueries({ queryKey: queries.groups.list.key() })
        onClose()
      },
    }),
  )
  return (
    <form
      className="group-edit"
      aria-label="Edit rules"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const filter = filterOf(draft)
        if (filter.rules.every((rule) => draftProblem(rule) === null)) save.mutate({ id: group.id, name: group.name, filter })
      }}
    >
      <RulesEditor draft={draft} tried={tried} onChange={setDraft} />
      <CallFailure error={save.error} />
      <div className="group-edit-actions">
        <Button type="submit" variant="filled" loading={save.isPending}>
          Save rules
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

function Nobody({ group }: { group: ContactGroup }) {
  if (group.filter !== null) {
    return (
      <EmptyState icon="funnel" title={group.builtPercent === null ? 'Nobody fits these rules now' : 'Nobody found so far'}>
        Whoever fits them later, by an import or an edit, comes in by themselves.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="group"
      title="Nobody is in this group yet"
      actions={
        <Button component="a" href={hashFor('contacts')} variant="filled">
          Choose people
        </Button>
      }
    >
      Select people in the list of contacts and press “Add to group”.
    </EmptyState>
  )
}

function GroupMenu({ group, onEdit }: { group: ContactGroup; onEdit: () => void }) {
  const { queries } = useHost()
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const rename = useMutation(queries.groups.update.mutationOptions({ onSuccess: () => setAsking(null) }))
  const remove = useMutation(
    queries.groups.remove.mutationOptions({
      onSuccess() {
        sayDone(`The group ${group.name} is deleted.`)
        replaceWith('contacts', 'groups')
      },
    }),
  )

  function close(): void {
    setAsking(null)
    rename.reset()
    remove.reset()
  }

  return (
    <>
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label="More for this group">
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="edit" size={15} />} onClick={() => setAsking('rename')}>
            Rename…
          </Menu.Item>
          {group.filter === null ? null : (
            <Menu.Item leftSection={<Icon name="funnel" size={15} />} onClick={onEdit}>
              Edit rules
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="trash" size={15} />} onClick={() => setAsking('delete')}>
            Delete…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        opened={asking === 'rename'}
        title="Rename the group"
        name={group.name}
        confirmLabel="Rename"
        busy={rename.isPending}
        error={rename.error}
        onGive={(name) => rename.mutate({ id: group.id, name, filter: group.filter })}
        onCancel={close}
      />
      <ConfirmDialog
        opened={asking === 'delete'}
        title={`Delete the group ${group.name}?`}
        confirmLabel="Delete the group"
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: group.id })}
        onCancel={close}
      >
        {group.members === 0
          ? 'Nobody is in it.'
          : `${plural(group.members, 'person is', 'people are')} in it. They stay in your contacts; only the group is deleted.`}
      </ConfirmDialog>
    </>
  )
}

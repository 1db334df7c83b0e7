import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { hashFor, replaceWith } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useFormatTag, useWords } from '../language/words.ts'
import { GroupPeople } from './GroupPeople.tsx'
import { NameDialog } from './NameDialog.tsx'
import { draftFilter, filterOf, isComplete } from './rule-drafts.ts'
import { RulesEditor } from './RulesEditor.tsx'
import { introWords, membersWords, ruleWords } from './words.ts'

/** One group: its name, its rules where it has any, and its people. */
export function GroupPanel({ group, groups }: { group: ContactGroup; groups: readonly ContactGroup[] }) {
  const words = useWords('groups')
  const [editing, setEditing] = useState(false)
  const isSmart = group.filter !== null
  return (
    <div className="group">
      <div className="group-top">
        <a className="group-back" href={hashFor('contacts', 'groups')}>
          <Icon name="arrowLeft" size={15} /> {words('title')}
        </a>
        <div className="group-title">
          <h2 className="people-text">{group.name}</h2>
          <Chip tone={isSmart ? 'accent' : 'plain'}>
            <Icon name={isSmart ? 'funnel' : 'group'} size={12} /> {words(isSmart ? 'kind.smart' : 'kind.group')}
          </Chip>
          <span className="grow" />
          <GroupMenu group={group} onEdit={() => setEditing(true)} />
        </div>
        <output className="sec num">{membersWords(words, group.members, group.builtPercent)}</output>
      </div>
      {group.builtPercent === null ? null : <Notice icon="clock">{words('panel.building')}</Notice>}
      {isSmart && !editing ? <Rules group={group} groups={groups} onEdit={() => setEditing(true)} /> : null}
      {isSmart && editing ? <EditRules group={group} onClose={() => setEditing(false)} /> : null}
      {editing ? null : group.members === 0 ? <Nobody group={group} /> : <GroupPeople key={group.id} group={group} />}
    </div>
  )
}

function Rules({ group, groups, onEdit }: { group: ContactGroup; groups: readonly ContactGroup[]; onEdit: () => void }) {
  const words = useWords('groups')
  const tag = useFormatTag()
  const rules = group.filter?.rules ?? []
  const nameOf = (id: string) => groups.find((other) => other.id === id)?.name
  return (
    <section className="group-rules" aria-label={words('panel.rules')}>
      <div className="group-rules-words">
        <p className="sec">{introWords(words, group.filter)}</p>
        <ul>
          {rules.map((rule) => (
            <li key={JSON.stringify(rule)} className="people-text">
              {ruleWords(words, tag, rule, nameOf)}
            </li>
          ))}
        </ul>
      </div>
      <Button size="xs" leftSection={<Icon name="edit" size={13} />} onClick={onEdit}>
        {words('panel.editRules')}
      </Button>
    </section>
  )
}

function EditRules({ group, onClose }: { group: ContactGroup; onClose: () => void }) {
  const { queries, answers } = useHost()
  const words = useWords('groups')
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
      aria-label={words('panel.editRules')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const filter = filterOf(draft)
        if (filter.rules.every(isComplete)) save.mutate({ id: group.id, name: group.name, filter })
      }}
    >
      <RulesEditor draft={draft} tried={tried} onChange={setDraft} />
      <CallFailure error={save.error} />
      <div className="group-edit-actions">
        <Button type="submit" variant="filled" loading={save.isPending}>
          {words('panel.saveRules')}
        </Button>
        <Button onClick={onClose}>{words('cancel')}</Button>
      </div>
    </form>
  )
}

function Nobody({ group }: { group: ContactGroup }) {
  const words = useWords('groups')
  if (group.filter !== null) {
    return (
      <EmptyState icon="funnel" title={words(group.builtPercent === null ? 'panel.nobodyFits' : 'panel.nobodyFound')}>
        {words('panel.nobodyFitsHint')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="group"
      title={words('panel.nobody')}
      actions={
        <Button component="a" href={hashFor('contacts')} variant="filled">
          {words('panel.choosePeople')}
        </Button>
      }
    >
      {words('panel.nobodyHint')}
    </EmptyState>
  )
}

function GroupMenu({ group, onEdit }: { group: ContactGroup; onEdit: () => void }) {
  const { queries } = useHost()
  const words = useWords('groups')
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const rename = useMutation(queries.groups.update.mutationOptions({ onSuccess: () => setAsking(null) }))
  const remove = useMutation(
    queries.groups.remove.mutationOptions({
      onSuccess() {
        sayDone(words('panel.deleted', { name: group.name }))
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
          <ActionIcon aria-label={words('panel.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="edit" size={15} />} onClick={() => setAsking('rename')}>
            {words('panel.rename')}
          </Menu.Item>
          {group.filter === null ? null : (
            <Menu.Item leftSection={<Icon name="funnel" size={15} />} onClick={onEdit}>
              {words('panel.editRules')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="trash" size={15} />} onClick={() => setAsking('delete')}>
            {words('panel.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        opened={asking === 'rename'}
        title={words('panel.renameTitle')}
        name={group.name}
        confirmLabel={words('panel.renameConfirm')}
        busy={rename.isPending}
        error={rename.error}
        onGive={(name) => rename.mutate({ id: group.id, name, filter: group.filter })}
        onCancel={close}
      />
      <ConfirmDialog
        opened={asking === 'delete'}
        title={words('panel.deleteTitle', { name: group.name })}
        confirmLabel={words('panel.deleteConfirm')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: group.id })}
        onCancel={close}
      >
        {words('panel.deleteMeans', { count: group.members })}
      </ConfirmDialog>
    </>
  )
}

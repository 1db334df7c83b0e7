import { Button, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { focusWhenShown } from '../accounts/focusWhenShown.ts'
import { hashFor, replaceWith } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { LONGEST_NAME } from './NameDialog.tsx'
import { draftFilter, draftProblem, filterOf } from './rule-drafts.ts'
import { RulesEditor } from './RulesEditor.tsx'

/** The form that makes a group: its name, and whether people are put into it or rules decide. */
export function NewGroup({ smart }: { smart: boolean }) {
  const { queries, answers } = useHost()
  const [name, setName] = useState('')
  const [isSmart, setSmart] = useState(smart)
  const [draft, setDraft] = useState(() => draftFilter(null))
  const [tried, setTried] = useState(false)
  const create = useMutation(
    queries.groups.create.mutationOptions({
      async onSuccess(group) {
        await answers.invalidateQueries({ queryKey: queries.groups.list.key() })
        replaceWith('contacts', 'groups', group.id)
      },
    }),
  )

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    const filter = isSmart ? filterOf(draft) : null
    const rulesAreComplete = filter?.rules.every((rule) => draftProblem(rule) === null) ?? true
    if (name.trim() !== '' && rulesAreComplete) create.mutate({ name: name.trim(), filter })
  }

  return (
    <form className="group group-new" aria-label="New group" noValidate onSubmit={submit}>
      <div className="group-top">
        <a className="group-back" href={hashFor('contacts', 'groups')}>
          <Icon name="arrowLeft" size={15} /> Groups
        </a>
        <h2>New group</h2>
      </div>
      <div className="group-form">
        <TextInput
          label="Name of the group"
          placeholder="Regulars"
          value={name}
          maxLength={LONGEST_NAME}
          error={tried && name.trim() === '' ? 'Give the group a name first.' : undefined}
          autoComplete="off"
          ref={focusWhenShown}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label="Who is in it"
          value={isSmart ? 'smart' : 'static'}
          onChange={(kind) => setSmart(kind === 'smart')}
          className="group-kinds"
        >
          <Radio value="static" label="People I put in" description="A list you keep yourself, such as regulars or suppliers." />
          <Radio
            value="smart"
            label="Everybody who fits rules"
            description="A smart group. Who fits comes in, who no longer fits goes, by themselves."
          />
        </Radio.Group>
        {isSmart ? <RulesEditor draft={draft} tried={tried} onChange={setDraft} /> : null}
        <CallFailure error={create.error} />
        <div className="group-edit-actions">
          <Button type="submit" variant="filled" loading={create.isPending}>
            Create group
          </Button>
          <Button component="a" href={hashFor('contacts', 'groups')}>
            Cancel
          </Button>
        </div>
      </div>
    </form>
  )
}

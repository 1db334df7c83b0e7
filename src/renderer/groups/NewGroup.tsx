import { Button, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { focusWhenShown } from '../accounts/focusWhenShown.ts'
import { hashFor, replaceWith } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { LONGEST_NAME } from './NameDialog.tsx'
import { draftFilter, filterOf, isComplete } from './rule-drafts.ts'
import { RulesEditor } from './RulesEditor.tsx'

/** The form that makes a group: its name, and whether people are put into it or rules decide. */
export function NewGroup({ smart }: { smart: boolean }) {
  const { queries, answers } = useHost()
  const words = useWords('groups')
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
    const rulesAreComplete = filter?.rules.every(isComplete) ?? true
    if (name.trim() !== '' && rulesAreComplete) create.mutate({ name: name.trim(), filter })
  }

  return (
    <form className="group group-new" aria-label={words('newGroup')} noValidate onSubmit={submit}>
      <div className="group-top">
        <a className="group-back" href={hashFor('contacts', 'groups')}>
          <Icon name="arrowLeft" size={15} /> {words('title')}
        </a>
        <h2>{words('newGroup')}</h2>
      </div>
      <div className="group-form">
        <TextInput
          label={words('form.name')}
          placeholder={words('form.namePlaceholder')}
          value={name}
          maxLength={LONGEST_NAME}
          error={tried && name.trim() === '' ? words('form.nameMissing') : undefined}
          autoComplete="off"
          ref={focusWhenShown}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label={words('form.who')}
          value={isSmart ? 'smart' : 'static'}
          onChange={(kind) => setSmart(kind === 'smart')}
          className="group-kinds"
        >
          <Radio value="static" label={words('form.chosen')} description={words('form.chosenHint')} />
          <Radio value="smart" label={words('form.smart')} description={words('form.smartHint')} />
        </Radio.Group>
        {isSmart ? <RulesEditor draft={draft} tried={tried} onChange={setDraft} /> : null}
        <CallFailure error={create.error} />
        <div className="group-edit-actions">
          <Button type="submit" variant="filled" loading={create.isPending}>
            {words('form.create')}
          </Button>
          <Button component="a" href={hashFor('contacts', 'groups')}>
            {words('cancel')}
          </Button>
        </div>
      </div>
    </form>
  )
}

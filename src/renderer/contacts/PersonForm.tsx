import './person.css'
import { ActionIcon, Autocomplete, Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { focusWhenShown } from '../accounts/focusWhenShown.ts'
import type { Contact } from '../../shared/contract/contacts.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { draftOf, draftProblem, inputOf, numberLabels, withDefault, type FieldDraft, type NumberDraft, type PersonDraft } from './person.ts'

/** Most numbers of one person, as the contract bounds them. */
const MOST_NUMBERS = 20

/** The form of a person who is not in the list yet; `number` is filled in. */
export function NewPerson({
  number,
  onAdded,
  onCancel,
}: {
  number: string | undefined
  onAdded: (person: Contact) => void
  onCancel: () => void
}) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const create = useMutation(
    queries.contacts.create.mutationOptions({
      onSuccess: onAdded,
    }),
  )
  return (
    <PersonForm
      title={words('form.newTitle')}
      saveLabel={words('addPerson')}
      initial={draftOf(words, null, number)}
      busy={create.isPending}
      error={create.error}
      onSave={(draft) => create.mutate(inputOf(draft))}
      onCancel={onCancel}
    />
  )
}

/** The form of a person who is. */
export function EditPerson({ person, onSaved, onCancel }: { person: Contact; onSaved: () => void; onCancel: () => void }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const update = useMutation(queries.contacts.update.mutationOptions({ onSuccess: onSaved }))
  return (
    <PersonForm
      title={words('form.editTitle')}
      saveLabel={words('form.save')}
      initial={draftOf(words, person)}
      busy={update.isPending}
      error={update.error}
      onSave={(draft) => update.mutate({ id: person.id, ...inputOf(draft) })}
      onCancel={onCancel}
    />
  )
}

function PersonForm({
  title,
  saveLabel,
  initial,
  busy,
  error,
  onSave,
  onCancel,
}: {
  title: string
  saveLabel: string
  initial: PersonDraft
  busy: boolean
  error: unknown
  onSave: (draft: PersonDraft) => void
  onCancel: () => void
}) {
  const words = useWords('contacts')
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const problem = draftProblem(words, draft)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problem === null) onSave(draft)
  }

  return (
    <form className="person-form" onSubmit={submit} noValidate aria-label={title}>
      <h2>{title}</h2>
      <TextInput
        label={words('form.name')}
        ref={focusWhenShown}
        maxLength={500}
        value={draft.name}
        error={tried ? problem : null}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <NumbersField numbers={draft.numbers} onChange={(numbers) => setDraft({ ...draft, numbers })} />
      <TextInput
        label={words('form.company')}
        maxLength={500}
        value={draft.company}
        onChange={(event) => setDraft({ ...draft, company: event.currentTarget.value })}
      />
      <Textarea
        label={words('form.notes')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={draft.notes}
        onChange={(event) => setDraft({ ...draft, notes: event.currentTarget.value })}
      />
      <FieldsField fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
      <CallFailure error={error} />
      <div className="person-form-actions">
        <Button type="submit" variant="filled" loading={busy}>
          {saveLabel}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  )
}

function NumbersField({ numbers, onChange }: { numbers: readonly NumberDraft[]; onChange: (numbers: NumberDraft[]) => void }) {
  const words = useWords('contacts')
  const [made, setMade] = useState(1)
  const labels = numberLabels(words)

  function change(key: string, part: Partial<NumberDraft>): void {
    onChange(numbers.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }

  return (
    <fieldset className="person-form-numbers">
      <legend>{words('form.numbers')}</legend>
      {numbers.map((one, index) => (
        <div key={one.key} className="person-form-number">
          <TextInput
            aria-label={words('form.number', { number: String(index + 1) })}
            placeholder="070-174 06 05"
            inputMode="tel"
            maxLength={64}
            autoComplete="off"
            value={one.number}
            onChange={(event) => change(one.key, { number: event.currentTarget.value })}
          />
          <Autocomplete
            aria-label={words('form.kind', { number: String(index + 1) })}
            data={labels}
            filter={({ options }) => options}
            maxLength={60}
            value={one.label}
            onChange={(label) => change(one.key, { label })}
          />
          <ActionIcon
            aria-label={words('form.removeNumber', { number: String(index + 1) })}
            onClick={() => onChange(numbers.filter((other) => other.key !== one.key))}
          >
            <Icon name="close" size={15} />
          </ActionIcon>
          {numbers.length > 1 ? (
            <span className="person-form-first">
              {index === 0 ? (
                words('form.textedFirst')
              ) : (
                <TextButton
                  quiet
                  label={words('form.textFirstOf', { number: String(index + 1) })}
                  onClick={() => onChange(withDefault(numbers, one.key))}
                >
                  {words('form.textFirst')}
                </TextButton>
              )}
            </span>
          ) : null}
        </div>
      ))}
      {numbers.length < MOST_NUMBERS ? (
        <div>
          <Button
            size="xs"
            leftSection={<Icon name="plus" size={13} />}
            onClick={() => {
              onChange([...numbers, { key: `new-${made}`, number: '', label: numbers.length === 0 ? labels[0] : labels[1] }])
              setMade(made + 1)
            }}
          >
            {words('form.addNumber')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

/** What came with the person's files. One that is emptied goes. */
function FieldsField({ fields, onChange }: { fields: readonly FieldDraft[]; onChange: (fields: FieldDraft[]) => void }) {
  const words = useWords('contacts')
  if (fields.length === 0) return null
  return (
    <fieldset className="person-form-fields">
      <legend>{words('form.fromFiles')}</legend>
      {fields.map(({ name, value }) => (
        <Textarea
          key={name}
          label={name}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={20_000}
          value={value}
          onChange={(event) => {
            const text = event.currentTarget.value
            onChange(fields.map((one) => (one.name === name ? { name, value: text } : one)))
          }}
        />
      ))}
    </fieldset>
  )
}

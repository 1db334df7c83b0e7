import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { useWords } from '../language/words.ts'

/** Longest name of a group, in UTF-16 units, as the contract has it. */
export const LONGEST_NAME = 100

/** Asks for the name of a group. `error` shows why the last one was refused and keeps the dialog open. */
export function NameDialog({
  opened,
  title,
  name = '',
  confirmLabel,
  busy,
  error,
  onGive,
  onCancel,
}: {
  opened: boolean
  title: string
  name?: string
  confirmLabel: string
  busy: boolean
  error: unknown
  onGive: (name: string) => void
  onCancel: () => void
}) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={400}>
      <NameForm name={name} confirmLabel={confirmLabel} busy={busy} error={error} onGive={onGive} onCancel={onCancel} />
    </Modal>
  )
}

function NameForm({
  name,
  confirmLabel,
  busy,
  error,
  onGive,
  onCancel,
}: {
  name: string
  confirmLabel: string
  busy: boolean
  error: unknown
  onGive: (name: string) => void
  onCancel: () => void
}) {
  const words = useWords('groups')
  const [typed, setTyped] = useState(name)
  const [tried, setTried] = useState(false)
  const missing = typed.trim() === ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    // A dialog opened from within a form must not send that one too.
    event.stopPropagation()
    setTried(true)
    if (!missing) onGive(typed.trim())
  }

  return (
    <form className="group-name-form" onSubmit={submit} noValidate>
      <TextInput
        label={words('form.name')}
        placeholder={words('form.namePlaceholder')}
        value={typed}
        maxLength={LONGEST_NAME}
        error={tried && missing ? words('form.nameMissing') : undefined}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <CallFailure error={error} />
      <div className="confirm-actions">
        <Button onClick={onCancel}>{words('cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}

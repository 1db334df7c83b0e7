import './components.css'
import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CallFailure } from './Failure.tsx'

/** Longest reason the host keeps. */
const LONGEST_REASON = 200

/** Asks why something is done that is kept back for a good reason. The reason is kept, so one has to be given. */
export function AskReason({
  opened,
  title,
  confirmLabel,
  busy = false,
  error = null,
  onGive,
  onCancel,
  children,
}: {
  opened: boolean
  title: string
  confirmLabel: string
  busy?: boolean
  error?: unknown
  onGive: (reason: string) => void
  onCancel: () => void
  children: ReactNode
}) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={440}>
      <ReasonForm confirmLabel={confirmLabel} busy={busy} error={error} onGive={onGive} onCancel={onCancel}>
        {children}
      </ReasonForm>
    </Modal>
  )
}

function ReasonForm({
  confirmLabel,
  busy,
  error,
  onGive,
  onCancel,
  children,
}: {
  confirmLabel: string
  busy: boolean
  error: unknown
  onGive: (reason: string) => void
  onCancel: () => void
  children: ReactNode
}) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!missing) onGive(reason.trim())
  }

  return (
    <form className="ask-reason" onSubmit={submit} noValidate>
      <div className="confirm-body">{children}</div>
      <TextInput
        label="Why it goes out all the same"
        placeholder="They asked for an answer tonight"
        value={reason}
        maxLength={LONGEST_REASON}
        error={tried && missing ? 'Say why in a few words. It is kept with the text.' : undefined}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <CallFailure error={error} />
      <div className="confirm-actions">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}

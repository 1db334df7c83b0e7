import './components.css'
import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useWords } from '../language/words.ts'
import { CallFailure } from './Failure.tsx'

/** Words of the one field. */
interface ReasonWords {
  label: string
  placeholder: string
  /** What to say where nothing was given. */
  missing: string
  /** Longest reason the host keeps, in UTF-16 units. */
  longest: number
}

/** Longest reason the host keeps with a text, in UTF-16 units. */
const LONGEST_OF_A_TEXT = 200

interface ReasonFormProps {
  words?: ReasonWords
  confirmLabel: string
  busy?: boolean
  error?: unknown
  onGive: (reason: string) => void
  onCancel: () => void
  /** More to fill in, below the reason. */
  more?: ReactNode
  children: ReactNode
}

/** Asks why something is done. The reason is kept, so one has to be given. Left out, the words are those for a text that goes out now. */
export function AskReason({ opened, title, ...form }: ReasonFormProps & { opened: boolean; title: string }) {
  return (
    <Modal opened={opened} onClose={form.onCancel} title={title} size={440}>
      <ReasonForm {...form} />
    </Modal>
  )
}

function ReasonForm({ words: given, confirmLabel, busy = false, error = null, onGive, onCancel, more, children }: ReasonFormProps) {
  const controls = useWords('controls')
  const words = given ?? {
    label: controls('reason.label'),
    placeholder: controls('reason.placeholder'),
    missing: controls('reason.missing'),
    longest: LONGEST_OF_A_TEXT,
  }
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
        label={words.label}
        placeholder={words.placeholder}
        value={reason}
        maxLength={words.longest}
        error={tried && missing ? words.missing : undefined}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {more}
      <CallFailure error={error} />
      <div className="confirm-actions">
        <Button onClick={onCancel}>{controls('cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}

import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { instantOfDay } from './instant-of-day.ts'
import { useWords } from '../../../language/words.ts'

/** Asks for a day; the thread goes to the first text on it or after it. */
export function JumpToDate({ onJump, onClose }: { onJump: (at: number) => void; onClose: () => void }) {
  const words = useWords('thread')
  const [date, setDate] = useState('')
  const [tried, setTried] = useState(false)
  const at = instantOfDay(date)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (at === null) return
    onJump(at)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={words('date.title')} size={360}>
      <form onSubmit={submit} noValidate>
        <TextInput
          type="date"
          label={words('date.label')}
          description={words('date.hint')}
          value={date}
          error={tried && at === null ? words('date.missing') : undefined}
          data-autofocus
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <div className="confirm-actions">
          <Button onClick={onClose}>{words('date.cancel')}</Button>
          <Button type="submit" variant="filled">
            {words('date.go')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

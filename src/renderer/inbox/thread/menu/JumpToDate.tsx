import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { instantOfDay } from './instant-of-day.ts'

/** Asks for a day; the thread goes to the first text on it or after it. */
export function JumpToDate({ onJump, onClose }: { onJump: (at: number) => void; onClose: () => void }) {
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
    <Modal opened onClose={onClose} title="Go to a date" size={360}>
      <form onSubmit={submit} noValidate>
        <TextInput
          type="date"
          label="Date"
          description="Shows the first text on that day, or the first one after it."
          value={date}
          error={tried && at === null ? 'Choose a date.' : undefined}
          data-autofocus
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <div className="confirm-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Go there
          </Button>
        </div>
      </form>
    </Modal>
  )
}

import './components.css'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { sayFailed } from './toasts.ts'
import { useWords } from '../language/words.ts'

/** How long a change can be taken back from its note, in milliseconds. */
const OFFERED_MS = 12_000

let notes = 0

/** Says what was done, with a button that takes it back. `undo` answers what to say then. */
export function sayWithUndo(message: string, undo: () => Promise<string>): void {
  notes += 1
  const id = `undoable ${notes}`
  notifications.show({ id, message: <Words id={id} message={message} undo={undo} />, color: 'accent', autoClose: OFFERED_MS })
}

function Words({ id, message, undo }: { id: string; message: string; undo: () => Promise<string> }) {
  const words = useWords('undo')
  async function takeBack(): Promise<void> {
    notifications.hide(id)
    try {
      notifications.show({ message: await undo(), color: 'accent' })
    } catch (error) {
      sayFailed(error)
    }
  }
  return (
    <span className="undo-note">
      <span className="undo-note-words">{message}</span>
      <Button size="xs" onClick={() => void takeBack()}>
        {words('button')}
      </Button>
    </span>
  )
}

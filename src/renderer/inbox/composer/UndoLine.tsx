import { Button } from '@mantine/core'
import { COMMAND_KEY } from '../../components/keys.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { useWords } from '../../language/words.ts'

/** The seconds in which a text can still be taken back, and the button that does. Read out once, not every second. */
export function UndoLine({ seconds, busy, onUndo }: { seconds: number; busy: boolean; onUndo: () => void }) {
  const words = useWords('composer')
  return (
    <span className="undo-line">
      <span aria-hidden="true" className="num">
        {words('undo.running', { seconds })}
      </span>
      <Button size="xs" loading={busy} aria-keyshortcuts="Control+Z" rightSection={<Kbd keys={`${COMMAND_KEY} Z`} />} onClick={onUndo}>
        {words('undo.undo')}
      </Button>
    </span>
  )
}

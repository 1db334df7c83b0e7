import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, type ReactNode } from 'react'
import { useSecondsLeft } from '../components/useNowPast.ts'
import type { Undoable } from './composer/Composer.tsx'
import { useTakeBack } from './useTakeBack.ts'
import { useWords } from '../language/words.ts'

/** Not read out anew with every second. */
const asUnspoken = (text: ReactNode) => <span aria-hidden="true">{text}</span>

/** Offers to take back a text to several people, wherever the person goes meanwhile, until it goes out. */
export function offerUndo(sent: Undoable): void {
  const id = `undo ${sent.ids[0] ?? ''}`
  notifications.show({
    id,
    message: <UndoToast sent={sent} onOver={() => notifications.hide(id)} />,
    color: 'accent',
    autoClose: false,
    withCloseButton: false,
  })
}

function UndoToast({ sent, onOver }: { sent: Undoable; onOver: () => void }) {
  const words = useWords('undo')
  const seconds = useSecondsLeft(sent.until)
  const takeBack = useTakeBack()
  const isOver = seconds === 0 && !takeBack.isPending
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return (
    <span className="undo-line">
      <span className="undo-words num">{words.rich('goesOut', { count: sent.ids.length, seconds, time: asUnspoken })}</span>
      <Button size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate(sent, { onSettled: onOver })}>
        {words('button')}
      </Button>
    </span>
  )
}

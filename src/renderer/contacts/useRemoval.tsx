import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords, type Words } from '../language/words.ts'

/** How long Undo is offered, in milliseconds: long enough to look at the list and see that something is missing. */
const OFFERED_MS = 30_000

/** Says what was done to people, and offers to take it back. */
export function offerToTakeBack(sentence: string, removalId: string): void {
  const id = `removal ${removalId}`
  notifications.show({
    id,
    message: <TakeBack sentence={sentence} removalId={removalId} onOver={() => notifications.hide(id)} />,
    color: 'accent',
    autoClose: OFFERED_MS,
  })
}

function TakeBack({ sentence, removalId, onOver }: { sentence: string; removalId: string; onOver: () => void }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const takeBack = useMutation(
    queries.contacts.undoRemoval.mutationOptions({
      onSuccess: ({ restored, leftAlone }) => sayDone(takenBackWords(words, restored, leftAlone)),
      onError: sayFailed,
      onSettled: onOver,
    }),
  )
  return (
    <span className="undo-line">
      <span className="undo-words num">{sentence}</span>
      <Button size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate({ removalId })}>
        {words('remove.undo')}
      </Button>
    </span>
  )
}

/** What came of taking a removal or a merge back. */
export function takenBackWords(words: Words<'contacts'>, restored: number, leftAlone: number): string {
  if (leftAlone === 0) return words('remove.back', { count: restored })
  return restored === 0 ? words('remove.notBack', { count: leftAlone }) : words('remove.backInPart', { count: restored, left: leftAlone })
}

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** How long Undo is offered, in milliseconds: long enough to look at the list and see that something is missing. */
const OFFERED_MS = 30_000

/** Says what was done to people, and offers to take it back. */
export function offerToTakeBack(words: string, removalId: string): void {
  const id = `removal ${removalId}`
  notifications.show({
    id,
    message: <TakeBack words={words} removalId={removalId} onOver={() => notifications.hide(id)} />,
    color: 'accent',
    autoClose: OFFERED_MS,
  })
}

function TakeBack({ words, removalId, onOver }: { words: string; removalId: string; onOver: () => void }) {
  const { queries } = useHost()
  const takeBack = useMutation(
    queries.contacts.undoRemoval.mutationOptions({
      onSuccess: ({ restored, leftAlone }) => sayDone(takenBackWords(restored, leftAlone)),
      onError: sayFailed,
      onSettled: onOver,
    }),
  )
  return (
    <span className="undo-line">
      <span className="undo-words num">{words}</span>
      <Button size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate({ removalId })}>
        Undo
      </Button>
    </span>
  )
}

/** What came of taking a removal or a merge back. */
export function takenBackWords(restored: number, leftAlone: number): string {
  const back = `${plural(restored, 'person is', 'people are')} as before.`
  if (leftAlone === 0) return back
  const others = `${plural(leftAlone, 'person', 'people')} could not come back: somebody else has the number now.`
  return restored === 0 ? others : `${back} ${others}`
}

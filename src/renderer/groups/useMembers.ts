import { useMutation } from '@tanstack/react-query'
import type { ContactSelection } from '../../shared/contract/contacts.ts'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { sayWithUndo } from '../components/undo-toast.tsx'
import { useWords } from '../language/words.ts'
import { addedWords, takenOutWords } from './words.ts'

/** People to put into a group or take out of it. `count` is how many they are. */
interface Change {
  group: Pick<ContactGroup, 'id' | 'name'>
  selection: ContactSelection
  count: number
}

/** Puts people into a group and takes them out, and offers to take that back. `onDone` is called when it is done. */
export function useMembers(onDone: () => void = () => undefined) {
  const { client } = useHost()
  const words = useWords('groups')

  const add = useMutation({
    mutationFn: ({ group, selection }: Change) => client.groups.addMembers({ id: group.id, selection }),
    onSuccess({ added, addedAt }, { group, count }) {
      const sentence = addedWords(words, added, Math.max(0, count - added), group.name)
      if (added === 0) sayDone(sentence)
      else {
        sayWithUndo(sentence, async () =>
          takenOutWords(words, (await client.groups.undoAddMembers({ id: group.id, addedAt })).removed, group.name),
        )
      }
      onDone()
    },
    onError: sayFailed,
  })

  const remove = useMutation({
    mutationFn: ({ group, selection }: Change) => client.groups.removeMembers({ id: group.id, selection }),
    onSuccess({ removed }, { group, selection, count }) {
      const sentence = takenOutWords(words, removed, group.name)
      // Exact only where all who were named were in it; of a list, others may be in it by now.
      if (selection.kind === 'some' && removed === count) {
        sayWithUndo(sentence, async () =>
          addedWords(words, (await client.groups.addMembers({ id: group.id, selection })).added, 0, group.name),
        )
      } else sayDone(sentence)
      onDone()
    },
    onError: sayFailed,
  })

  return { add, remove, isPending: add.isPending || remove.isPending }
}

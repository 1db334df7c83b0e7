import { useMutation } from '@tanstack/react-query'
import type { DeskClient } from '../../shared/contract/client.ts'
import { goTo } from '../app/routes.ts'
import { useUiState, type Recipient } from '../app/uiState.tsx'
import { sayDone, sayFailed, sayRefused } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { NEW_DRAFT } from './drafts.ts'
import { useWords } from '../language/words.ts'

/** Most ids one call takes (src/shared/contract/outbox.ts). */
const CHUNK = 500

/** One text, to one or many, that may still be taken back. */
export interface Sent {
  /** One message for each recipient. */
  ids: readonly string[]
  text: string
  accountId: string
  /** Where it goes back to: the conversation's draft, or, for several people, a new conversation with these. */
  backTo: { draftKey: string } | { recipients: readonly Recipient[] }
}

/**
 * Takes a text back before it goes out and puts it where it was written. Where something else is being written there by now,
 * that stays and the text is kept beside it. Too late is said in the host's words, and changes nothing here.
 */
export function useTakeBack() {
  const { client } = useHost()
  const words = useWords('undo')
  const putBack = useUiState((state) => state.putBack)
  return useMutation({
    mutationFn: ({ ids }: Sent) => cancelAll(client, ids),
    onSuccess({ cancelled, tooLate }, { text, accountId, backTo }) {
      if (cancelled === 0) return sayRefused(words('tooLate'))
      if ('draftKey' in backTo) return putBack(backTo.draftKey, { text, accountId })
      putBack(NEW_DRAFT, { text, accountId, ...(tooLate === 0 ? { recipients: backTo.recipients } : {}) })
      if (tooLate > 0) sayRefused(words('takenBackInPart', { count: cancelled, tooLate }))
      goTo('inbox', 'new')
      if (tooLate === 0) sayDone(words('takenBack', { count: cancelled }))
      return undefined
    },
    onError: sayFailed,
  })
}

async function cancelAll(client: DeskClient, ids: readonly string[]): Promise<{ cancelled: number; tooLate: number }> {
  const [only] = ids
  if (only !== undefined && ids.length === 1) {
    // One alone is asked for by itself: its refusal says why.
    await client.messages.cancel({ id: only })
    return { cancelled: 1, tooLate: 0 }
  }
  const sum = { cancelled: 0, tooLate: 0 }
  for (let from = 0; from < ids.length; from += CHUNK) {
    const { cancelled, tooLate } = await client.outbox.cancel({ ids: ids.slice(from, from + CHUNK) })
    sum.cancelled += cancelled
    sum.tooLate += tooLate
  }
  return sum
}

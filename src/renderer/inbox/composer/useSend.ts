import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useUiState, type AskedSend } from '../../app/uiState.tsx'
import { ConnectionLost } from '../../host/connection.ts'
import { useConnectionState, useHost } from '../../host/HostProvider.tsx'

/** What is to be sent. */
export type Wish = Omit<AskedSend, 'requestId'>

function sameWish(asked: AskedSend | null | undefined, wish: Wish): asked is AskedSend {
  return asked?.accountId === wish.accountId && asked.text === wish.text && asked.to.join() === wish.to.join()
}

/** Sending a draft, as the composer needs it. */
export interface Sending {
  send(wish: Wish): void
  isSending: boolean
  /** Why the last try was refused. */
  error: unknown
  /** The last try was cut off: the host may or may not have taken the text. It is asked again once it is back. */
  cutOff: boolean
}

/**
 * Sends a draft. The request's id is kept with the draft until the host has answered, so asking again after a
 * double click or a lost connection never sends the same wish twice; a changed text is a new wish. The draft goes
 * only when the host has accepted, and only if it was not changed meanwhile. A wish that a broken connection cut off
 * is asked for again, under its id, as soon as the host is back and while its text still stands in the composer.
 */
export function useSend(draftKey: string, onSent?: (conversationIds: readonly string[]) => void): Sending {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  const draft = useUiState((state) => state.drafts[draftKey])
  const setDraft = useUiState((state) => state.setDraft)
  const clearDraft = useUiState((state) => state.clearDraft)
  const mutation = useMutation(
    queries.messages.send.mutationOptions({
      onSuccess: ({ messages }, { text }) => {
        clearDraft(draftKey, text)
        void queryClient.invalidateQueries({ queryKey: queries.messages.list.key() })
        void queryClient.invalidateQueries({ queryKey: queries.conversations.list.key() })
        onSent?.([...new Set(messages.map(({ conversationId }) => conversationId))])
      },
    }),
  )

  // A text that was changed since is a new wish: the old refusal says nothing about it.
  const stillAsked = draft?.asked?.text === draft?.text
  const cutOff = stillAsked && mutation.error instanceof ConnectionLost
  const connection = useConnectionState()
  const asked = draft?.asked
  const { mutate } = mutation
  useEffect(() => {
    if (!cutOff || connection !== 'open' || asked === null || asked === undefined) return
    mutate({ requestId: asked.requestId, accountId: asked.accountId, to: [...asked.to], text: asked.text })
  }, [cutOff, connection, asked, mutate])

  return {
    send(wish) {
      if (mutation.isPending) return
      const { requestId } = sameWish(asked, wish) ? asked : { requestId: crypto.randomUUID() }
      setDraft(draftKey, { asked: { ...wish, requestId } })
      mutate({ requestId, accountId: wish.accountId, to: [...wish.to], text: wish.text })
    },
    isSending: mutation.isPending,
    error: cutOff || !stillAsked ? null : mutation.error,
    cutOff,
  }
}

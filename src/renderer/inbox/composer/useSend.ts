import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Message, WallTime } from '../../../shared/contract/messages.ts'
import { useUiState, type AskedSend } from '../../app/uiState.tsx'
import { ConnectionLost } from '../../host/connection.ts'
import { useConnectionState, useHost } from '../../host/HostProvider.tsx'
import { refusalOf } from '../../host/problems.ts'
import { useDraftKeeper } from '../DraftKeeping.tsx'

/** What is to be sent. */
export type Wish = Omit<AskedSend, 'requestId' | 'again'>

/** A text at once, without a limit. */
export const AT_ONCE = { schedule: null, validUntil: null, keptByProvider: false } as const

/** The host refuses a text that the same number was sent a short while ago, until it is asked for once more. */
const DUPLICATE = 'duplicate_text'

/** Whether what is wished for now is what was asked for already: then it is asked for again under the same id. */
export function sameWish(asked: AskedSend | null | undefined, wish: Wish): asked is AskedSend {
  return (
    asked?.accountId === wish.accountId &&
    asked.text === wish.text &&
    asked.to.join() === wish.to.join() &&
    JSON.stringify(asked.texts) === JSON.stringify(wish.texts) &&
    asked.validUntil === wish.validUntil &&
    asked.keptByProvider === wish.keptByProvider &&
    sameTime(asked.schedule, wish.schedule)
  )
}

function sameTime(one: WallTime | null, other: WallTime | null): boolean {
  return one?.local === other?.local && one?.zone === other?.zone
}

/** A wish as the host takes it. What goes out at once can be taken back for as long as the settings say. */
export function sendInput({ requestId, accountId, to, text, texts, templateIds, schedule, validUntil, keptByProvider, again }: AskedSend) {
  return {
    requestId,
    accountId,
    to: [...to],
    text,
    ...(schedule === null ? { undo: true } : { schedule }),
    ...(keptByProvider ? { keptByProvider } : {}),
    ...(validUntil === null ? {} : { validUntil }),
    ...(again ? { again } : {}),
    ...(texts === null ? {} : { texts: [...texts] }),
    ...(templateIds.length === 0 ? {} : { templateIds: [...templateIds] }),
  }
}

/** Sending a draft, as the composer needs it. */
export interface Sending {
  send(wish: Wish): void
  isSending: boolean
  /** Why the last try was refused. */
  error: unknown
  /** The last try was cut off: the host may or may not have taken the text. It is asked again once it is back. */
  cutOff: boolean
  /** The last try was refused because the same text went there a short while ago: the host's sentence. Null otherwise. */
  duplicate: string | null
  /** Sends what was refused as a duplicate all the same. */
  sendAgain(): void
  /** Leaves what was refused as a duplicate unsent; the text stays where it is written. */
  dontSend(): void
}

/**
 * Sends a draft. The request's id is kept with the draft until the host has answered, so asking again after a
 * double click or a lost connection never sends the same wish twice; a changed text is a new wish. The draft goes
 * only when the host has accepted, and only if it was not changed meanwhile. A wish that a broken connection cut off
 * is asked for again, under its id, as soon as the host is back and while its text still stands in the composer.
 */
export function useSend(draftKey: string, onSent?: (messages: readonly Message[], wish: AskedSend) => void): Sending {
  const { client, queries } = useHost()
  const queryClient = useQueryClient()
  const keeper = useDraftKeeper()
  const draft = useUiState((state) => state.drafts[draftKey])
  const setDraft = useUiState((state) => state.setDraft)
  const clearDraft = useUiState((state) => state.clearDraft)
  const mutation = useMutation({
    async mutationFn(wish: AskedSend) {
      // The wish's id is on disk before the wish is made, so that a window that is loaded again asks under it.
      await keeper.flush(draftKey)
      return client.messages.send(sendInput(wish))
    },
    onSuccess: ({ messages }, wish) => {
      clearDraft(draftKey, wish.text)
      void queryClient.invalidateQueries({ queryKey: queries.messages.list.key() })
      onSent?.(messages, wish)
    },
  })

  // A text that was changed since is a new wish: the old refusal says nothing about it.
  const stillAsked = draft?.asked?.text === draft?.text
  const cutOff = stillAsked && mutation.error instanceof ConnectionLost
  const refused = stillAsked ? refusalOf(mutation.error) : null
  const duplicate = refused?.code === DUPLICATE ? refused.message : null
  const connection = useConnectionState()
  const asked = draft?.asked
  const { mutate, reset } = mutation
  useEffect(() => {
    if (!cutOff || connection !== 'open' || asked === null || asked === undefined) return
    mutate(asked)
  }, [cutOff, connection, asked, mutate])

  function ask(wish: AskedSend): void {
    setDraft(draftKey, { asked: wish })
    mutate(wish)
  }

  return {
    send(wish) {
      if (mutation.isPending) return
      ask(sameWish(asked, wish) ? asked : { ...wish, requestId: crypto.randomUUID(), again: false })
    },
    isSending: mutation.isPending,
    error: cutOff || !stillAsked || duplicate !== null ? null : mutation.error,
    cutOff,
    duplicate,
    sendAgain() {
      if (mutation.isPending || asked === null || asked === undefined) return
      // Refused, so nothing was queued under this id: it may carry the same wish once more.
      ask({ ...asked, again: true })
    },
    dontSend() {
      setDraft(draftKey, { asked: null })
      reset()
    },
  }
}

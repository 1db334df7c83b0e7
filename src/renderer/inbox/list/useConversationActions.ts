import { useCallback } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { replaceWith, useRoute } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { displayName } from '../../components/names.ts'
import { sayFailed } from '../../components/toasts.ts'
import { sayWithUndo } from '../../components/undo-toast.tsx'
import { useWords } from '../../language/words.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useShownConversations } from '../useConversations.ts'

/** What can be done with a whole conversation, from its row, its thread and the keyboard. */
export interface ConversationActions {
  /** On top of the list, or no longer. */
  togglePin(conversation: Conversation): void
  /** Out of the list with an offer to undo, or back into it. The thread in front goes on to the next conversation. */
  toggleArchived(conversation: Conversation): void
  /** All read, or the last text unread. The thread in front is left, since it would be read again at once. */
  toggleRead(conversation: Conversation): void
  /** Opens the choice of its labels. */
  chooseLabels(conversation: Conversation): void
}

export function useConversationActions(): ConversationActions {
  const { client, conversationLists } = useHost()
  const words = useWords('inbox')
  const { screen, parts } = useRoute()
  const openId = screen === 'inbox' ? parts[0] : undefined
  const { conversations } = useShownConversations()
  const setGoneOnTo = useUiState((state) => state.setGoneOnTo)
  const chooseLabels = useUiState((state) => state.setLabelling)

  /** Shows at once what is asked for, and as it was again where it is refused. */
  const change = useCallback(
    async (before: Conversation, after: Partial<Conversation>, ask: () => Promise<unknown>): Promise<boolean> => {
      conversationLists.put({ ...before, ...after })
      try {
        await ask()
        return true
      } catch (error) {
        conversationLists.put(before)
        sayFailed(error)
        return false
      }
    },
    [conversationLists],
  )

  async function archive(conversation: Conversation): Promise<void> {
    const { id, name, peer } = conversation
    const next = neighbourOf(conversations, id)
    let was = { unread: conversation.unread, pinnedAt: conversation.pinnedAt }
    const done = change(conversation, { archived: true, unread: 0, pinnedAt: null }, async () => {
      was = await client.conversations.archive({ id })
    })
    if (id === openId) {
      setGoneOnTo(next)
      if (next === null) replaceWith('inbox')
      else replaceWith('inbox', next)
    }
    if (!(await done)) return
    const who = { name: displayName(name, peer) }
    sayWithUndo(words('archived', who), async () => {
      await client.conversations.unarchive({ id, was })
      return words('unarchived', who)
    })
  }

  async function markUnread(conversation: Conversation): Promise<void> {
    const { id } = conversation
    // Left first: an open thread would read it again at once.
    if (id === openId) replaceWith('inbox')
    await change(conversation, { unread: 1, archived: false }, () => client.conversations.markUnread({ id }))
  }

  return {
    togglePin(conversation) {
      const { id, pinnedAt } = conversation
      if (pinnedAt === null) void change(conversation, { pinnedAt: Date.now(), archived: false }, () => client.conversations.pin({ id }))
      else void change(conversation, { pinnedAt: null }, () => client.conversations.unpin({ id }))
    },
    toggleArchived(conversation) {
      const { id, archived } = conversation
      if (archived) void change(conversation, { archived: false }, () => client.conversations.unarchive({ id }))
      else void archive(conversation)
    },
    toggleRead(conversation) {
      const { id, unread } = conversation
      // The open one is read, whatever its row was last told.
      if (unread > 0 && id !== openId) {
        void change(conversation, { unread: 0 }, () => client.conversations.markRead({ id }))
        return
      }
      void markUnread(conversation)
    },
    chooseLabels: ({ id }) => chooseLabels(id),
  }
}

/** The conversation after this one, else the one before it; null where it stands alone, or not in the list. */
function neighbourOf(conversations: readonly Conversation[], id: string): string | null {
  const at = conversations.findIndex((one) => one.id === id)
  return at === -1 ? null : ((conversations[at + 1] ?? conversations[at - 1])?.id ?? null)
}

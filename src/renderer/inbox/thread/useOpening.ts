import { useState } from 'react'
import type { UnreadMark } from './threadItems.ts'
import type { Start } from './thread-pages.ts'

/** What is known of a conversation that is about to be shown. */
interface Opened {
  unread: number
  firstUnreadId: string | null
}

/**
 * Where a thread begins, decided once, when it is opened: what is unread then is marked read at once, but the line above it stays.
 * @param conversation undefined until the host's answer is current
 * @param messageId the message that the address names
 */
export function useOpening(
  conversation: Opened | undefined,
  messageId: string | undefined,
): { start: Start | null; unread: UnreadMark | null } {
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  if (opened === undefined && conversation !== undefined) {
    setOpened({ unread: conversation.unread, firstUnreadId: conversation.firstUnreadId })
  }
  if (opened === undefined) return { start: null, unread: null }
  const { firstUnreadId } = opened
  return {
    start:
      messageId !== undefined
        ? { kind: 'message', id: messageId }
        : firstUnreadId === null
          ? { kind: 'latest' }
          : { kind: 'unread', id: firstUnreadId },
    unread: firstUnreadId === null ? null : { firstId: firstUnreadId, count: opened.unread },
  }
}

import type { Conversation, ConversationFilter, ListedBy } from '../contract/conversations.ts'

/** What decides whether a conversation is in a list. */
export type Listed = Pick<Conversation, 'unread' | 'unanswered' | 'failed' | 'archived' | 'accountId' | 'labelIds'>

const FILTERS: Record<ConversationFilter, (conversation: Listed) => boolean> = {
  all: ({ archived }) => !archived,
  unread: ({ unread }) => unread > 0,
  unanswered: ({ unanswered, archived }) => unanswered && !archived,
  failed: ({ failed, archived }) => failed && !archived,
  archived: ({ archived }) => archived,
}

/** Whether a conversation is in the list that these ask for: the host's rule, for a window that is told of one that changed. */
export function isListed(conversation: Listed, { filter, labelId, accountId }: ListedBy): boolean {
  if (!FILTERS[filter](conversation)) return false
  if (accountId !== undefined && conversation.accountId !== accountId) return false
  return labelId === undefined || conversation.labelIds.includes(labelId)
}

/**
 * The order of every list: pinned ones in the order they were pinned, then by latest activity. Negative when `one` stands
 * before `other`.
 */
export function byPlace(one: Placed, other: Placed): number {
  if (one.pinnedAt !== null || other.pinnedAt !== null) {
    if (one.pinnedAt === null) return 1
    if (other.pinnedAt === null) return -1
    return one.pinnedAt - other.pinnedAt || compare(one.id, other.id)
  }
  return other.lastAt - one.lastAt || compare(other.id, one.id)
}

/** What a conversation's place in a list depends on. */
export type Placed = Pick<Conversation, 'id' | 'pinnedAt' | 'lastAt'>

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

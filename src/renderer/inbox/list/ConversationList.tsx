import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { hashFor } from '../../app/routes.ts'
import type { InboxTab } from '../../app/uiState.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { LIST_STEPS, useListSteps } from '../../components/useListSteps.ts'
import { useNow } from '../../components/useNow.ts'
import { useConversations } from '../useConversations.ts'
import { ConversationRow, ROW_HEIGHT } from './ConversationRow.tsx'

/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 15

/** The conversations of a tab: virtual, endless, moved through with J and K or the arrows. */
export function ConversationList({ tab, conversationId }: { tab: InboxTab; conversationId: string | undefined }) {
  const { conversations, isPending, error, hasMore, loadMore, reload } = useConversations(tab)
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  // The React Compiler is not used here; the rule warns that it would leave this component alone.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => conversations[index]?.id ?? index,
    overscan: 8,
    paddingEnd: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && lastIndex >= conversations.length - AHEAD) loadMore()
  }, [hasMore, lastIndex, conversations.length, loadMore])

  const open = conversations.findIndex(({ id }) => id === conversationId)
  useListSteps({ steps: LIST_STEPS, scroller, virtualizer, count: conversations.length, open })

  if (error !== null && error !== undefined) return <LoadFailure error={error} onRetry={reload} />
  if (isPending) return <Loading>Opening your conversations…</Loading>
  if (conversations.length === 0) return <NothingHere tab={tab} />
  return (
    <div ref={scroller} className="inbox-rows">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const conversation = conversations[row.index]
          if (conversation === undefined) return null
          return (
            <li
              key={row.key}
              aria-setsize={hasMore ? -1 : conversations.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ConversationRow
                conversation={conversation}
                now={now}
                index={row.index}
                href={hashFor('inbox', conversation.id)}
                active={conversation.id === conversationId}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const NOTHING: Record<InboxTab, { title: string; words: string }> = {
  all: { title: 'No conversations yet', words: 'Texts you send and texts that come in appear here, one row per person.' },
  unread: { title: 'Nothing unread', words: 'You have seen every text that came in.' },
  unanswered: { title: 'Nothing unanswered', words: 'In every conversation the last word was yours.' },
  failed: { title: 'Nothing failed', words: 'Conversations whose last text did not arrive would be here.' },
  settle: { title: 'Nothing to settle', words: 'The fate of every text is known, or you chose to leave it.' },
}

function NothingHere({ tab }: { tab: InboxTab }) {
  const { title, words } = NOTHING[tab]
  return (
    <EmptyState icon={tab === 'all' ? 'inbox' : 'check'} title={title}>
      {words}
    </EmptyState>
  )
}

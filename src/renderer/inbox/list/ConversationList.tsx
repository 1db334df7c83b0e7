import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { hashFor } from '../../app/routes.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { LIST_STEPS, useListSteps } from '../../components/useListSteps.ts'
import { useNow } from '../../components/useNow.ts'
import { useWords } from '../../language/words.ts'
import { useLabelsById } from '../labels/useLabels.ts'
import { useListedBy, useShownConversations } from '../useConversations.ts'
import { ConversationRow, rowHeight } from './ConversationRow.tsx'
import { RowMenu, type OpenRowMenu } from './RowMenu.tsx'
import { useHeldRows } from './useHeldRows.ts'

/** Rows from the end of what is loaded at which the next page is asked for: a screen's worth, so that it is there in time. */
const AHEAD = 30

/** The conversations of a tab: virtual, endless, moved through with J and K or the arrows. */
export function ConversationList({ tab, conversationId }: { tab: InboxTab; conversationId: string | undefined }) {
  const words = useWords('inbox')
  const by = useListedBy()
  const { conversations, isPending, error, hasMore, loadMore, reload } = useShownConversations()
  const labels = useLabelsById()
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<OpenRowMenu | null>(null)
  const holding = useHeldRows(by, scroller)
  // The React Compiler is not used here; the rule warns that it would leave this component alone.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(conversations[index]),
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

  const openMenu = useCallback((asked: OpenRowMenu) => setMenu(asked), [])
  function closeMenu(): void {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-conversation="${menu?.conversation.id ?? ''}"]`)
    setMenu(null)
    row?.focus({ preventScroll: true })
  }

  if (error !== null && error !== undefined) return <LoadFailure error={error} onRetry={reload} />
  if (isPending) return <Loading>{words('loading')}</Loading>
  if (conversations.length === 0) return <NothingHere tab={tab} />
  return (
    <>
      <div ref={scroller} className="inbox-rows" {...holding}>
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
                  labels={labels}
                  now={now}
                  index={row.index}
                  href={hashFor('inbox', conversation.id)}
                  active={conversation.id === conversationId}
                  onMenu={openMenu}
                />
              </li>
            )
          })}
        </ul>
      </div>
      {menu === null ? null : <RowMenu open={menu} onClose={closeMenu} />}
    </>
  )
}

function NothingHere({ tab }: { tab: InboxTab }) {
  const words = useWords('inbox')
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const setFilter = useUiState((state) => state.setInboxFilter)
  if ((labelId !== null || accountId !== null) && tab !== 'settle') {
    return (
      <EmptyState
        icon="funnel"
        title={words('none.filtered.title')}
        actions={<TextButton onClick={() => setFilter({ labelId: null, accountId: null })}>{words('none.takeFiltersOff')}</TextButton>}
      >
        {words('none.filtered.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={tab === 'all' ? 'inbox' : tab === 'archived' ? 'archive' : 'check'} title={words(`none.${tab}.title`)}>
      {words(`none.${tab}.text`)}
    </EmptyState>
  )
}

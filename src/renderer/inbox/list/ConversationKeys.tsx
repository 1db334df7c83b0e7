import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { usePlainKeys } from '../../app/shortcuts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useShownConversations } from '../useConversations.ts'
import { useConversationActions, type ConversationActions } from './useConversationActions.ts'

/** The key of each action. They are about the row that has the focus, else about the open conversation. */
const KEYS: Readonly<Record<string, keyof ConversationActions>> = {
  e: 'toggleArchived',
  p: 'togglePin',
  u: 'toggleRead',
  l: 'chooseLabels',
}

/** Listens to the keys of conversations while the inbox is shown. */
export function ConversationKeys({ conversationId }: { conversationId: string | undefined }) {
  const { queries } = useHost()
  const { conversations } = useShownConversations()
  const actions = useConversationActions()
  const open = useQuery(
    queries.conversations.get.queryOptions({ input: { id: conversationId ?? '' }, enabled: conversationId !== undefined }),
  ).data

  const goneOnTo = useUiState((state) => state.goneOnTo)
  const setGoneOnTo = useUiState((state) => state.setGoneOnTo)
  useEffect(() => {
    if (goneOnTo !== null && goneOnTo !== conversationId) setGoneOnTo(null)
  }, [goneOnTo, conversationId, setGoneOnTo])

  const takeKey = useCallback(
    (key: string, event: KeyboardEvent) => {
      const action = KEYS[key.toLowerCase()]
      if (action === undefined || key.length > 1) return
      const row = document.activeElement?.closest<HTMLElement>('[data-conversation]') ?? null
      const focused = row === null ? undefined : conversations.find(({ id }) => id === row.dataset.conversation)
      const target: Conversation | undefined = focused ?? (conversationId === undefined ? undefined : open)
      if (target === undefined) return
      event.preventDefault()
      // The row goes from under the focus: what comes next has it from then on.
      if (action === 'toggleArchived' && row !== null) (neighbourRow(row) ?? row).focus({ preventScroll: true })
      actions[action](target)
    },
    [actions, conversations, open, conversationId],
  )
  usePlainKeys(takeKey)
  return null
}

/** The row below, else the one above. Rows of a virtual list stand in no certain order in the page. */
function neighbourRow(row: HTMLElement): HTMLElement | null {
  const index = Number(row.dataset.index)
  const list = row.closest('ul')
  const at = (place: number) => list?.querySelector<HTMLElement>(`[data-index="${place}"]`) ?? null
  return at(index + 1) ?? at(index - 1)
}

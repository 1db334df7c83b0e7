import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { DeskEvent } from '../../../shared/contract/desk.ts'
import { useDeskEvents, useHost } from '../../host/HostProvider.tsx'
import { refusalOf } from '../../host/problems.ts'
import { concernsThread, createThreadPages, type Loaded, type Start, type ThreadPages } from './thread-pages.ts'

/** Least time between two rounds of asking again, in milliseconds. */
const ROUND_MS = 300

/**
 * The messages of a conversation as far as they are loaded, kept current by what the host says changed in this one
 * conversation. Until `start` is known, only its latest page is asked for, which is mostly the one that is wanted.
 */
export function useThreadPages(conversationId: string, start: Start | null): { pages: ThreadPages; loaded: Loaded } {
  const { client, onReturn } = useHost()
  const [pages] = useState(() =>
    createThreadPages((input) => client.messages.list({ conversationId, ...input }), {
      pause: () =>
        new Promise((resolve) => {
          setTimeout(resolve, ROUND_MS)
        }),
      isMissing: (error) => refusalOf(error)?.code === 'message_not_found',
    }),
  )
  const loaded = useSyncExternalStore(pages.subscribe, pages.loaded)

  useEffect(() => pages.prepare(), [pages])
  const startKey = start === null ? null : JSON.stringify(start)
  useEffect(() => {
    if (startKey !== null) void pages.open(JSON.parse(startKey) as Start)
    return () => pages.close()
  }, [pages, startKey])

  useDeskEvents(
    useCallback(
      (event: DeskEvent) => {
        if (concernsThread(event, conversationId)) pages.changed()
      },
      [pages, conversationId],
    ),
  )
  useEffect(() => onReturn(() => pages.changed()), [onReturn, pages])
  return { pages, loaded }
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { useHost } from '../../host/HostProvider.tsx'
import type { Loaded } from './thread-pages.ts'
import type { Aside } from './threadItems.ts'

/** What stands between the loaded messages: notes, and what was said for or against texts other than by one of them. Oldest first. */
export function useAsides(
  { id, peer, peerKind }: Pick<Conversation, 'id' | 'peer' | 'peerKind'>,
  { phase, messages, hasEarlier, hasLater }: Pick<Loaded, 'phase' | 'messages' | 'hasEarlier' | 'hasLater'>,
): readonly Aside[] {
  const { queries } = useHost()
  const from = hasEarlier ? messages[0]?.createdAt : undefined
  const until = hasLater ? messages.at(-1)?.createdAt : undefined
  const notes = useQuery(
    queries.notes.list.queryOptions({
      input: { conversationId: id, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) },
      enabled: phase === 'open',
      placeholderData: keepPreviousData,
    }),
  )
  const said = useQuery(queries.optOuts.ofNumbers.queryOptions({ input: { numbers: [peer] }, enabled: peerKind === 'number' }))
  return useMemo(() => {
    const written = (notes.data?.notes ?? []).map((note): Aside => ({ kind: 'note', key: `note ${note.id}`, at: note.createdAt, note }))
    const events = said.data?.events ?? []
    const recorded = events.map((event, index): Aside => {
      // Things said are never changed and listed latest first: counted from the first one, each keeps its number.
      return { kind: 'consent', key: `consent ${events.length - index}`, at: event.at, event }
    })
    // What was said in a text is shown on that text.
    const apart = recorded.filter((aside) => aside.kind === 'consent' && aside.event.messageId === null)
    return [...written, ...apart.toReversed()].toSorted((one, other) => one.at - other.at)
  }, [notes.data, said.data])
}

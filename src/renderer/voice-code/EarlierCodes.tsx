import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { spaced } from '../components/message-text.ts'
import { displayName } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { callWords, earlierCodes } from './codes.ts'
import type { KnownNumber } from './useKnownNumber.ts'

/** Messages of the conversation that are looked through; further back nobody asks for a code. */
const LOOKED_THROUGH = 50

/** Most codes shown. */
const SHOWN = 5

/** Codes that this number was called with before, newest first. Nothing where there are none. */
export function EarlierCodes({ known: { e164, contact, conversationId }, shownId }: { known: KnownNumber; shownId: string | null }) {
  const { queries } = useHost()
  const titleId = useId()
  const now = useNow()
  const messages = useQuery(
    queries.messages.list.queryOptions({
      input: { conversationId: conversationId ?? '', limit: LOOKED_THROUGH },
      enabled: conversationId !== null,
    }),
  )
  const codes = conversationId === null ? [] : earlierCodes(messages.data?.messages ?? [], shownId, SHOWN)
  if (codes.length === 0) return null
  return (
    <section className="voice-code-card" aria-labelledby={titleId}>
      <h2 id={titleId}>
        Called before: <bdi>{displayName(contact?.name ?? null, e164)}</bdi>
      </h2>
      <ul className="voice-code-earlier">
        {codes.map((message) => (
          <li key={message.id}>
            <RelativeTime className="num mut" at={message.createdAt} now={now} words="sentence" />
            <code className="num">{spaced(message.text)}</code>
            <span className="sec">{callWords(message, now).words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
